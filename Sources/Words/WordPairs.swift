import Bytes

/// What a word is beside its neighbours, in groups, each of which is a bit: of the words of which one is
/// the first of a group and the next its second, the group may have something to say.
package struct WordClasses: Sendable, Equatable {
  /// The groups in which the word is the first of two.
  package var left: UInt128 = 0
  /// Those in which it is the second.
  package var right: UInt128 = 0
  /// Those in which it may stand between the two.
  package var between: UInt128 = 0
  /// Those that may have something to say of the word alone.
  package var alone: UInt128 = 0

  /// Makes what a word is that no group knows.
  package init() {}
}

/// Knows words that do not go together with a neighbour: «структурний підрозділів», «5 звіти». It sorts
/// words by what they are beside others, so that most texts are told at once to hold none that are wrong.
package protocol WordPairs: Sendable {
  /// How many groups there are, at most 128.
  var groupCount: Int { get }
  /// The groups in which what stands at the start of a text is the first of two.
  var startGroups: UInt128 { get }
  /// What a word of a text is beside others.
  func classes(of word: LetterWord, in text: Span<UInt8>) -> WordClasses
  /// The groups in which a word is the second of a pair.
  func right(of word: LetterWord) -> UInt128
  /// Where the wrong words stand of which one is the last; nil where it is not wrong.
  func wrong(_ words: [LetterWord], endingAt index: Int, in text: Span<UInt8>) -> Range<Int>?
}

extension WordPairs {
  /// None: what stands at the start of a text is the second of nothing.
  package var startGroups: UInt128 { 0 }

  /// What a part of a text between two spaces is beside others.
  package func classes(ofToken token: Span<UInt8>) -> WordClasses {
    var result = WordClasses()
    // A dash or the like stands between any words.
    result.between = allGroups
    var before: UInt128 = 0
    var isFirst = true
    LetterWords.first(in: token) { word in
      let classes = self.classes(of: word, in: token)
      if isFirst { result.right = classes.right }
      isFirst = false
      result.alone |= classes.alone | classes.right & before
      before = classes.left | before & classes.between
      result.left = classes.left
      result.between = classes.between
      return false
    }
    return result
  }

  /// The bits of all groups.
  package var allGroups: UInt128 {
    groupCount < 128 ? (UInt128(1) << UInt128(groupCount)) - 1 : .max
  }
}

extension WordPairs {
  /// The first words of a text that do not go together; of those whose last one begins in some parts of
  /// it, one behind another, where these are given.
  package func firstMatch(in text: Span<UInt8>, endingIn parts: [Range<Int>]? = nil)
    -> WordSearch.Match?
  {
    let words = LetterWords.all(in: text)
    var parts = (parts ?? [0..<text.count])[...]
    for index in words.indices.dropFirst() {
      let start = words[index].bytes.lowerBound
      while let part = parts.first, part.upperBound <= start { parts.removeFirst() }
      guard let part = parts.first else { return nil }
      guard part.contains(start), right(of: words[index]) != 0 else { continue }
      if let bytes = wrong(words, endingAt: index, in: text) {
        return WordSearch.Match(bytes: bytes, replacement: "")
      }
    }
    return nil
  }
}
