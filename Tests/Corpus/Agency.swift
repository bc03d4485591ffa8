/// A state body: its name, and its departments one after the other.
struct Agency {
  let number: Int
  let name: String
  /// Who signs for the heads of departments; has no plan of this kind.
  let leader: Person
  private let departmentCount: Int
  private var made = 0
  /// The short names that are taken: nobody in an agency has a namesake.
  private var taken: Set<String> = []

  init(_ number: Int) {
    var dice = Dice(1, number)
    self.number = number
    name = Self.name(number)
    leader = Person(&dice, taken: &taken)
    departmentCount = dice.roll(6...14)
  }

  var isComplete: Bool { made == departmentCount }

  mutating func nextDepartment() -> Department {
    defer { made += 1 }
    return Department(made, of: self, taken: &taken)
  }

  /// Every number has a name of its own.
  private static func name(_ number: Int) -> String {
    let fields = Offices.fields.count
    let central = Offices.agencies.count * fields
    let all = central + Offices.regions.count * fields
    let (round, index) = number.quotientAndRemainder(dividingBy: all)
    let suffix = round == 0 ? "" : " № \(round + 1)"
    if index < central {
      let type = Offices.agencies[(index + index / fields) % Offices.agencies.count]
      return "\(type) \(Offices.fields[index * 5 % fields])\(suffix)"
    }
    let (field, region) = (index - central).quotientAndRemainder(
      dividingBy: Offices.regions.count)
    let name = Offices.fields[(field + 7 * region) % fields]
    return "Управління \(name) у \(Offices.regions[region]) області\(suffix)"
  }
}
