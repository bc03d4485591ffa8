import Bytes

/// Values by words in letters of Ukrainian; see ``LetterWords``.
struct LetterTable<Value: Sendable>: Sendable {
  /// The letters of all words, one after another, and where each begins and the last ends.
  private var letters: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// The words in a table by their hashes: their numbers, counted from 1.
  private var numbers: [UInt32]
  private var values: [Value] = []

  /// Makes a table for about as many words as a text in UTF-8 has that is so long.
  init(forBytes count: Int = 0) {
    // A word and the space behind it have 20 bytes.
    let words = count / 20
    var size = 64
    while size < 2 * words { size *= 2 }
    numbers = Array(repeating: 0, count: size)
    letters.reserveCapacity(count / 2)
    starts.reserveCapacity(words + 1)
    values.reserveCapacity(words)
  }

  /// How many words there are.
  var count: Int { values.count }

  /// The value of a word; nil for one that is not among them.
  subscript(word: ArraySlice<UInt8>) -> Value? {
    let number = numbers[place(of: word.span)]
    return number == 0 ? nil : values[Int(number) - 1]
  }

  /// The value of a word; nil for one that is not among them.
  subscript(word: [UInt8]) -> Value? { self[word[...]] }

  /// Changes the values of the words of a text in UTF-8, between spaces, from that of a new one if they
  /// are not yet among them.
  mutating func change(
    wordsOf text: ArraySlice<UInt8>, default new: Value, _ change: (inout Value) -> Void
  ) {
    let text = text.span
    var index = 0
    while index < text.count {
      let start = letters.count
      LetterWords.append(text, &index, to: &letters)
      if letters.count > start { self.change(lastFrom: start, default: new, change) }
      index += 1
    }
  }

  /// Changes the value of the word that the last letters are, which are kept if it is new.
  private mutating func change(
    lastFrom start: Int, default new: Value, _ change: (inout Value) -> Void
  ) {
    var place = place(ofLetters: start..<letters.count)
    if numbers[place] != 0 {
      letters.removeLast(letters.count - start)
    } else {
      starts.append(UInt32(letters.count))
      values.append(new)
      if values.count * 2 > numbers.count {
        grow()
        place = self.place(ofLetters: start..<letters.count)
      }
      numbers[place] = UInt32(values.count)
    }
    change(&values[Int(numbers[place]) - 1])
  }

  /// Makes room for more words.
  private mutating func grow() {
    numbers = Array(repeating: 0, count: numbers.count * 2)
    for number in 0..<(values.count - 1) {
      let place = place(ofLetters: Int(starts[number])..<Int(starts[number + 1]))
      numbers[place] = UInt32(number + 1)
    }
  }

  private func place(ofLetters range: Range<Int>) -> Int {
    place(of: letters.span.extracting(range))
  }

  /// Where a word stands in the table, or would.
  private func place(of word: Span<UInt8>) -> Int {
    let mask = numbers.count - 1
    let numbers = numbers.span
    var place = Int(truncatingIfNeeded: LetterWords.hash(of: word)) & mask
    while numbers[place] != 0 {
      let number = Int(numbers[place]) - 1
      let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
      if end - start == word.count, letters.span.isSame(start, as: word, word.indices) {
        return place
      }
      place = (place + 1) & mask
    }
    return place
  }
}
