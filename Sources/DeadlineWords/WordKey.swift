/// A word packed into a number, six bits a letter, so that looking it up costs no string.
///
/// Case, apostrophes and look-alike letters of another alphabet make no difference: plans are
/// full of them.
package struct WordKey: Hashable, Sendable {
  private(set) var bits: UInt128 = 0

  /// Makes the key of no word, to which letters are added.
  package init() {}

  /// Packs a word; its apostrophes are left out.
  package init(_ word: Substring) {
    for scalar in word.unicodeScalars where Self.code(of: scalar.value) != 0 {
      append(Self.code(of: scalar.value))
    }
  }

  /// Adds a letter by its code; words of more than 21 letters are all the same, and none is known.
  package mutating func append(_ code: UInt8) {
    bits = bits >> 120 == 0 ? bits << 6 | UInt128(code) : .max
  }

  /// Adds the letters of another word, for one that a line's end has cut in two.
  mutating func append(_ other: WordKey) {
    for code in other.letters { append(code) }
  }

  /// The breve of a decomposed «й», or the dots of a decomposed «ї».
  mutating func compose(_ scalar: UInt32) {
    let last = UInt8(truncatingIfNeeded: bits & 63)
    if scalar == 0x306, last == Self.code(of: 0x438) { bits += 1 }
    if scalar == 0x308, last == Self.code(of: 0x456) { bits += 1 }
  }

  /// The code of a letter from 1 to 62, 63 for a letter that no word of ours has, 0 for no letter.
  package static func code(of scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x430...0x44F: return UInt8(scalar - 0x430) + 1
    case 0x410...0x42F: return UInt8(scalar - 0x410) + 1
    case 0x404, 0x454, 0x3F5: return 33
    case 0x406, 0x456: return 34
    case 0x407, 0x457: return 35
    case 0x490, 0x491: return 36
    case 0x41...0x5A, 0x61...0x7A: return latin[Int(scalar & 31) - 1]
    case 0xAA...0x24F where scalar != 0xAB && scalar != 0xBB && scalar != 0xB0 && scalar != 0xB7:
      return scalar == 0xEF || scalar == 0xCF ? 35 : scalar < 0xC0 ? 0 : 63
    case 0x370...0x3FF, 0x400...0x52F: return 63
    default: return 0
    }
  }

  /// The Cyrillic twins of the Latin letters; `l` is taken for `I`, `v` has a code of its own.
  private static let latin: [UInt8] = [
    1, 3, 18, 63, 6, 63, 63, 14, 34, 63, 11, 34, 13, 63, 15, 17, 63, 63, 63, 19, 63, 37, 63, 22, 20,
    63,
  ]
}

extension WordKey {
  /// The letters, each by its code.
  private var letters: [UInt8] {
    var rest = bits
    var letters: [UInt8] = []
    while rest != 0 {
      letters.append(UInt8(truncatingIfNeeded: rest & 63))
      rest >>= 6
    }
    return letters.reversed()
  }

  /// Whether two words are alike up to their endings: «незалежність», «незалежності».
  func sharesStem(with other: WordKey) -> Bool {
    let (own, others) = (letters, other.letters)
    let shared = zip(own, others).prefix { $0 == $1 }.count
    return shared >= 4 && own.count - shared <= 4 && others.count - shared <= 4
  }
}
