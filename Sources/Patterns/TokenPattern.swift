/// A token of a text – a part between two spaces –, with a number that is the same wherever its bytes
/// are; nil where it has none.
package struct NumberedToken {
  package let number: Int?
  package let bytes: Range<Int>

  /// Names a token of a text.
  package init(number: Int?, bytes: Range<Int>) {
    self.number = number
    self.bytes = bytes
  }
}

/// A pattern that is looked for in texts that are made of the same tokens: where a token leads from a row
/// of the automaton is found out once.
package final class TokenPattern {
  private let program: PatternProgram
  private var machine: TokenMachine?

  /// Takes a program; it is made ready to run when the first text comes.
  package init(_ program: PatternProgram) { self.program = program }

  /// Whether the pattern matches somewhere in a text of these tokens.
  package func matches(_ text: Span<UInt8>, _ tokens: Span<NumberedToken>) -> Bool {
    if machine == nil { machine = TokenMachine(program) }
    return machine?.matches(text, tokens) ?? false
  }

  /// Forgets the tokens: their numbers are given to others.
  package func forgetTokens() { machine?.steps = TokenSteps() }
}

private struct TokenMachine {
  private var scanner: PatternScanner
  private let classes: ScalarClasses
  private let spaceClass: Int
  var steps = TokenSteps()

  init(_ program: PatternProgram) {
    classes = program.classes()
    scanner = PatternScanner(program, classes, isSearch: !program.syntax.isAnchored)
    spaceClass = classes.classOfScalar(in: [0x20].span, at: 0).kind
  }

  mutating func matches(_ text: Span<UInt8>, _ tokens: Span<NumberedToken>) -> Bool {
    let last = tokens.count &- 1
    var row = 0
    for index in tokens.indices {
      row = next(row, tokens[index], of: text, isLast: index == last)
      if row < 0 { return row == TokenSteps.match }
    }
    return false
  }

  /// Where a token leads, found out or known.
  @inline(__always)
  private mutating func next(
    _ row: Int, _ token: NumberedToken, of text: Span<UInt8>, isLast: Bool
  ) -> Int {
    if let number = token.number, let known = steps[TokenSteps.key(row, number, isLast: isLast)] {
      return known
    }
    return foundNext(row, token, of: text, isLast: isLast)
  }

  @inline(never)
  private mutating func foundNext(
    _ row: Int, _ token: NumberedToken, of text: Span<UInt8>, isLast: Bool
  ) -> Int {
    let generation = scanner.generation
    let next = step(row, over: text.extracting(token.bytes), isLast: isLast)
    if generation != scanner.generation {
      // Rows of another generation are others.
      steps = TokenSteps()
    } else if let number = token.number {
      steps[TokenSteps.key(row, number, isLast: isLast)] = next
    }
    return next
  }

  /// Where a token leads with the space, or the end of the text, behind it.
  private mutating func step(_ row: Int, over token: Span<UInt8>, isLast: Bool) -> Int {
    var row = row
    var index = 0
    while true {
      let isEnd = index == token.count
      let (kind, length) =
        isEnd
        ? (isLast ? classes.endClass : spaceClass, 0) : classes.classOfScalar(in: token, at: index)
      let (next, isMatch) = scanner.step(row, kind)
      if isMatch { return TokenSteps.match }
      guard let next else { return TokenSteps.dead }
      if isEnd { return isLast ? TokenSteps.dead : next }
      row = next
      index += length
    }
  }
}

/// Where tokens lead from rows, as far as it is known: in a table by hashes.
private struct TokenSteps {
  /// What stands for a row where the pattern has matched, or cannot match any more.
  static let match = -1
  static let dead = -2
  /// How many steps are remembered before all are forgotten: 96 KiB.
  private static let limit = 4096

  private var keys = [UInt64](repeating: 0, count: 64)
  private var rows = [Int32](repeating: 0, count: 64)
  private var count = 0

  @inline(__always)
  static func key(_ row: Int, _ number: Int, isLast: Bool) -> UInt64 {
    UInt64(row) &<< 34 | UInt64(number) &<< 2 | (isLast ? 3 : 1)
  }

  subscript(key: UInt64) -> Int? {
    @inline(__always) get {
      let keys = keys.span
      var place = place(of: key)
      // At least half of the table is empty.
      while true {
        let known = unsafe keys[unchecked: place]
        if known == key { return unsafe Int(rows.span[unchecked: place]) }
        if known == 0 { return nil }
        place = (place &+ 1) & (keys.count &- 1)
      }
    }
    set {
      if count >= Self.limit { self = TokenSteps() }
      if 2 * (count + 1) > keys.count { grow() }
      enter(key, Int32(newValue ?? Self.dead))
      count += 1
    }
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (keys.count &- 1)
  }

  private mutating func enter(_ key: UInt64, _ row: Int32) {
    var place = place(of: key)
    while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
    keys[place] = key
    rows[place] = row
  }

  private mutating func grow() {
    let known = zip(keys, rows).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: 2 * keys.count)
    rows = Array(repeating: 0, count: keys.count)
    for (key, row) in known { enter(key, row) }
  }
}
