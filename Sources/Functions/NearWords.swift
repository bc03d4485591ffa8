import Bytes

/// Words that documents are full of, in all their forms: of a word that is none of these, it tells
/// which of them was meant, where one letter is missing, one is too many, one is another, two have
/// changed places or stand twice, or two vowels of a long word are others.
///
/// An apostrophe that is missing is left to rules of its own. The first letter and the last two are
/// never the slip: there other words and other forms differ. A consonant is taken for another in
/// long words only. Words that there are so near to these are exceptions. Words that begin with a
/// capital are names but for the first of a text.
package struct NearWords: Sendable {
  /// The letters of all forms, one after another, and where each begins and the last ends.
  private let letters: [UInt8]
  private let starts: [UInt32]
  /// The forms by their first letter and their last two, which a slip leaves as they are: where those
  /// of each ``corner`` begin among them, and the last ends.
  private let corners: [UInt32]
  private let forms: [UInt32]
  /// The hashes of all forms, by their last bits: nearly all words are found there at once.
  private var hashes: [UInt64]
  private let exceptions: WordIndex

  /// The least number of letters of a word that is looked at; forms have one more.
  private static let shortest = 7
  /// How many corners there are.
  private static let cornerCount = 1 << 12

  /// Makes the words of the beginnings and endings of their forms, and of words that there are
  /// beside them, where `*` stands for any ending.
  init(
    forms words: [(beginning: ArraySlice<UInt8>, endings: ArraySlice<UInt8>)],
    exceptions: [ArraySlice<UInt8>]
  ) {
    var letters: [UInt8] = []
    var starts: [UInt32] = [0]
    var opening: [UInt8] = []
    for (beginning, endings) in words {
      opening.removeAll(keepingCapacity: true)
      LetterWords.append(beginning, to: &opening)
      for ending in endings.words {
        let start = letters.count
        letters += opening
        if !ending.elementsEqual([UInt8(ascii: "-")]) { LetterWords.append(ending, to: &letters) }
        let isWord = letters.count - start > Self.shortest && !letters[start...].contains(0)
        if isWord { starts.append(UInt32(letters.count)) } else { letters.removeSubrange(start...) }
      }
    }
    // The forms are put in order by counting those of each corner.
    let numbers = 0..<starts.count - 1
    var cornersOfForms: [Int] = []
    for number in numbers {
      cornersOfForms.append(
        Self.corner(of: letters[Int(starts[number])..<Int(starts[number + 1])]))
    }
    var ends = Array(repeating: UInt32(0), count: Self.cornerCount + 1)
    for corner in cornersOfForms { ends[corner + 1] += 1 }
    for corner in 0..<Self.cornerCount { ends[corner + 1] += ends[corner] }
    self.exceptions = WordIndex(WordList(exceptions.map { ($0, []) }))
    self.letters = letters
    self.starts = starts
    corners = ends
    var ordered = Array(repeating: UInt32(0), count: numbers.count)
    for number in numbers {
      let corner = cornersOfForms[number]
      ordered[Int(ends[corner])] = UInt32(number)
      ends[corner] += 1
    }
    forms = ordered
    var size = 1
    while size < 2 * numbers.count { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    for number in numbers {
      let hash = LetterWords.hash(of: letters[Int(starts[number])..<Int(starts[number + 1])]) | 1
      var place = Int(truncatingIfNeeded: hash) & (size - 1)
      while hashes[place] != 0 { place = (place + 1) & (size - 1) }
      hashes[place] = hash
    }
  }

  /// Whether a word is most likely one of the forms; that it is not is sure.
  private func mayBeForm(_ word: ArraySlice<UInt8>) -> Bool {
    let hash = LetterWords.hash(of: word) | 1
    var place = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[place] != 0 {
      if hashes[place] == hash { return true }
      place = (place + 1) & (hashes.count - 1)
    }
    return false
  }

  /// A number of the first letter of a word and its last two.
  private static func corner(of word: ArraySlice<UInt8>) -> Int {
    let end = word.endIndex
    let sum = Int(word[word.startIndex]) &* 61 &+ Int(word[end - 2]) &* 3_571 &+ Int(word[end - 1])
    return (sum &* 0x9E37_79B1) >> 12 & (cornerCount - 1)
  }

  /// The first word of a text that is one of these with a slip.
  package func firstMatch(in text: Span<UInt8>) -> WordSearch.Match? {
    var match: WordSearch.Match?
    var isFirst = true
    LetterWords.first(in: text) { word in
      defer { isFirst = false }
      if match != nil {
        // «Сольська Єва Юріївна» is a name, too.
        let isName = word.isCapitalized && word.isBehindSpace
        if isName { match = nil }
        return !isName
      }
      // A capital inside a word is a sign of an abbreviation.
      guard word.letters.count >= Self.shortest, !word.hasInnerCapital,
        isFirst || !word.isCapitalized, let form = meant(by: word.letters[...]),
        exceptions.firstMatch(in: text.extracting(word.bytes)) == nil
      else { return false }
      match = WordSearch.Match(bytes: word.bytes, replacement: self.text(of: form))
      return !word.isCapitalized
    }
    return match
  }

  /// The form that a word was meant to be; nil where it is one itself, or is near none.
  private func meant(by word: ArraySlice<UInt8>) -> Int? {
    if mayBeForm(word) { return nil }
    let corner = Self.corner(of: word)
    let near = Int(corners[corner])..<Int(corners[corner + 1])
    for place in near {
      let form = Int(forms[place])
      let (start, end) = (Int(starts[form]), Int(starts[form + 1]))
      guard (-1...2).contains(word.count - (end - start)) else { continue }
      if Self.isSlip(word, of: letters[start..<end]) { return form }
    }
    return nil
  }

  /// Whether one slip inside makes a word of a form.
  private static func isSlip(_ word: ArraySlice<UInt8>, of form: ArraySlice<UInt8>) -> Bool {
    let shorter = min(word.count, form.count)
    let (typed, meant) = (word.startIndex, form.startIndex)
    var opening = 0
    while opening < shorter, word[typed + opening] == form[meant + opening] { opening += 1 }
    var ending = 0
    while ending < shorter - opening,
      word[word.endIndex - 1 - ending] == form[form.endIndex - 1 - ending]
    {
      ending += 1
    }
    guard opening >= 1, ending >= 2 else { return false }
    let letter = (typed: word[typed + opening], meant: form[meant + opening])
    switch (word.count - opening - ending, form.count - opening - ending) {
    case (0, 1): return letter.meant != LetterWords.apostrophe
    case (1, 0): return true
    // «Поповерховий» has a prefix twice.
    case (2, 0): return opening > 3 && isRepeated(word[..<(typed + opening + 2)])
    case (1, 1): return form.count >= 10 || isVowel(letter.typed) && isVowel(letter.meant)
    case (2, 2)
    where letter.typed == form[meant + opening + 1] && letter.meant == word[typed + opening + 1]:
      return true
    case (let typedCount, let meantCount) where typedCount == meantCount && form.count >= 11:
      return Self.differsInTwoVowels(
        word.dropFirst(opening).dropLast(ending), form.dropFirst(opening).dropLast(ending))
    default: return false
    }
  }

  /// Whether the last two letters stand twice, «регіонанальний».
  private static func isRepeated(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.suffix(2).elementsEqual(letters.dropLast(2).suffix(2))
  }

  /// Whether nothing but two vowels differs, «приорітет».
  private static func differsInTwoVowels(_ typed: ArraySlice<UInt8>, _ meant: ArraySlice<UInt8>)
    -> Bool
  {
    var count = 0
    for (typed, meant) in zip(typed, meant) where typed != meant {
      guard isVowel(typed), isVowel(meant) else { return false }
      count += 1
    }
    return count == 2
  }

  private func text(of form: Int) -> String {
    var text = ""
    for letter in letters[Int(starts[form])..<Int(starts[form + 1])] {
      let scalar: UInt32 =
        letter == LetterWords.apostrophe
        ? 0x2019 : letter == LetterWords.ghe ? 0x491 : UInt32(letter) + 0x42F
      text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "?")
    }
    return text
  }

  // MARK: Letters

  private static let vowels = Set("аеєиіїоуюя".unicodeScalars.map { LetterWords.letter($0.value) })

  private static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }
}
