/// The automaton of a pattern after Thompson: states that take a scalar or lead on to others.
struct PatternAutomaton: Sendable {
  enum State: Sendable {
    /// Takes a scalar of the set with that index.
    case scalar(set: UInt16, next: UInt16)
    case split(UInt16, UInt16)
    case assertion(PatternSyntax.Assertion, next: UInt16)
    case match
  }

  private(set) var states: [State] = [.match]
  private(set) var start = 0
  private let isReversed: Bool

  /// Builds the automaton, or the one that reads texts from their end.
  init(_ syntax: PatternSyntax, isReversed: Bool) {
    self.isReversed = isReversed
    start = add(syntax, next: 0)
  }

  private mutating func add(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }

  private mutating func split(_ one: Int, _ other: Int) -> Int {
    add(.split(UInt16(one), UInt16(other)))
  }

  /// Adds the states of a part that leads on to a state; gives the first of them.
  private mutating func add(_ syntax: PatternSyntax, next: Int) -> Int {
    switch syntax {
    case .scalar(let set): return add(.scalar(set: UInt16(set), next: UInt16(next)))
    case .assertion(let assertion):
      return add(.assertion(isReversed ? assertion.reversed : assertion, next: UInt16(next)))
    case .sequence(let parts):
      var next = next
      for place in parts.indices {
        let part = parts[isReversed ? place : parts.count - 1 - place]
        if case .scalar(let set) = part {
          states.append(.scalar(set: UInt16(set), next: UInt16(next)))
          next = states.count - 1
        } else {
          next = add(part, next: next)
        }
      }
      return next
    case .choice(let parts):
      var start = add(parts[0], next: next)
      for part in parts.dropFirst() { start = split(start, add(part, next: next)) }
      return start
    case .repetition(let part, let least, let most):
      var start = next
      if let most {
        for _ in least..<most { start = split(add(part, next: start), next) }
      } else {
        start = add(.match)
        let body = add(part, next: start)
        states[start] = .split(UInt16(body), UInt16(next))
        if least > 0 { start = body }
      }
      let rest = most == nil ? max(0, least - 1) : least
      for _ in 0..<rest { start = add(part, next: start) }
      return start
    }
  }
}

extension PatternSyntax.Assertion {
  fileprivate var reversed: Self {
    switch self {
    case .start: .end
    case .end: .start
    case .wordBoundary, .noWordBoundary: self
    }
  }
}
