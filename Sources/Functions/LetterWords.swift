import Bytes

/// The words of a text in letters of Ukrainian: small ones, each in a byte.
enum LetterWords {
  /// A word.
  struct Word {
    /// Its letters, the apostrophes inside it among them.
    var letters: [UInt8] = []
    /// Where it stands.
    var bytes = 0..<0
    /// Whether it begins with a capital, and whether one stands inside it.
    var isCapitalized = false
    var hasInnerCapital = false
    /// Whether nothing but white space stands between it and the word before it.
    var isBehindSpace = false
  }

  static let ghe: UInt8 = 0x31
  static let apostrophe: UInt8 = 0x32

  /// The number of a small letter, in a byte; 0 for anything else.
  static func letter(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x430...0x45F: UInt8(scalar - 0x42F)
    case 0x491: ghe
    case 0x27, 0x2BC, 0x2019: apostrophe
    default: 0
    }
  }

  /// Goes through the words of a text until one is the one that is looked for.
  static func first(in text: Span<UInt8>, where isFound: (borrowing Word) -> Bool) {
    var word = Word()
    word.letters.reserveCapacity(64)
    var index = 0
    while index <= text.count {
      var letter: UInt8 = 0
      var length = 1
      var isCapital = false
      if index < text.count {
        let (scalar, size) = UTF8Scalars.scalar(in: text, at: index)
        let small = WordIndex.folded(scalar)
        length = size
        letter = Self.letter(small)
        if letter == apostrophe, word.letters.isEmpty { letter = 0 }
        isCapital = small != scalar && letter != apostrophe
        if letter == 0, word.letters.isEmpty, small != 0x20 { word.isBehindSpace = false }
      }
      if letter != 0 {
        if word.letters.isEmpty {
          word.bytes = index..<index
          word.isCapitalized = isCapital
        } else if isCapital {
          word.hasInnerCapital = true
        }
        word.letters.append(letter)
      } else if !word.letters.isEmpty {
        word.bytes = word.bytes.lowerBound..<index
        if isFound(word) { return }
        word.letters.removeAll(keepingCapacity: true)
        word.hasInnerCapital = false
        word.isBehindSpace = index < text.count && WordIndex.isSpace(in: text, at: index)
      }
      index += length
    }
  }
}
