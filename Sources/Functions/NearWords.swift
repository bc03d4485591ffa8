import Bytes

/// Words that documents are full of, in all their forms: of a word that is none of these, it tells
/// which of them was meant, where one letter is missing, one is too many, one is another, or two
/// have changed places.
///
/// An apostrophe that is missing is left to rules of its own. The first letter and the last two are never the slip: there other words and other forms differ.
/// A consonant is taken for another in long words only. Words that there are so near to these are
/// exceptions. Words that begin with a capital are names but for the first of a text.
package struct NearWords: Sendable {
  /// The letters of all forms, one after another, and where each begins and the last ends.
  private var letters: [UInt8] = []
  private var starts = [0]
  /// A table of what the hash of a form, and of a form without one of its letters, leads to: the
  /// number of the form and one, or 0; with the upper bits of the hash.
  private var table: [(form: UInt32, mark: UInt32)]
  private let exceptions: WordIndex

  /// The least number of letters of a word that is looked at; forms have one more.
  private static let shortest = 7

  /// Makes the words of the beginnings and endings of their forms, and of words that there are
  /// beside them, where `*` stands for any ending.
  init(forms: [String], exceptions: [String]) {
    self.exceptions = WordIndex(WordList(exceptions.map { ($0, "") }))
    var places = 0
    for form in forms {
      let folded = form.unicodeScalars.map { Self.folded($0.value) }
      guard folded.count > Self.shortest, !folded.contains(0) else { continue }
      letters += folded
      starts.append(letters.count)
      places += folded.count + 1
    }
    var size = 1
    while size < 2 * places { size *= 2 }
    table = Array(repeating: (0, 0), count: size)
    for number in 0..<starts.count - 1 {
      let hashes = WordHashes(letters[starts[number]..<starts[number + 1]])
      add(hashes.whole, number)
      for index in 0..<hashes.count { add(hashes.without(index), number) }
    }
  }

  private mutating func add(_ hash: UInt64, _ number: Int) {
    var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[place].form != 0 { place = (place + 1) & (table.count - 1) }
    table[place] = (UInt32(number + 1), UInt32(truncatingIfNeeded: hash >> 32))
  }

  /// The first word of a text that is one of these with a slip.
  package func firstMatch(in text: Span<UInt8>) -> WordSearch.Match? {
    var word: [UInt8] = []
    var start = 0
    var index = 0
    var isFirst = true
    var isCapital = false
    while index <= text.count {
      var code: UInt8 = 0
      var length = 1
      if index < text.count {
        let (scalar, size) = UTF8Scalars.scalar(in: text, at: index)
        length = size
        let small = WordIndex.folded(scalar)
        code = Self.folded(small)
        if code == Self.apostrophe, word.isEmpty { code = 0 }
        if code != 0, code != Self.apostrophe, small != scalar {
          // A capital inside a word is a sign of an abbreviation.
          isCapital = !word.isEmpty || !isFirst
        }
      }
      if code != 0 {
        if word.isEmpty { start = index }
        word.append(code)
      } else if !word.isEmpty {
        if word.count >= Self.shortest, !isCapital, let form = meant(by: word) {
          let bytes = start..<index
          if exceptions.firstMatch(in: text.extracting(bytes)) == nil {
            return WordSearch.Match(bytes: bytes, replacement: self.text(of: form))
          }
        }
        word.removeAll(keepingCapacity: true)
        (isFirst, isCapital) = (false, false)
      }
      index += length
    }
    return nil
  }

  /// The form that a word was meant to be; nil where it is one itself, or is near none.
  private func meant(by word: [UInt8]) -> Int? {
    let hashes = WordHashes(word[...])
    var found: Int?
    for form in forms(at: hashes.whole) {
      let known = letters[starts[form]..<starts[form + 1]]
      if known.elementsEqual(word) { return nil }
      if Self.isSlip(word, of: known) { found = form }
    }
    if let found { return found }
    for index in 1..<word.count - 1 {
      for form in forms(at: hashes.without(index))
      where Self.isSlip(word, of: letters[starts[form]..<starts[form + 1]]) {
        found = form
      }
    }
    return found
  }

  private func forms(at hash: UInt64) -> [Int] {
    var result: [Int] = []
    var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[place].form != 0 {
      if table[place].mark == UInt32(truncatingIfNeeded: hash >> 32) {
        result.append(Int(table[place].form) - 1)
      }
      place = (place + 1) & (table.count - 1)
    }
    return result
  }

  /// Whether one slip inside makes a word of a form.
  private static func isSlip(_ word: [UInt8], of form: ArraySlice<UInt8>) -> Bool {
    let shorter = min(word.count, form.count)
    var opening = 0
    while opening < shorter, word[opening] == form[form.startIndex + opening] { opening += 1 }
    var ending = 0
    while ending < shorter - opening,
      word[word.count - 1 - ending] == form[form.endIndex - 1 - ending]
    {
      ending += 1
    }
    guard opening >= 1, ending >= 2 else { return false }
    let middle = (word.count - opening - ending, form.count - opening - ending)
    let (typed, meant) = (word[opening], form[form.startIndex + opening])
    switch middle {
    case (0, 1): return meant != apostrophe
    case (1, 0): return true
    case (1, 1): return form.count >= 10 || isVowel(typed) && isVowel(meant)
    case (2, 2):
      return typed == form[form.startIndex + opening + 1] && meant == word[opening + 1]
    default: return false
    }
  }

  private func text(of form: Int) -> String {
    var text = ""
    for letter in letters[starts[form]..<starts[form + 1]] {
      let scalar: UInt32 =
        letter == Self.apostrophe ? 0x2019 : letter == Self.ghe ? 0x491 : UInt32(letter) + 0x42F
      text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "?")
    }
    return text
  }

  // MARK: Letters

  private static let ghe: UInt8 = 0x31
  private static let apostrophe: UInt8 = 0x32

  /// The number of a small letter, in a byte; 0 for anything else.
  private static func folded(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x430...0x45F: UInt8(scalar - 0x42F)
    case 0x491: ghe
    case 0x27, 0x2BC, 0x2019: apostrophe
    default: 0
    }
  }

  private static let vowels = Set("аеєиіїоуюя".unicodeScalars.map { folded($0.value) })

  private static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }
}

/// The hash of a word, and those of what is left of it without one of its letters.
private struct WordHashes {
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// What undoes a multiplication by the base.
  private static let inverse: UInt64 = {
    var inverse = base
    for _ in 0..<6 { inverse = inverse &* (2 &- base &* inverse) }
    return inverse
  }()

  /// The sums of the letters before each place, weighed by the powers of the base.
  private var sums: [UInt64] = [0]

  init(_ word: ArraySlice<UInt8>) {
    sums.reserveCapacity(word.count + 1)
    var power: UInt64 = 1
    var sum: UInt64 = 0
    for letter in word {
      sum = sum &+ UInt64(letter) &* power
      power = power &* Self.base
      sums.append(sum)
    }
  }

  var count: Int { sums.count - 1 }

  var whole: UInt64 { Self.mixed(sums[count]) }

  func without(_ index: Int) -> UInt64 {
    let rest = (sums[count] &- sums[index + 1]) &* Self.inverse
    return Self.mixed(sums[index] &+ rest)
  }

  private static func mixed(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }
}
