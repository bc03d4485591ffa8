import Bytes

/// Values by words in letters of Ukrainian; see ``LetterWords``.
struct LetterTable<Value: Sendable>: Sendable {
  /// The texts in UTF-8 whose words these are, one after another, with a space behind each.
  private var text: [UInt8] = []
  /// Where each word begins.
  private var starts: [UInt32] = []
  private var values: [Value] = []
  /// The words in a table by their hashes: their numbers, counted from 1.
  private var numbers: [UInt32]

  /// Makes a table for the words of texts in UTF-8 that are about so long.
  init(forBytes count: Int = 0) {
    // A word and the space behind it have 18 bytes or so.
    let words = count / 18
    var size = 64
    while size < 2 * words { size *= 2 }
    numbers = Array(repeating: 0, count: size)
    text.reserveCapacity(count + 256)
    starts.reserveCapacity(words)
    values.reserveCapacity(words)
  }

  /// The value of a word; nil for one that is not among them.
  subscript(word: ArraySlice<UInt8>) -> Value? {
    let (word, text) = (word.span, text.span)
    return number(LetterWords.hash(of: word)) { LetterWords.stands(word, in: text, at: $0) }
      .map { values[$0] }
  }

  /// The value of a word; nil for one that is not among them.
  subscript(word: [UInt8]) -> Value? { self[word[...]] }

  /// Changes the values of the words of a text in UTF-8, between spaces, from that of a new one if they
  /// are not yet among them.
  mutating func change(
    wordsOf words: ArraySlice<UInt8>, default new: Value, _ change: (inout Value) -> Void
  ) {
    var index = text.count
    text.append(copying: words.span)
    let end = text.count
    text.append(0x20)
    while index < end {
      let (next, hash) = LetterWords.word(in: text.span, from: index)
      if next > index {
        let known = number(hash) { LetterWords.isSame(text.span, $0, index) }
        let number = known ?? add(wordAt: index, hash, new)
        change(&values[number])
      }
      index = next + 1
    }
  }

  /// The number of a word of which it can be told whether it stands at a place of the text; nil for one
  /// that is not among them.
  @inline(__always)
  private func number(_ hash: UInt64, _ stands: (Int) -> Bool) -> Int? {
    let numbers = numbers.span
    let mask = numbers.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while numbers[place] != 0 {
      let number = Int(numbers[place]) - 1
      if stands(Int(starts[number])) { return number }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Adds a word that stands at a place of the text.
  private mutating func add(wordAt start: Int, _ hash: UInt64, _ value: Value) -> Int {
    starts.append(UInt32(start))
    values.append(value)
    if values.count * 2 > numbers.count {
      numbers = Array(repeating: 0, count: numbers.count * 2)
      for number in starts.indices {
        enter(number, text.span.token(from: Int(starts[number])).hash)
      }
    } else {
      enter(values.count - 1, hash)
    }
    return values.count - 1
  }

  private mutating func enter(_ number: Int, _ hash: UInt64) {
    let mask = numbers.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while numbers[place] != 0 { place = (place + 1) & mask }
    numbers[place] = UInt32(number + 1)
  }
}
