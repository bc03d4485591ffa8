import Bytes

/// The words of a list's entries, by which most texts are told to hold none of them: of each entry one
/// word, or two neighbours where there are as many.
package struct WordKeys: WordClassifier {
  /// The groups that entries of two words and more are spread over, and those of words that a hyphen
  /// joins; behind them stands the group of single words.
  private static let spread = 16
  private static let innerSpread = 4
  private static let single = UInt128(1) << UInt128(spread + innerSpread)

  /// What words as they stand tell, and what the beginnings of words tell.
  private var words: [[UInt8]: WordClasses] = [:]
  private var beginnings: [[UInt8]: WordClasses] = [:]
  /// How long the beginnings are, a bit for each length.
  private var lengths: UInt64 = 0

  package var groupCount: Int { Self.spread + Self.innerSpread + 1 }

  package var innerGroups: UInt128 { ((1 << UInt128(Self.innerSpread)) - 1) << UInt128(Self.spread) }

  /// Takes the words of each entry that gives anything; nil where one has none in letters of Ukrainian.
  package init?(_ list: WordList) {
    for (entry, replacement) in list.items where replacement != nil {
      let words = Self.words(of: entry)
      guard let first = words.first else { return nil }
      guard words.count > 1 else {
        add(first) { $0.alone |= Self.single }
        continue
      }
      // The longest neighbours are the rarest.
      let place = (1..<words.count).max {
        words[$0].letters.count + words[$0 - 1].letters.count
          < words[$1].letters.count + words[$1 - 1].letters.count
      }
      guard let place else { continue }
      // What stands behind a common word is told from what stands behind others.
      let number = words[place - 1].letters.reduce(0) { ($0 * 31 + Int($1)) % 1_009 }
      let group =
        words[place].isBehindHyphen
        ? Self.spread + number % Self.innerSpread : number % Self.spread
      let bit = UInt128(1) << UInt128(group)
      add(words[place - 1]) { $0.left |= bit }
      add(words[place]) { $0.right |= bit }
    }
  }

  private typealias Word = (letters: [UInt8], isWhole: Bool, isBehindHyphen: Bool)

  /// The words of an entry.
  private static func words(of entry: String) -> [Word] {
    var words: [Word] = []
    var open: [UInt8] = []
    var isBehindHyphen = false
    for scalar in Array(entry.unicodeScalars) + [" "] {
      let letter = LetterWords.letter(WordIndex.folded(scalar.value))
      if letter != 0 {
        open.append(letter)
        continue
      }
      if !open.isEmpty { words.append((open, scalar != "*", isBehindHyphen)) }
      isBehindHyphen = scalar == "-"
      open = []
    }
    return words
  }

  private mutating func add(_ word: Word, _ change: (inout WordClasses) -> Void) {
    if word.isWhole {
      change(&words[word.letters, default: WordClasses()])
    } else {
      change(&beginnings[word.letters, default: WordClasses()])
      lengths |= 1 << UInt64(min(word.letters.count, 63))
    }
  }

  package func classes(of word: LetterWord, in text: Span<UInt8>) -> WordClasses {
    var classes = words[word.letters] ?? WordClasses()
    for length in 1...word.letters.count where lengths & 1 << UInt64(min(length, 63)) != 0 {
      guard let more = beginnings[Array(word.letters.prefix(length))] else { continue }
      classes.left |= more.left
      classes.right |= more.right
      classes.alone |= more.alone
    }
    return classes
  }
}
