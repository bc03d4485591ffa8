/// Finds among the sorts of others those that an assertion may fail with, by its hurdles.
struct PairCandidates {
  private struct Key: Hashable {
    /// A bit for each hurdle that stands.
    let standing: Int
    /// The texts that must be the same.
    let texts: [UInt8]
  }

  private let hurdles: [PairCondition.Hurdle]
  private var lists: [Key: [Int]] = [:]
  /// The combinations of standing hurdles that occur.
  private var standing: [Int] = []

  init(_ hurdles: [PairCondition.Hurdle]) {
    self.hurdles = hurdles
  }

  /// Adds a sort, whose number is higher than those before it.
  mutating func add(_ sort: Int, _ values: [String], _ rule: PairRule) {
    var bits = 0
    for (index, hurdle) in hurdles.enumerated()
    where rule.areTrue(hurdle.conditions, of: values) { bits |= 1 << index }
    if !standing.contains(bits) { standing.append(bits) }
    lists[key(bits, values, \.other), default: []].append(sort)
  }

  /// The sorts to hold a plan against, in lists by rising numbers.
  func lists(for values: [String]) -> [[Int]] {
    standing.compactMap { lists[key($0, values, \.this)] }
  }

  private func key(
    _ standing: Int, _ values: [String], _ side: KeyPath<PairCondition.Hurdle, Int>
  ) -> Key {
    let facts = hurdles.indices.filter { standing & 1 << $0 != 0 }.map {
      hurdles[$0][keyPath: side]
    }
    return Key(standing: standing, texts: values.joined(facts))
  }
}

extension [String] {
  /// The bytes of some of the texts, told apart by what no text of XML holds.
  func joined(_ chosen: [Int]) -> [UInt8] {
    var result: [UInt8] = []
    for index in chosen {
      result += self[index].utf8
      result.append(0)
    }
    return result
  }
}
