/// A set of the 256 sorts that the characters of plans are told apart by, a bit for each: those of
/// Ukrainian texts each have their own, and only rare ones share.
package struct CharacterSorts: Sendable {
  /// How many sorts there are.
  package static let count = 256
  /// The sort that stands before the first character of a text, and behind its last one.
  package static let edge = 0

  /// The bits, from the lowest of the first word on.
  package private(set) var words = SIMD4<UInt64>()
  /// About what share of a text's characters are of these sorts.
  package private(set) var weight = 0.0

  /// No sort.
  init() {}

  /// All sorts, and the edge of a text.
  package static let all: CharacterSorts = {
    var result = CharacterSorts()
    result.words = SIMD4(repeating: .max)
    result.weight = weight(of: result.words)
    return result
  }()

  /// The sorts of a set's characters.
  init(_ set: ScalarSet) {
    for range in set.ranges {
      for (common, place) in Self.common where range.overlaps(common) {
        insert(range.clamped(to: common), at: place)
      }
      for (index, apostrophe) in ScalarSet.innerApostrophes.enumerated()
      where range.contains(apostrophe) {
        insert(ScalarSet.apostrophes[index])
      }
      for scalar in Self.single where range.contains(scalar) { insert(scalar) }
      for rare in Self.rare where range.overlaps(rare) {
        // Thirty-two neighbours are of all sorts of rare characters, but for the single ones among
        // them, which are fewer than that.
        let rare = range.clamped(to: rare)
        for scalar in rare.lowerBound...min(rare.upperBound, rare.lowerBound + 127) {
          insert(scalar)
        }
      }
    }
    weight = Self.weight(of: words)
  }

  /// Characters whose sorts stand in a row, and the first of these.
  private static let common: [(ClosedRange<UInt32>, place: Int)] = [
    (0...0x7F, 0), (0x400...0x45F, 0x80),
  ]

  /// Those between and behind these.
  private static let rare: [ClosedRange<UInt32>] = [0x80...0x3FF, 0x460...0x10_FFFF]

  /// The other characters that have a sort of their own.
  private static let single: [UInt32] = [
    0x490, 0x491, 0xA0, 0xAB, 0xBB, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0x2026,
    0x2116, 0x02BC,
  ]

  private mutating func insert(_ scalar: UInt32) {
    let sort = Self.sort(of: scalar)
    words[sort >> 6] |= 1 << UInt64(sort & 63)
  }

  /// Inserts a row of sorts.
  private mutating func insert(_ range: ClosedRange<UInt32>, at place: Int) {
    let start = place + Int(range.lowerBound & 0x7F)
    let end = start + range.count
    for word in words.indices {
      let low = max(start, word << 6)
      let high = min(end, (word + 1) << 6)
      guard low < high else { continue }
      words[word] |= (UInt64.max >> UInt64(64 - (high - low))) << UInt64(low & 63)
    }
  }

  /// Those of both.
  func union(_ other: CharacterSorts) -> CharacterSorts {
    var result = self
    result.words |= other.words
    if result.words != words { result.weight = Self.weight(of: result.words) }
    return result
  }

  /// The sorts by number.
  package var numbers: [Int] {
    var result: [Int] = []
    for place in words.indices {
      var rest = words[place]
      while rest != 0 {
        result.append(place << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }

  private static func weight(of words: SIMD4<UInt64>) -> Double {
    var result = 0.0
    for (mask, weight) in weights {
      let common = words & mask
      for place in common.indices { result += Double(common[place].nonzeroBitCount) * weight }
    }
    return result
  }

  private static let weights: [(mask: SIMD4<UInt64>, weight: Double)] = {
    func weight(of sort: Int) -> Double {
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
    var masks: [Double: SIMD4<UInt64>] = [:]
    for sort in 0..<count {
      masks[weight(of: sort), default: SIMD4()][sort >> 6] |= 1 << UInt64(sort & 63)
    }
    return masks.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
  }()

  /// The sort of a character: below 0x80 those of ASCII, from there those from U+0400 on.
  package static func sort(of scalar: UInt32) -> Int {
    switch scalar {
    case 0..<0x80: Int(scalar)
    case 0x400..<0x460: Int(scalar - 0x400 + 0x80)
    case 0x490: 1
    case 0x491: 2
    case 0xA0: 3
    case 0xAB: 4
    case 0xBB: 5
    case 0x2013: 6
    case 0x2014: 7
    case 0x2018: 8
    case 0x2019: 9
    case 0x201C: 10
    case 0x201D: 11
    case 0x201E: 12
    case 0x2026: 13
    case 0x2116: 14
    case 0x02BC: 15
    default: 0xE0 + Int(scalar & 0x1F)
    }
  }
}
