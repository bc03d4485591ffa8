internal import Bytes

/// What was found out about the tokens of texts – the parts between two spaces – so that it is found
/// out once: most texts are made of the same words.
struct TokenBits {
  /// How many tokens, and bytes of tokens, are remembered before all are forgotten.
  private static let tokenLimit = 1 << 15
  private static let byteLimit = 1 << 20

  private struct Token {
    let hash: UInt64
    let bytes: Range<Int>
    let bits: UInt64
  }

  private var tokens: [Token] = []
  /// The tokens in a table by their hashes: their numbers, counted from 1.
  private var numbers = [UInt32](repeating: 0, count: 1 << 10)
  private var bytes: [UInt8] = []

  /// The bits of all tokens of a text together.
  mutating func bits(in text: Span<UInt8>, _ bitsOfToken: (Span<UInt8>) -> UInt64) -> UInt64 {
    var found: UInt64 = 0
    var start = 0
    repeat {
      let (end, hash) = text.token(from: start)
      if let number = number(of: text, start..<end, hash) {
        found |= tokens[number].bits
      } else {
        let token = text.extracting(start..<end)
        let bits = bitsOfToken(token)
        add(token, hash, bits)
        found |= bits
      }
      start = end + 1
    } while start <= text.count
    return found
  }

  /// The number of a known token.
  @inline(__always)
  private func number(of text: Span<UInt8>, _ range: Range<Int>, _ hash: UInt64) -> Int? {
    let mask = numbers.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    let numbers = numbers.span
    let tokens = tokens.span
    while true {
      // At least half of the table is empty.
      let number = unsafe Int(numbers[unchecked: place])
      if number == 0 { return nil }
      let token = unsafe tokens[unchecked: number &- 1]
      if token.hash == hash, token.bytes.count == range.count,
        bytes.span.isSame(token.bytes.lowerBound, as: text, range)
      {
        return number &- 1
      }
      place = (place &+ 1) & mask
    }
  }

  private mutating func add(_ token: Span<UInt8>, _ hash: UInt64, _ bits: UInt64) {
    if tokens.count >= Self.tokenLimit || bytes.count + token.count > Self.byteLimit {
      self = TokenBits()
    }
    let start = bytes.count
    for index in token.indices { bytes.append(token[index]) }
    tokens.append(Token(hash: hash, bytes: start..<bytes.count, bits: bits))
    if tokens.count * 2 > numbers.count {
      numbers = Array(repeating: 0, count: numbers.count * 2)
      for number in tokens.indices { enter(number) }
    } else {
      enter(tokens.count - 1)
    }
  }

  private mutating func enter(_ number: Int) {
    let mask = numbers.count - 1
    var place = Int(truncatingIfNeeded: tokens[number].hash) & mask
    while numbers[place] != 0 { place = (place + 1) & mask }
    numbers[place] = UInt32(number + 1)
  }
}
