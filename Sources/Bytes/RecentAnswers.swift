/// What a function gave of the texts that it was asked of, until they are too many: plans repeat
/// themselves and each other. It belongs to one task.
package struct RecentAnswers<Answer> {
  /// How many texts, and bytes of texts, are remembered before all are forgotten.
  @usableFromInline static var textLimit: Int { 1 << 13 }
  @usableFromInline static var byteLimit: Int { 1 << 20 }
  /// The longest text that is remembered, in bytes.
  @usableFromInline static var longest: Int { 512 }

  @usableFromInline struct Known {
    @usableFromInline let hash: UInt64
    @usableFromInline let bytes: Range<Int>
    @usableFromInline let answer: Answer

    @inlinable init(_ hash: UInt64, _ bytes: Range<Int>, _ answer: Answer) {
      self.hash = hash
      self.bytes = bytes
      self.answer = answer
    }
  }

  @usableFromInline var texts: [Known] = []
  /// The texts in a table by their hashes: their numbers, counted from 1.
  @usableFromInline var numbers: [UInt16] = []
  @usableFromInline var bytes: [UInt8] = []

  /// Makes it without any answer.
  @inlinable package init() {}

  /// What the function gives of a text.
  @inlinable package mutating func answer(
    to text: Span<UInt8>, _ function: (Span<UInt8>) -> Answer
  ) -> Answer {
    guard text.count <= Self.longest else { return function(text) }
    if numbers.isEmpty { numbers = Array(repeating: 0, count: 2 * Self.textLimit) }
    let hash = text.hash
    var place = Int(truncatingIfNeeded: hash) & (numbers.count - 1)
    while numbers[place] != 0 {
      let number = Int(numbers[place]) - 1
      if texts[number].hash == hash, texts[number].bytes.count == text.count,
        bytes.span.isSame(texts[number].bytes.lowerBound, as: text, text.indices)
      {
        return texts[number].answer
      }
      place = (place + 1) & (numbers.count - 1)
    }
    let answer = function(text)
    if texts.count == Self.textLimit || bytes.count + text.count > Self.byteLimit {
      self = RecentAnswers()
    } else {
      remember(text, hash, answer, at: place)
    }
    return answer
  }

  @inlinable mutating func remember(
    _ text: Span<UInt8>, _ hash: UInt64, _ answer: Answer, at place: Int
  ) {
    let start = bytes.count
    for index in text.indices { bytes.append(text[index]) }
    texts.append(Known(hash, start..<bytes.count, answer))
    numbers[place] = UInt16(texts.count)
  }
}
