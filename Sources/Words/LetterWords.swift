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
    let (word, cyrillic) = (word.span, cyrillic.span)
    var index = 0
    while index < word.count { letters.append(smallLetter(in: word, &index, cyrillic)) }
    return letters
  }

  /// Where a word ends that begins at an index of a text, at the space behind it or the end, and a hash of
  /// its letters.
  static func word(in text: Span<UInt8>, from start: Int) -> (end: Int, hash: UInt64) {
    let cyrillic = cyrillic.span
    var index = start
    var hash = hashOfNone
    while index < text.count, unsafe text[unchecked: index] != 0x20 {
      hash = Self.hash(hash, smallLetter(in: text, &index, cyrillic))
    }
    return (index, hash ^ hash >> 29)
  }

  /// A hash of a word's letters.
  static func hash(of word: Span<UInt8>) -> UInt64 {
    var hash = hashOfNone
    for index in word.indices { hash = Self.hash(hash, unsafe word[unchecked: index]) }
    return hash ^ hash >> 29
  }

  private static let hashOfNone: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func hash(_ hash: UInt64, _ letter: UInt8) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether a word begins at an index of a text, and a space or the end is behind it.
  static func stands(_ word: Span<UInt8>, in text: Span<UInt8>, at start: Int) -> Bool {
    let cyrillic = cyrillic.span
    var index = start
    for place in word.indices {
      guard index < text.count, text[index] != 0x20,
        smallLetter(in: text, &index, cyrillic) == word[place]
      else { return false }
    }
    return index >= text.count || text[index] == 0x20
  }

  /// Whether the same word begins at two indices of a text.
  static func isSame(_ text: Span<UInt8>, _ start: Int, _ other: Int) -> Bool {
    let cyrillic = cyrillic.span
    var (index, other) = (start, other)
    while index < text.count, text[index] != 0x20 {
      guard other < text.count, text[other] != 0x20,
        smallLetter(in: text, &index, cyrillic) == smallLetter(in: text, &other, cyrillic)
      else { return false }
    }
    return other >= text.count || text[other] == 0x20
  }

  /// The number of the letter at an index below the end, a small one for a capital; goes on behind it.
  @inline(__always)
  private static func smallLetter(
    in text: Span<UInt8>, _ index: inout Int, _ cyrillic: Span<UInt8>
  ) -> UInt8 {
    let lead = unsafe text[unchecked: index]
    if lead | 1 == 0xD1, index &+ 1 < text.count {
      // There are as many letters as two such bytes can mean.
      let trail = unsafe text[unchecked: index &+ 1]
      index &+= 2
      return unsafe cyrillic[unchecked: Int(lead & 1) &<< 6 | Int(trail & 0x3F)] & ~capital
    }
    let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
    index &+= length
    return marked(scalar) & ~capital
  }

  /// The numbers of the letters of a word of our own.
  static func letters(_ word: some StringProtocol) -> [UInt8] { letters(Array(word.utf8)[...]) }

  /// The word that letters make.
  static func text(_ letters: ArraySlice<UInt8>) -> String {
    var text = ""
    for letter in letters {
      let scalar: UInt32 =
        letter == apostrophe ? 0x2019 : letter == ghe ? 0x491 : UInt32(letter) + 0x42F
      text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "?")
    }
    return text
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
