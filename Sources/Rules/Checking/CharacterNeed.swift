internal import Diagnostics
internal import Patterns

/// Runs of characters of which a plan must hold one for a rule to find anything in it.
struct CharacterNeed: Sendable {
  /// The bits that the runs set, and where they stand in ``CharacterPairs``; any of them will do.
  private let masks: [(word: Int, mask: UInt64)]

  /// Makes a need of runs, one of which must stand somewhere.
  init(oneOf runs: [RequiredRun]) {
    var masks: [Int: UInt64] = [:]
    for run in runs {
      let next = run.second.map(CharacterSorts.init) ?? .all
      for sort in CharacterSorts(run.first).numbers {
        for word in 0..<4 where next.words[word] != 0 {
          masks[sort << 2 | word, default: 0] |= next.words[word]
        }
      }
    }
    self.masks = masks.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether a plan of such characters may hold one; it need not, where characters share a sort.
  func isMet(by characters: borrowing CharacterPairs) -> Bool {
    for (word, mask) in masks where characters.holds(word: word, mask: mask) { return true }
    return false
  }

  /// How common a run is in the texts of plans; nil where nearly every plan has it.
  static func weight(_ run: RequiredRun) -> Double? {
    let weight =
      CharacterSorts(run.first).weight * (run.second.map { CharacterSorts($0).weight } ?? 1)
    return weight < 0.02 ? weight : nil
  }

  /// How common a run is that is a sign; see ``TextFilter``. Nearly every plan may have it,
  /// many of whose texts do not.
  static func weightInText(_ run: RequiredRun) -> Double? {
    run.second == nil && run.first.isOfSigns ? CharacterSorts(run.first).weight : nil
  }
}

/// A set of the sorts of ``CharacterPairs``, a bit for each.
struct CharacterSorts {
  private(set) var words = SIMD4<UInt64>()

  /// All sorts, and the end of a text.
  static let all: CharacterSorts = {
    var result = CharacterSorts()
    result.words = SIMD4(repeating: .max)
    return result
  }()

  private init() {}

  /// The sorts of a set's characters.
  init(_ set: ScalarSet) {
    for range in set.ranges {
      for scalar in range.clamped(to: 0...0x45F) where range.contains(scalar) { insert(scalar) }
      for (index, apostrophe) in ScalarSet.innerApostrophes.enumerated()
      where range.contains(apostrophe) {
        insert(ScalarSet.apostrophes[index])
      }
      guard range.overlaps(0x460...0x10_FFFF) else { continue }
      let rare = range.clamped(to: 0x460...0x10_FFFF)
      for scalar in Self.single where rare.contains(scalar) { insert(scalar) }
      // Thirty-two neighbours are of all sorts of rare characters, but for the single ones among
      // them, which are fewer than that.
      for scalar in rare.lowerBound...min(rare.upperBound, rare.lowerBound + 127) { insert(scalar) }
    }
  }

  /// The characters behind those of Ukrainian that have a sort of their own.
  private static let single: [UInt32] = [
    0x490, 0x491, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0x2026, 0x2116,
  ]

  private mutating func insert(_ scalar: UInt32) {
    let sort = CharacterPairs.sort(of: scalar)
    words[sort >> 6] |= 1 << UInt64(sort & 63)
  }

  /// The sorts by number.
  var numbers: [Int] {
    var result: [Int] = []
    forEach { result.append($0) }
    return result
  }

  /// About what share of a text's characters are of these sorts.
  var weight: Double {
    var result = 0.0
    forEach { result += Self.weights[$0] }
    return result
  }

  private func forEach(_ visit: (Int) -> Void) {
    for place in words.indices {
      var rest = words[place]
      while rest != 0 {
        visit(place << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  private static let weights: [Double] = (0..<CharacterPairs.sortCount).map { sort in
    switch sort {
    case 0x20: 0.13
    case 0x30...0x39: 0.008
    case 0x2C, 0x2E: 0.012
    case 0x2D, 4, 5, 9: 0.004
    case 0..<0x80: 0.001
    // Capitals of Cyrillic, then its small letters.
    case 0x80..<0xB0: 0.002
    case 0xB0..<0xE0: 0.025
    default: 0.0003
    }
  }
}

extension ScalarSet {
  /// Whether no letter of U+0400 to U+047F is among them, over which ``CharacterPairs`` goes without
  /// looking for signs.
  fileprivate var isOfSigns: Bool { !ranges.contains { $0.overlaps(0x400...0x47F) } }
}
