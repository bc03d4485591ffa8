extension TokenSearch {
  /// Finds out the steps of what a pattern matches.
  package static func steps(of program: PatternProgram) -> Step {
    var scanner = TokenScanner(program)
    return { scanner.step($0, over: $1, isLast: $2) }
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
