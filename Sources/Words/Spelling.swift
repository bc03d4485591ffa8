import Bytes

/// Tells words of texts that are none, and are one slip away from a word, or are two; see
/// ``WordDictionary``.
///
/// What a capital begins is a name, but for the first word of a text or a sentence; what has one inside
/// is an abbreviation. Short words and parts of others – behind a digit, before a hyphen – are passed
/// over, and so are words that the dictionary does not have but that there are.
package struct Spelling: Sendable {
  private let dictionary: WordDictionary
  private let others: WordIndex

  /// The least number of letters of a word that is looked at, and of one before a full stop, where
  /// shorter ones are abbreviations.
  private static let shortest = 5
  private static let shortestBeforeStop = 7

  /// Makes it of a dictionary and of words that there are beside it, where `*` stands for any ending.
  package init(_ dictionary: WordDictionary, others: [ArraySlice<UInt8>]) {
    self.dictionary = dictionary
    self.others = WordIndex(WordList(others.map { ($0, []) }))
  }

  /// The first word of a text that is none.
  package func firstMatch(in text: Span<UInt8>) -> WordSearch.Match? {
    var match: WordSearch.Match?
    var beginsSentence = true
    LetterWords.first(in: text) { word in
      defer { beginsSentence = endsSentence(word, in: text) }
      if match != nil {
        // «Сольська Єва Юріївна» is a name, too.
        let isName = word.isCapitalized && word.isBehindSpace
        if isName { match = nil }
        return !isName
      }
      guard isJudged(word, in: text), beginsSentence || !word.isCapitalized,
        !dictionary.contains(word.letters[...]), let meant = meant(by: word.letters),
        others.firstMatch(in: text.extracting(word.bytes)) == nil
      else { return false }
      match = WordSearch.Match(bytes: word.bytes, replacement: meant)
      return !word.isCapitalized
    }
    return match
  }

  /// The word or the two words that were meant by letters that are none; nil where that is not sure.
  private func meant(by word: [UInt8]) -> String? {
    if let meant = dictionary.wordMeant(by: word) { return LetterWords.text(meant[...]) }
    return dictionary.joinedWord(in: word).map { place in
      LetterWords.text(word[..<place]) + " " + LetterWords.text(word[place...])
    }
  }

  /// Whether a word is whole, long enough and no name of a place.
  private func isJudged(_ word: LetterWord, in text: Span<UInt8>) -> Bool {
    let (start, end) = (word.bytes.lowerBound, word.bytes.upperBound)
    let isBeforeStop = end < text.count && text[end] == UInt8(ascii: ".")
    return word.letters.count >= (isBeforeStop ? Self.shortestBeforeStop : Self.shortest)
      && !word.hasInnerCapital && !word.isBeforeHyphen
      && !word.letters.contains { $0 >= LetterWords.zero }
      && !(word.isCapitalized && isOfPlace(word))
      && !joins(text, from: start - 1, by: -1) && !joins(text, from: end, by: 1)
  }

  /// Whether a word is an adjective as those of places are, «Вараська міська рада».
  private func isOfPlace(_ word: LetterWord) -> Bool {
    Self.placeSuffixes.contains { suffix in
      word.letters.indices.contains { word.letters[$0...].starts(with: suffix) }
    }
  }

  private static let placeSuffixes = ["ськ", "цьк", "зьк"].map { LetterWords.letters($0) }

  /// Whether what stands beside a word makes it a part of another: a letter of another alphabet, a
  /// hyphen, a sign that is put over a letter, or a mark with a letter behind it, «обов"язки».
  private func joins(_ text: Span<UInt8>, from index: Int, by step: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    switch text[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "/"), 0xC3...0xCF:
      return true
    case UInt8(ascii: "\""), UInt8(ascii: "*"), UInt8(ascii: ","):
      return text.indices.contains(index + step) && text[index + step] >= 0x80
    default: return false
    }
  }

  /// Whether a full stop behind a word ends a sentence, and no abbreviation.
  private func endsSentence(_ word: LetterWord, in text: Span<UInt8>) -> Bool {
    let end = word.bytes.upperBound
    return end < text.count && text[end] == UInt8(ascii: ".") && !word.isCapitalized
      && word.letters.count >= Self.shortestBeforeStop
  }
}
