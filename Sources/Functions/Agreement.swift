import Bytes

/// Adjectives and forms of nouns that documents are full of, and which endings of the one do not
/// agree with which forms of the other: «структурний підрозділів».
package struct Agreement: Sendable {
  /// The adjectives without their endings.
  private let stems: Set<[UInt8]>
  /// The endings that do not agree with a group of nouns.
  private let endings: [[[UInt8]]]
  /// The group of each form of a noun.
  private let groups: [[UInt8]: Int]
  private let longestNoun: Int
  /// The letters that endings of adjectives end with, a bit for each.
  private let lastLetters: UInt64

  /// The endings of adjectives.
  private static let adjectiveEndings = [
    "ий", "ій", "ого", "ього", "ому", "ьому", "им", "ім", "ої", "ьої", "ою", "ьою", "і", "их", "іх",
    "ими", "іми", "а", "у", "е",
  ].map(letters)

  /// Makes it of adjectives without their endings, and of endings with the forms of nouns that they
  /// do not agree with.
  init(stems: [String], disagreeing: [(endings: String, nouns: String)]) {
    self.stems = Set(stems.map(Self.letters))
    endings = disagreeing.map { $0.endings.split(separator: " ").map { Self.letters(String($0)) } }
    var groups: [[UInt8]: Int] = [:]
    for (group, words) in disagreeing.enumerated() {
      for noun in words.nouns.split(separator: " ") { groups[Self.letters(String(noun))] = group }
    }
    self.groups = groups
    longestNoun = groups.keys.map(\.count).max() ?? 0
    lastLetters = Self.adjectiveEndings.compactMap(\.last).reduce(0) { $0 | 1 << UInt64($1) }
  }

  private static func letters(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { LetterWords.letter($0.value) }
  }

  /// The first adjective of a text that does not agree with the noun behind it, and that noun.
  package func firstMatch(in text: Span<UInt8>) -> WordSearch.Match? {
    var match: WordSearch.Match?
    var last: (letters: [UInt8], start: Int) = ([], 0)
    LetterWords.first(in: text) { word in
      if word.isBehindSpace, !word.isCapitalized, !word.hasInnerCapital,
        disagree(last.letters, word.letters)
      {
        match = WordSearch.Match(bytes: last.start..<word.bytes.upperBound, replacement: "")
        return true
      }
      // Its own memory serves again.
      last.letters.removeAll(keepingCapacity: true)
      last.letters += word.letters
      last.start = word.bytes.lowerBound
      return false
    }
    return match
  }

  private func disagree(_ adjective: [UInt8], _ noun: [UInt8]) -> Bool {
    guard adjective.count > 3, noun.count <= longestNoun,
      lastLetters & 1 << UInt64(adjective[adjective.count - 1]) != 0, let group = groups[noun],
      endings[group].contains(where: adjective.ends)
    else { return false }
    return Self.adjectiveEndings.contains { ending in
      adjective.ends(with: ending) && stems.contains(Array(adjective.dropLast(ending.count)))
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
