import Bytes

/// What a word is beside its neighbours, each group of wrong pairs by a bit: a word of which the group
/// is to the left, and one to the right of it, are most likely a wrong pair.
package struct WordClasses: Sendable, Equatable {
  /// The groups in which the word is the first of a pair, in which it is the second, and in which it
  /// may stand between the two.
  package var left: UInt64 = 0
  package var right: UInt64 = 0
  package var between: UInt64 = 0

  /// Makes what a word is that is beside others as any is.
  package init() {}
}

/// Knows words that do not go together with a neighbour: «структурний підрозділів», «5 звіти».
package protocol WordPairs: Sendable {
  /// How many groups of pairs there are, at most sixty-four.
  var groupCount: Int { get }
  /// The groups in which what stands at the start of a text is the first of a pair.
  var startGroups: UInt64 { get }
  /// What a word of a text is beside others.
  func classes(of word: LetterWord, in text: Span<UInt8>) -> WordClasses
  /// Where the wrong words stand of which one is the last; nil where it is not wrong.
  func wrong(_ words: [LetterWord], endingAt index: Int, in text: Span<UInt8>) -> Range<Int>?
}

extension WordPairs {
  package var startGroups: UInt64 { 0 }

  /// The first words of a text that do not go together.
  package func firstMatch(in text: Span<UInt8>) -> WordSearch.Match? {
    let words = LetterWords.all(in: text)
    for index in words.indices.dropFirst() 
    where classes(of: words[index], in: text).right != 0 {
      if let bytes = wrong(words, endingAt: index, in: text) {
        return WordSearch.Match(bytes: bytes, replacement: "")
      }
    }
    return nil
  }

  /// What a part of a text between two spaces is beside others: where words in it may be wrong, all
  /// is possible.
  package func classes(ofToken token: Span<UInt8>) -> WordClasses {
    var result = WordClasses()
    // A dash or the like stands between any words.
    result.between = allGroups
    var before: UInt64 = 0
    var isFirst = true
    var isWrong = false
    LetterWords.first(in: token) { word in
      let classes = self.classes(of: word, in: token)
      if isFirst { result.right = classes.right }
      isFirst = false
      isWrong = isWrong || classes.right & before != 0
      before = classes.left | before & classes.between
      result.left = classes.left
      result.between = classes.between
      return false
    }
    guard isWrong else { return result }
    result.left = allGroups
    result.right = allGroups
    return result
  }

  /// The bits of all groups.
  package var allGroups: UInt64 {
    groupCount < 64 ? (UInt64(1) << UInt64(groupCount)) - 1 : .max
  }
}
