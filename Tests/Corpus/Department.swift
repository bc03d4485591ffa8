/// A self-standing unit with all who work in it, superiors before those whom they lead.
struct Department: Sendable {
  /// Names of the thing as the forms need them: «Відділ», «відділу», «Начальник», «начальника».
  struct Rank: Sendable {
    let nominative: String
    let genitive: String
    let head: String
    let deputyOf: String
  }

  struct Unit: Sendable {
    let rank: Rank
    let field: String
    /// The place of its head among the staff.
    let head: Int
    var name: String { "\(rank.nominative) \(field)" }
    var headPosition: String { "\(rank.head) \(rank.genitive) \(field)" }
  }

  let rank: Rank
  let field: String
  let folder: String
  let leader: Person
  private(set) var units: [Unit] = []
  private(set) var staff: [Servant] = []

  var name: String { "\(rank.nominative) \(field)" }
  var headPosition: String { "\(rank.head) \(rank.genitive.capitalisedFirst) \(field)" }

  init(_ number: Int, of agency: Agency, taken: inout Set<String>) {
    var dice = Dice(2, agency.number, number)
    let office = Offices.departments[(agency.number + 3 * number) % Offices.departments.count]
    (rank, field) = (office.rank, office.field)
    folder = "\(slug(agency.name))/\(slug("\(rank.nominative) \(field)"))"
    leader = agency.leader
    let size = dice.roll(24...96)
    func hire(_ role: Servant.Role, _ position: String, unit: Int? = nil) {
      let person = Person(&dice, taken: &taken)
      staff.append(Servant(person: person, role: role, position: position, unit: unit))
    }
    hire(.head, "\(rank.head) \(rank.genitive)")
    for _ in 0..<dice.roll(1...2) { hire(.deputy, "Заступник \(rank.deputyOf) \(rank.genitive)") }
    while staff.count < size {
      let unitSize = min(dice.roll(5...12), size - staff.count)
      let rank = unitSize < 7 ? Offices.sector : Offices.division
      let fields = Offices.units
      let index = (agency.number + number + 7 * units.count) % fields.count
      let unit = units.count
      units.append(Unit(rank: rank, field: fields[index], head: staff.count))
      let end = staff.count + unitSize
      hire(.head, "\(rank.head) \(rank.genitive)", unit: unit)
      if unitSize > 8 { hire(.deputy, "Заступник \(rank.deputyOf) \(rank.genitive)", unit: unit) }
      while staff.count < end {
        hire(.specialist, dice.pick(Offices.specialists), unit: unit)
        let last = staff.count - 1
        if staff[last - 1].role == .specialist, dice.happens(1) {
          staff[last].copy(staff[last - 1])
        }
      }
    }
  }
}

/// One who works in a department.
struct Servant: Sendable {
  enum Role: Sendable { case head, deputy, specialist }

  let person: Person
  let role: Role
  private(set) var position: String
  /// The number of the unit; those who lead the department have none.
  let unit: Int?
  /// Whether the tasks are those of the one before, word for word: a note for both.
  private(set) var isTwin = false

  init(person: Person, role: Role, position: String, unit: Int?) {
    self.person = person
    self.role = role
    self.position = position
    self.unit = unit
  }

  mutating func copy(_ other: Servant) {
    guard !other.isTwin else { return }
    position = other.position
    isTwin = true
  }
}
