import Bytes

/// A word of a text in letters of Ukrainian, or a number in digits; see ``LetterWords``.
package struct LetterWord: Sendable {
  /// Its letters, the apostrophes inside it among them.
  var letters: [UInt8] = []
  /// Where it stands.
  var bytes = 0..<0
  /// Whether it begins with a capital, and whether one stands inside it.
  var isCapitalized = false
  var hasInnerCapital = false
  /// Whether nothing but white space stands between it and the word before it.
  var isBehindSpace = false
  /// Whether it is but the first part of a word, «прес-служба».
  var isBeforeHyphen = false

  /// Whether it is a number in digits.
  var isNumber: Bool { letters.allSatisfy { $0 >= LetterWords.zero } }
}

/// The words of a text in letters of Ukrainian, small ones, each in a byte; a run of digits is a word,
/// too.
enum LetterWords {
  static let ghe: UInt8 = 0x31
  static let apostrophe: UInt8 = 0x32
  static let zero: UInt8 = 0x33
  static let soft: UInt8 = 0x1D
  private static let capital: UInt8 = 0x80

  /// The number of a small letter, in a byte; 0 for anything else.
  static func letter(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x30...0x39: UInt8(scalar - 0x30) + zero
    case 0x430...0x45F: UInt8(scalar - 0x42F)
    case 0x491: ghe
    case 0x27, 0x60, 0x2BC, 0x2018, 0x2019, 0x2032: apostrophe
    default: 0
    }
  }

  /// The numbers of the letters of a word in UTF-8, small ones for capitals; 0 for what is no letter.
  static func letters(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(word.count)
    let word = word.span
    var index = 0
    while index < word.count {
      let (scalar, length) = UTF8Scalars.scalar(in: word, at: index)
      letters.append(marked(scalar) & ~capital)
      index += length
    }
    return letters
  }

  /// Letters in UTF-8.
  static func utf8(_ letters: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * letters.count + 2)
    for letter in letters {
      if let encoded = UTF8.encode(scalar(letter)) { bytes += encoded }
    }
    return bytes
  }

  /// A text in UTF-8 with small letters for capitals, and one sort of apostrophe.
  static func small(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let small = letter(WordIndex.folded(scalar.value))
      if let encoded = UTF8.encode(small == 0 ? scalar : Self.scalar(small)) { result += encoded }
    }
    return result
  }

  private static func scalar(_ letter: UInt8) -> Unicode.Scalar {
    switch letter {
    case apostrophe: "\u{2019}"
    case ghe: "\u{491}"
    case zero...: Unicode.Scalar(letter - zero + 0x30)
    default: Unicode.Scalar(UInt32(letter) + 0x42F) ?? "?"
    }
  }

  /// The numbers of the letters of a word of our own.
  static func letters(_ word: some StringProtocol) -> [UInt8] { letters(Array(word.utf8)[...]) }

  /// The word that letters make.
  static func text(_ letters: ArraySlice<UInt8>) -> String {
    String(decoding: utf8(letters), as: UTF8.self)
  }

  /// The letters of U+0400 to U+047F, capitals marked.
  private static let cyrillic: [UInt8] = (UInt32(0x400)..<0x480).map(marked)

  private static func marked(_ scalar: UInt32) -> UInt8 {
    let small = WordIndex.folded(scalar)
    let letter = letter(small)
    return letter == 0 || letter == apostrophe || small == scalar ? letter : letter | capital
  }

  /// The words of a text.
  static func all(in text: Span<UInt8>) -> [LetterWord] {
    var words: [LetterWord] = []
    first(in: text) { word in
      words.append(word)
      return false
    }
    return words
  }

  /// Goes through the words of a text until one is the one that is looked for.
  static func first(in text: Span<UInt8>, where isFound: (LetterWord) -> Bool) {
    let cyrillic = cyrillic.span
    var word = LetterWord()
    word.letters.reserveCapacity(32)
    var index = 0
    while index <= text.count {
      var letter: UInt8 = 0
      var length = 1
      if index &+ 1 < text.count, text[index] | 1 == 0xD1 {
        // There are as many letters as two such bytes can mean.
        let place = Int(text[index] & 1) &<< 6 | Int(text[index &+ 1] & 0x3F)
        letter = unsafe cyrillic[unchecked: place]
        length = 2
      } else if index < text.count {
        let (scalar, size) = UTF8Scalars.scalar(in: text, at: index)
        letter = marked(scalar)
        length = size
        if letter == apostrophe, word.letters.isEmpty { letter = 0 }
        if letter == 0, word.letters.isEmpty, WordIndex.folded(scalar) != 0x20 {
          word.isBehindSpace = false
        }
      }
      if letter != 0 {
        let isCapital = letter >= capital
        if word.letters.isEmpty {
          word.bytes = index..<index
          word.isCapitalized = isCapital
        } else if isCapital {
          word.hasInnerCapital = true
        }
        word.letters.append(letter & ~capital)
        if letter != apostrophe { word.bytes = word.bytes.lowerBound..<(index &+ length) }
      } else if !word.letters.isEmpty {
        // Behind a word, an apostrophe closes a quotation.
        while word.letters.last == apostrophe { word.letters.removeLast() }
        word.isBeforeHyphen =
          index < text.count
          && WordIndex.folded(UTF8Scalars.scalar(in: text, at: index).value) == 0x2D
        if isFound(word) { return }
        word.letters.removeAll(keepingCapacity: true)
        word.hasInnerCapital = false
        word.isBehindSpace = index < text.count && WordIndex.isSpace(in: text, at: index)
      }
      index &+= length
    }
  }
}
