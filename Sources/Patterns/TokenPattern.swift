/// A pattern that is looked for in texts that are made of the same tokens; see ``TokenSteps``.
package final class TokenPattern {
  private let program: PatternProgram
  private var machine: TokenMachine?
  private var steps = TokenSteps()

  /// Takes a program; it is made ready to run when the first text comes.
  package init(_ program: PatternProgram) { self.program = program }

  /// Whether the pattern matches somewhere in a text of these tokens.
  package func matches(_ text: Span<UInt8>, _ tokens: Span<NumberedToken>) -> Bool {
    steps.areFound(in: text, tokens) { row, token, isLast in
      if machine == nil { machine = TokenMachine(program) }
      return machine?.step(row, over: token, isLast: isLast) ?? .dead
    }
  }

  /// Forgets the tokens: their numbers are given to others.
  package func forgetTokens() { steps = TokenSteps() }
}

private struct TokenMachine {
  private var scanner: PatternScanner
  private let classes: ScalarClasses
  private let spaceClass: Int

  init(_ program: PatternProgram) {
    classes = program.classes()
    scanner = PatternScanner(program, classes, isSearch: !program.syntax.isAnchored)
    spaceClass = classes.classOfScalar(in: [0x20].span, at: 0).kind
  }

  mutating func step(_ start: Int, over token: Span<UInt8>, isLast: Bool) -> TokenStep {
    let generation = scanner.generation
    var row = start
    var index = 0
    while true {
      let isEnd = index == token.count
      let (kind, length) =
        isEnd
        ? (isLast ? classes.endClass : spaceClass, 0) : classes.classOfScalar(in: token, at: index)
      let (next, isMatch) = scanner.step(row, kind)
      if isMatch { return .match }
      guard let next else { return .dead }
      if isEnd { return .row(next, isRenumbered: generation != scanner.generation) }
      row = next
      index += length
    }
  }
}
