import Bytes

/// Adjectives and forms of nouns that documents are full of, and which endings of the one do not
/// agree with which forms of the other: «структурний підрозділів».
package struct Agreement: WordPairs {
  /// The adjectives without their endings.
  private let stems: LetterTable<Void>
  /// The endings that do not agree with a group of nouns.
  private let endings: [[[UInt8]]]
  /// The groups of each form of a noun, a bit for each.
  private let groups: LetterTable<UInt128>
  /// The letters that endings of adjectives end with, a bit for each.
  private let lastLetters: UInt64

  /// The endings of adjectives.
  private static let adjectiveEndings = [
    "ий", "ій", "ого", "ього", "ому", "ьому", "им", "ім", "ої", "ьої", "ою", "ьою", "і", "их", "іх",
    "ими", "іми", "а", "у", "е",
  ].map { LetterWords.letters($0) }

  /// Makes it of adjectives without their endings, and of endings with the forms of nouns that they
  /// do not agree with.
  package init(
    stems: [ArraySlice<UInt8>],
    disagreeing: [(endings: ArraySlice<UInt8>, nouns: ArraySlice<UInt8>)]
  ) {
    var known = LetterTable<Void>(forBytes: 20 * stems.count)
    for stem in stems { known.change(wordsOf: stem, default: ()) { _ in } }
    self.stems = known
    endings = disagreeing.map { $0.endings.words.map { LetterWords.letters($0) } }
    var groups = LetterTable<UInt128>(forBytes: disagreeing.reduce(0) { $0 + $1.nouns.count })
    for (group, words) in disagreeing.enumerated() {
      groups.change(wordsOf: words.nouns, default: 0) { $0 |= 1 << UInt128(group) }
    }
    self.groups = groups
    lastLetters = Self.adjectiveEndings.compactMap(\.last).reduce(0) { $0 | 1 << UInt64($1) }
  }

  private static let masculine = LetterWords.letters("ому")
  private static let joining = ["та", "і", "й"].map { LetterWords.letters($0) }
  /// What an adjective may be of that stands behind it: «частиною четвертою статті», «визнати аварійними
  /// ділянки».
  private static let governing = [
    "частин", "пункт", "підпункт", "абзац", "розділ", "глав", "статт", "визна", "вважа", "залиш",
    "робит", "зроб",
  ].map { LetterWords.letters($0) }

  /// A group for each ending of adjectives that nouns agree with.
  package var groupCount: Int { endings.count }

  /// The groups of adjectives that a noun agrees with; none of what begins with a capital or a hyphen follows.
  package func right(of word: LetterWord) -> UInt128 {
    word.isCapitalized || word.hasInnerCapital || word.isBeforeHyphen
      ? 0 : groups[word.letters] ?? 0
  }

  /// The same, with the groups that an adjective is of by its endings.
  package func classes(of word: LetterWord, in text: Span<UInt8>) -> WordClasses {
    var classes = WordClasses()
    classes.right = right(of: word)
    if isAdjective(word.letters) {
      for (group, endings) in endings.enumerated() where endings.contains(where: word.letters.ends)
      {
        classes.left |= 1 << UInt128(group)
      }
    }
    return classes
  }

  /// The adjective and the noun behind it that do not agree.
  package func wrong(_ words: [LetterWord], endingAt index: Int, in text: Span<UInt8>) -> Range<
    Int
  >? {
    // «Південний вулицею» has a name, but for the first word of a text.
    guard words[index].isBehindSpace, index == 1 || !words[index - 1].isCapitalized,
      index < 2 || mayAgree(words[index - 1], behind: words[index - 2]),
      right(of: words[index]) & classes(of: words[index - 1], in: text).left != 0
    else { return nil }
    return words[index - 1].bytes.lowerBound..<words[index].bytes.upperBound
  }

  /// Whether an adjective is of the noun behind it, and not one of several, «сільської та селищної рад»,
  /// «першої, другої черг», nor of what stands before it.
  private func mayAgree(_ adjective: LetterWord, behind word: LetterWord) -> Bool {
    adjective.isBehindSpace && !Self.joining.contains(word.letters)
      && !Self.governing.contains { word.letters.starts(with: $0) }
  }

  /// Whether a word is an adjective whose ending is known: «свідому» may have «-у» for its ending.
  private func isAdjective(_ word: [UInt8]) -> Bool {
    guard word.count > 3, lastLetters & 1 << UInt64(word[word.count - 1]) != 0,
      !word.ends(with: Self.masculine) || stems[word.dropLast()] == nil
    else { return false }
    return Self.adjectiveEndings.contains { ending in
      word.ends(with: ending) && stems[word.dropLast(ending.count)] != nil
    }
  }
}

extension Collection<UInt8> {
  /// Whether a word has an ending.
  func ends(with ending: [UInt8]) -> Bool {
    // The last letter tells most words apart.
    guard let own = suffix(1).first, let last = ending.last else { return ending.isEmpty }
    return own == last && count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
