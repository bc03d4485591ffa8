/// What Pysar takes for letters: those of Latin, Greek and Cyrillic script, U+0000 to U+052F, with
/// the accents put over them.
///
/// An apostrophe `'`, `’` or `ʼ` between two letters is a part of the word (`п’ять`), elsewhere a
/// quotation mark. To tell them apart, one inside a word is given a number behind all scalars.
package enum Letters {
  enum Kind: UInt8, Sendable {
    case other
    case digit
    case letter
  }

  static let apostrophes: [UInt32] = [0x27, 0x2019, 0x02BC]
  static let innerApostrophes: [UInt32] = [0x11_0000, 0x11_0001, 0x11_0002]

  /// The kinds of the scalars below U+0530.
  static let kinds: [Kind] = (UInt32(0)..<0x530).map { value in
    guard value != 0x02BC, let scalar = Unicode.Scalar(value) else { return .other }
    if (48...57).contains(value) { return .digit }
    if (0x300...0x36F).contains(value) { return .letter }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return .letter
    default: return .other
    }
  }

  /// The other cases of the scalars below U+0530, from ``casePairs``.
  static let otherCases: [[UInt32]] = casePairs.reduce(
    into: Array(repeating: [], count: kinds.count)
  ) { cases, pair in
    cases[Int(pair.capital)].append(pair.small)
    cases[Int(pair.small)].append(pair.capital)
  }

  /// Each capital with its small letter.
  static let casePairs: [(capital: UInt32, small: UInt32)] = kinds.indices.compactMap { index in
    guard kinds[index] == .letter, let scalar = Unicode.Scalar(UInt32(index)) else { return nil }
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    guard small.count == 1, let first = small.first, first != scalar, first.value < 0x530 else {
      return nil
    }
    return (UInt32(index), first.value)
  }

  static func kind(_ scalar: UInt32) -> Kind {
    scalar < 0x530 ? kinds[Int(scalar)] : .other
  }

  /// The number of an apostrophe that stands between two letters; nil for all others.
  static func innerApostrophe(_ scalar: UInt32, after: UInt32?, before: UInt32?) -> UInt32? {
    guard let index = apostrophes.firstIndex(of: scalar), let after, kind(after) == .letter,
      let before, kind(before) == .letter
    else { return nil }
    return innerApostrophes[index]
  }

  /// Whether a scalar belongs to words: a letter or a digit.
  package static func isInWord(_ scalar: UInt32) -> Bool { kind(scalar) != .other }

  /// The small letter of a capital; any other scalar itself.
  package static func small(_ scalar: UInt32) -> UInt32 {
    scalar < 0x530 ? smallLetters[Int(scalar)] : scalar
  }

  private static let smallLetters: [UInt32] = casePairs.reduce(into: Array(0..<0x530)) {
    $0[Int($1.capital)] = $1.small
  }
}
