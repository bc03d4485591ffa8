/// Values by words in letters of Ukrainian; see ``LetterWords``.
struct LetterTable<Value: Sendable>: Sendable {
  /// The letters of all words, one after another, and where each begins and the last ends.
  private var letters: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// The words in a table by their hashes: their numbers, counted from 1.
  private var numbers = [UInt32](repeating: 0, count: 64)
  private var values: [Value] = []

  /// How many words there are.
  var count: Int { values.count }

  /// The value of a word; nil for one that is not among them.
  subscript(word: ArraySlice<UInt8>) -> Value? {
    let number = numbers[place(of: word)]
    return number == 0 ? nil : values[Int(number) - 1]
  }

  /// The value of a word; nil for one that is not among them.
  subscript(word: [UInt8]) -> Value? { self[word[...]] }

  /// Changes the value of a word, from that of a new one if it is not yet among them.
  mutating func change(
    _ word: ArraySlice<UInt8>, default new: Value, _ change: (inout Value) -> Void
  ) {
    var place = place(of: word)
    if numbers[place] == 0 {
      letters += word
      starts.append(UInt32(letters.count))
      values.append(new)
      if values.count * 2 > numbers.count {
        grow()
        place = self.place(of: word)
      }
      numbers[place] = UInt32(values.count)
    }
    change(&values[Int(numbers[place]) - 1])
  }

  /// Makes room for more words.
  private mutating func grow() {
    numbers = Array(repeating: 0, count: numbers.count * 2)
    for number in 0..<(values.count - 1) {
      let word = letters[Int(starts[number])..<Int(starts[number + 1])]
      numbers[place(of: word)] = UInt32(number + 1)
    }
  }

  /// Where a word stands in the table, or would.
  private func place(of word: ArraySlice<UInt8>) -> Int {
    let mask = numbers.count - 1
    var place = Int(truncatingIfNeeded: LetterWords.hash(of: word)) & mask
    while numbers[place] != 0 {
      let number = Int(numbers[place]) - 1
      let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
      if end - start == word.count, isSame(start, word) { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private func isSame(_ start: Int, _ word: ArraySlice<UInt8>) -> Bool {
    let letters = letters.span
    var index = start
    for letter in word {
      if letters[index] != letter { return false }
      index += 1
    }
    return true
  }
}
