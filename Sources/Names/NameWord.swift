internal import Bytes
internal import Patterns

/// A word of a name as names are compared: in small letters, without apostrophes and accents, with
/// letters that look Cyrillic put right.
package struct NameWord: Equatable {
  /// What stands between a word and the one before it.
  package enum Joint: Equatable {
    case space
    /// A hyphen or dash without spaces around it.
    case hyphen
    /// A hyphen or dash with a space beside it.
    case dash
  }

  /// The letters and digits, small ones.
  package var letters: [UInt32]
  /// Whether it is written in capitals altogether.
  var isCapital: Bool
  /// Whether a full stop follows.
  var hasStop: Bool
  /// What stands before it.
  package var joint: Joint

  /// Whether it is an initial: «О.», «Дж.», «О», «І.-С.».
  var isInitial: Bool {
    hasStop && (letters.count < 3 || letters.count < 6 && parts.allSatisfy { $0.count < 3 })
      || letters.count == 1 && isCapital
  }

  /// Whether a name can begin so: «О.» and «Олена», «І.-С.» and «Ія-Софія».
  func isInitial(of name: NameWord) -> Bool {
    guard isInitial else { return false }
    if name.letters.starts(with: letters) { return true }
    let (own, others) = (parts, name.parts)
    return own.count > 1 && own.count <= others.count
      && zip(own, others).allSatisfy { $1.starts(with: $0) }
  }

  /// What hyphens tie.
  private var parts: [ArraySlice<UInt32>] { letters.split(separator: 0x2D) }

  /// Adds a word that a hyphen ties to this one.
  mutating func add(_ word: NameWord) {
    letters.append(0x2D)
    letters += word.letters
    isCapital = isCapital && word.isCapital
    hasStop = word.hasStop
  }

  /// The words of a text. White space of any kind, quotation marks and other signs only separate
  /// them; an apostrophe, whatever it looks like, is no letter.
  package static func words(of text: Span<UInt8>) -> [NameWord] {
    var reader = NameWordReader()
    var index = 0
    while index < text.count {
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      reader.add(scalar)
      index += length
    }
    reader.endWord()
    return reader.words
  }
}

extension [NameWord] {
  /// The words joined as a key: those with a hyphen or dash between them by `-`, others by a space.
  package var key: String {
    var key = String.UnicodeScalarView()
    for word in self {
      if !key.isEmpty { key.append(word.joint == .space ? " " : "-") }
      for letter in word.letters { if let scalar = Unicode.Scalar(letter) { key.append(scalar) } }
    }
    return String(key)
  }
}

/// Puts words together from the characters of a text.
private struct NameWordReader {
  private(set) var words: [NameWord] = []
  private var letters: [UInt32] = []
  private var hasCyrillic = false
  private var hasLatin = false
  private var hasSpace = false
  private var hasHyphen = false

  /// Makes a reader with room for what a name mostly has.
  init() {
    words.reserveCapacity(4)
    letters.reserveCapacity(32)
  }

  mutating func add(_ scalar: UInt32) {
    switch scalar {
    // The letters of Ukrainian but for Ґ, as nearly all are.
    case 0x404, 0x406, 0x407, 0x410...0x44F, 0x454, 0x456, 0x457:
      hasCyrillic = true
      letters.append(scalar)
    case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x2032, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF:
      return
    case 0x300...0x36F:
      if let last = letters.last { letters[letters.count - 1] = Self.composed(last, scalar) }
    case 0x2D, 0x2010...0x2015, 0x2212:
      endWord()
      hasHyphen = true
    case 0x2E:
      if letters.isEmpty { return }
      endWord()
      words[words.count - 1].hasStop = true
    default:
      if Letters.isInWord(scalar) { addLetter(scalar) } else { addSpace() }
    }
  }

  mutating func endWord() {
    guard !letters.isEmpty else { return }
    if hasLatin, hasCyrillic || letters.count < 3 {
      let text = String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init)))
      letters = LookAlikes.replaced(in: text).unicodeScalars.map(\.value)
    }
    var isCapital = true
    let small = letters.map { letter in
      let small = Letters.small(letter)
      if small == letter, letter != 0x2D { isCapital = false }
      return small
    }
    let joint: NameWord.Joint = hasHyphen ? hasSpace ? .dash : .hyphen : .space
    words.append(NameWord(letters: small, isCapital: isCapital, hasStop: false, joint: joint))
    letters.removeAll(keepingCapacity: true)
    (hasCyrillic, hasLatin, hasSpace, hasHyphen) = (false, false, false, false)
  }

  private mutating func addSpace() {
    endWord()
    hasSpace = true
  }

  private mutating func addLetter(_ scalar: UInt32) {
    if 0x400..<0x530 ~= scalar { hasCyrillic = true } else if scalar > 0x40 { hasLatin = true }
    letters.append(scalar)
  }

  /// A letter and a mark over it as one letter; other marks are accents and say nothing.
  private static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32 {
    switch (letter, mark) {
    case (0x438, 0x306): 0x439  // й
    case (0x456, 0x308): 0x457  // ї
    case (0x435, 0x308): 0x451  // ё
    case (0x443, 0x306): 0x45E  // ў
    case (0x418, 0x306): 0x419  // Й
    case (0x406, 0x308): 0x407  // Ї
    case (0x415, 0x308): 0x401  // Ё
    case (0x423, 0x306): 0x40E  // Ў
    default: letter
    }
  }
}
