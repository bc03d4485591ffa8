internal import Bytes
internal import Functions
internal import Patterns

/// What was found out about the tokens of texts – the parts between two spaces – so that it is found
/// out once: most texts are made of the same words.
struct TokenBits {
  /// How many tokens, and bytes of tokens, are remembered; the next text begins anew.
  private static let tokenLimit = 1 << 15
  private static let byteLimit = 1 << 20

  /// What a token tells: bits of rules that may find anything in a text that has it, and what it is
  /// beside others.
  struct Found {
    var bits: RuleBits = 0
    /// The patterns that may match in such a text.
    var patterns: SoughtPatterns.Bits = 0
    /// The groups in which the token is the first of two words, the second, between them, or speaks for
    /// itself; see ``WordClasses``.
    var left = GroupBits.none
    var right = GroupBits.none
    var between = GroupBits.none
    var alone = GroupBits.none
    /// A hash of the word that the token begins with, and of one that is all of it; 0 for none.
    private(set) var firstWord: UInt64 = 0
    private(set) var onlyWord: UInt64 = 0

    /// Notes what may be a repeated word; see ``RepeatedWord``.
    mutating func note(wordsOf token: Span<UInt8>) {
      var end = 0
      while end < token.count, token[end] >= 0x80 { end += 1 }
      guard end > 0 else { return }
      firstWord = token.extracting(..<end).token(from: 0).hash | 1
      if end == token.count { onlyWord = firstWord }
    }
  }

  private struct Token {
    let hash: UInt64
    let bytes: Range<Int>
    let found: Found
  }

  private var tokens: [Token] = []
  /// The tokens in a table by their hashes: their numbers, counted from 1.
  private var numbers = [UInt32](repeating: 0, count: 1 << 10)
  private var bytes: [UInt8] = []
  /// The tokens of the text that was looked at last.
  private(set) var row: [NumberedToken] = []
  /// Where the tokens of that text stand with which groups of words have something to say of it.
  private(set) var pairEnds: [Range<Int>] = []
  /// How often all tokens were forgotten.
  private(set) var generation = 0

  /// The bits of all tokens of a text together, those of patterns, the groups of words that have
  /// something to say of it, and whether words may stand twice in a row.
  mutating func bits(
    in text: Span<UInt8>, behind startGroups: GroupBits.Words, _ look: (Span<UInt8>) -> Found
  ) -> (bits: RuleBits, patterns: SoughtPatterns.Bits, groups: GroupBits.Words, hasRepetition: Bool)
  {
    if isFull { forget() }
    row.removeAll(keepingCapacity: true)
    pairEnds.removeAll(keepingCapacity: true)
    var bits: RuleBits = 0
    var patterns: SoughtPatterns.Bits = 0
    var hasRepetition = false
    // The last words of small letters with spaces around them, the last one first.
    var words: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    var groups = GroupBits.none
    // The groups of which the first word stands right before, or before some that may stand between.
    var before = startGroups
    var start = 0
    repeat {
      let (end, hash) = text.token(from: start)
      let found: Found
      // Most words that are new are names and numbers, which do not come again.
      let number = number(of: text, start..<end, hash)
      if let number {
        found = tokens[number].found
      } else {
        let token = text.extracting(start..<end)
        found = look(token)
        if !isFull { add(token, hash, found) }
      }
      row.append(NumberedToken(number: number, bytes: start..<end))
      bits |= found.bits
      patterns |= found.patterns
      let ended = found.alone | found.right & before
      if ended != GroupBits.none {
        groups |= ended
        pairEnds.append(start..<end)
      }
      if found.firstWord != 0 {
        let word = found.firstWord
        if word == words.0 || word == words.1 && words.0 == words.2
          || word == words.2 && words.0 == words.3 && words.1 == words.4
        {
          hasRepetition = true
        }
      }
      words = (found.onlyWord, words.0, words.1, words.2, words.3)
      before = found.left | before & found.between
      start = end + 1
    } while start <= text.count
    return (bits, patterns, groups, hasRepetition)
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

  private var isFull: Bool { tokens.count >= Self.tokenLimit || bytes.count >= Self.byteLimit }

  /// Forgets all tokens: their numbers are given anew.
  private mutating func forget() {
    let generation = generation
    self = TokenBits()
    self.generation = generation + 1
  }

  private mutating func add(_ token: Span<UInt8>, _ hash: UInt64, _ found: Found) {
    let start = bytes.count
    for index in token.indices { bytes.append(token[index]) }
    tokens.append(Token(hash: hash, bytes: start..<bytes.count, found: found))
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
