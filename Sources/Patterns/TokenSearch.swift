/// Looks for one thing in texts that are made of the same tokens; see ``TokenSteps``. It belongs to one
/// task.
package final class TokenSearch {
  /// Finds out where a token leads from a row; it may keep a state.
  package typealias Step = (_ row: Int, _ token: Span<UInt8>, _ isLast: Bool) -> TokenStep

  private let makeStep: () -> Step
  private lazy var step = makeStep()
  private var steps = TokenSteps()

  /// Makes a search; what finds out the steps is made when the first text comes.
  package init(making makeStep: @escaping () -> Step) { self.makeStep = makeStep }

  /// Whether what is looked for stands somewhere in a text of these tokens.
  package func isFound(in text: Span<UInt8>, _ tokens: Span<NumberedToken>) -> Bool {
    steps.isFound(in: text, tokens) { step($0, $1, $2) }
  }

  /// Forgets the tokens: their numbers are given to others.
  package func forgetTokens() { steps = TokenSteps() }
}

extension TokenSearch {
  /// Makes a search for what a pattern matches.
  package convenience init(_ program: PatternProgram) {
    self.init {
      var scanner = TokenScanner(program)
      return { scanner.step($0, over: $1, isLast: $2) }
    }
  }
}

/// Runs a pattern over a token.
private struct TokenScanner {
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
