import Bytes

/// A word of each entry of a list, by which most texts are told to hold none of them.
package struct WordKeys: Sendable {
  /// Words as they stand, and what words begin with.
  private var words: Set<[UInt8]> = []
  private var beginnings: Set<[UInt8]> = []
  /// How long the beginnings are, a bit for each length.
  private var lengths: UInt64 = 0
  /// Whether an entry has no word in letters of Ukrainian alone, so that nothing can be told.
  private var isOpen = false

  /// Takes the longest word of each entry.
  package init(_ list: WordList) {
    for (entry, replacement) in list.items where replacement != nil { add(entry) }
  }

  private mutating func add(_ entry: String) {
    var best: (letters: [UInt8], isWhole: Bool) = ([], true)
    var open: [UInt8] = []
    var isSound = true
    func close(isWhole: Bool) {
      if isSound, open.count > best.letters.count { best = (open, isWhole) }
      (open, isSound) = ([], true)
    }
    for scalar in entry.unicodeScalars {
      let letter = LetterWords.letter(WordIndex.folded(scalar.value))
      switch scalar {
      case " ", "-": close(isWhole: true)
      case "*": close(isWhole: false)
      // Apostrophes have more forms than letters have.
      default: if letter == 0 || letter == LetterWords.apostrophe { isSound = false }
      }
      if letter != 0 { open.append(letter) }
    }
    close(isWhole: true)
    if best.letters.isEmpty {
      isOpen = true
    } else if best.isWhole {
      words.insert(best.letters)
    } else {
      beginnings.insert(best.letters)
      lengths |= 1 << UInt64(min(best.letters.count, 63))
    }
  }

  /// Whether a text may hold an entry.
  package func mayStand(in text: Span<UInt8>) -> Bool {
    if isOpen { return true }
    var isFound = false
    LetterWords.first(in: text) { word in
      isFound =
        words.contains(word.letters)
        || (1...word.letters.count).contains { length in
          lengths & 1 << UInt64(min(length, 63)) != 0
            && beginnings.contains(Array(word.letters.prefix(length)))
        }
      return isFound
    }
    return isFound
  }
}
