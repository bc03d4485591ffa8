/// The sets of scalars that a pattern tells apart, each once; they are given by their numbers.
struct ScalarSets: Sendable {
  /// The sets, by number.
  private(set) var all: [ScalarSet] = []
  private var numbers: [ScalarSet: Int] = [:]

  /// The number of a set, a new one where it is not yet among them.
  mutating func number(of set: ScalarSet) -> Int {
    if let number = numbers[set] { return number }
    numbers[set] = all.count
    all.append(set)
    return all.count - 1
  }
}
