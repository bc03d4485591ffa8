/// The symbols of which ``RequiredGrams`` are made: characters without regard to case, one
/// for all digits and one for all spaces, and an edge wherever a word begins or ends.
///
/// Apostrophes, accents and letters of other scripts are in words for some and between them for others.
/// They are jokers: no gram has them, and on both sides of them stands an edge.
enum GramSymbols {
  /// What stands between a word and what is none.
  static let edge: UInt8 = 1
  /// A digit.
  static let digit: UInt8 = 0x30
  /// White space of any sort.
  static let space: UInt8 = 0x20

  /// What a character is for the edges of words.
  enum Kind: UInt8 {
    case word
    case other
    case joker
  }

  /// The symbol and the kind of a character.
  static func symbol(of scalar: UInt32) -> (symbol: UInt8, kind: Kind) {
    guard scalar < 0x530 else { return found(scalar) }
    let entry = table[Int(scalar)]
    return (UInt8(truncatingIfNeeded: entry), kind(entry))
  }

  /// The symbols and kinds of the scalars below U+0530.
  static let table: [UInt16] = (UInt32(0)..<0x530).map { scalar in
    let (symbol, kind) = found(scalar)
    return UInt16(symbol) | UInt16(kind.rawValue) << 8
  }

  /// The kind of an entry of the table.
  @inline(__always)
  static func kind(_ entry: UInt16) -> Kind {
    entry < 0x100 ? .word : entry < 0x200 ? .other : .joker
  }

  private static func found(_ scalar: UInt32) -> (symbol: UInt8, kind: Kind) {
    let isSpace = ScalarSet.spaces.contains(scalar)
    guard scalar < 0x530 else { return (isSpace ? space : sort(of: scalar), .other) }
    switch Letters.kinds[Int(scalar)] {
    case .digit: return (digit, .word)
    case .letter:
      let isKnown = scalar < 0x80 || scalar >= 0x400
      return (sort(of: Letters.small(scalar)), isKnown ? .word : .joker)
    case .other:
      if isApostrophe(scalar) { return (0, .joker) }
      return (isSpace ? space : sort(of: scalar), .other)
    }
  }

  /// Whether words are joined by it for some.
  static func isApostrophe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x60, 0x2BC, 0x2018, 0x2019, 0x2032: true
    default: false
    }
  }

  private static func sort(of scalar: UInt32) -> UInt8 {
    UInt8(CharacterSorts.sort(of: scalar))
  }

  /// About what share of a text's symbols one is.
  static let weights: [Double] = {
    var weights = [Double](repeating: 0.001, count: 256)
    weights[Int(edge)] = 0.25
    weights[Int(space)] = 0.13
    // Behind a digit mostly stands another.
    weights[Int(digit)] = 0.2
    for (mark, weight) in [("-", 0.004), (",", 0.012), (".", 0.012)] as [(Unicode.Scalar, Double)] {
      weights[Int(mark.value)] = weight
    }
    for letter in UInt32(0x61)...0x7A { weights[Int(letter)] = 0.0005 }
    // From the most frequent letter to the rarest.
    let letters = "онаівтиресдпклмузягбйьючхжцєшщіїфґ"
    for (rank, letter) in letters.unicodeScalars.enumerated() {
      weights[Int(sort(of: letter.value))] = max(0.002, 0.085 - 0.003 * Double(rank))
    }
    return weights
  }()
}
