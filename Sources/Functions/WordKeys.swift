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
  private var words = LetterTable<WordClasses>()
  private var beginnings = LetterTable<WordClasses>()
  /// How long the beginnings are, a bit for each length.
  private var lengths: UInt64 = 0

  package var groupCount: Int { Self.spread + Self.innerSpread + 1 }

  package var innerGroups: UInt128 {
    ((1 << UInt128(Self.innerSpread)) - 1) << UInt128(Self.spread)
  }

  /// Takes the words of each entry that gives anything; nil where one has none in letters of Ukrainian.
  package init?(_ list: WordList) {
    var entry = EntryWords()
    for (text, replacement) in list.items where replacement != nil {
      entry.read(text)
      guard !entry.words.isEmpty else { return nil }
      guard let place = entry.rarestPair else {
        change(entry, 0) { $0.alone |= Self.single }
        continue
      }
      // What stands behind a common word is told from what stands behind others.
      let number = entry.letters[entry.words[place].letters].reduce(0) {
        ($0 &* 31 &+ Int($1)) & 0xFFFF
      }
      let group =
        entry.words[place + 1].isBehindHyphen
        ? Self.spread + number % Self.innerSpread : number % Self.spread
      let bit = UInt128(1) << UInt128(group)
      change(entry, place) { $0.left |= bit }
      change(entry, place + 1) { $0.right |= bit }
    }
  }

  private mutating func change(
    _ entry: EntryWords, _ place: Int, _ change: (inout WordClasses) -> Void
  ) {
    let word = entry.words[place]
    let letters = entry.letters[word.letters]
    if word.isWhole {
      words.change(letters, default: WordClasses(), change)
    } else {
      beginnings.change(letters, default: WordClasses(), change)
      lengths |= 1 << UInt64(min(letters.count, 63))
    }
  }

  package func classes(of word: LetterWord, in text: Span<UInt8>) -> WordClasses {
    var classes = words[word.letters] ?? WordClasses()
    for length in 1...word.letters.count where lengths & 1 << UInt64(min(length, 63)) != 0 {
      guard let more = beginnings[word.letters.prefix(length)] else { continue }
      classes.left |= more.left
      classes.right |= more.right
      classes.alone |= more.alone
    }
    return classes
  }
}

/// The words of an entry, in memory that serves again for the next.
private struct EntryWords {
  private(set) var letters: [UInt8] = []
  private(set) var words: [(letters: Range<Int>, isWhole: Bool, isBehindHyphen: Bool)] = []

  /// Reads the words of an entry that are of letters of Ukrainian alone.
  mutating func read(_ entry: ArraySlice<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    var start = entry.startIndex
    var isBehindHyphen = false
    for index in entry.startIndex...entry.endIndex {
      let byte = index < entry.endIndex ? entry[index] : 0x20
      guard byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") else { continue }
      let first = letters.count
      LetterWords.append(entry[start..<index], to: &letters)
      if letters.count > first, !letters[first...].contains(0) {
        words.append((first..<letters.count, byte != UInt8(ascii: "*"), isBehindHyphen))
      }
      isBehindHyphen = byte == UInt8(ascii: "-")
      start = index + 1
    }
  }

  /// The first of the two longest neighbours, which are the rarest; nil where there is but one word.
  var rarestPair: Int? {
    words.indices.dropLast().max { length(of: $0) < length(of: $1) }
  }

  private func length(of place: Int) -> Int {
    words[place].letters.count + words[place + 1].letters.count
  }
}
