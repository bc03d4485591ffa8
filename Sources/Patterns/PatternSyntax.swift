/// A pattern as it is written: the tree of its parts.
enum PatternSyntax: Sendable, Equatable {
  enum Assertion: Sendable {
    case start
    case end
    case wordBoundary
    case noWordBoundary
  }

  /// One scalar out of a set, which is given by its number among those of the pattern.
  case scalar(Int)
  case assertion(Assertion)
  case sequence([PatternSyntax])
  case choice([PatternSyntax])
  /// So many times; without end where there is no upper bound.
  indirect case repetition(PatternSyntax, Int, Int?)

  /// Whether it can only match at the start of a text.
  var isAnchored: Bool {
    switch self {
    case .assertion(.start): true
    case .scalar, .assertion: false
    case .sequence(let parts): parts.contains(where: \.isAnchored)
    case .choice(let parts): parts.allSatisfy(\.isAnchored)
    case .repetition(let part, let least, _): least > 0 && part.isAnchored
    }
  }

  /// Whether a set that a condition chooses is repeated without end.
  func repeatsWithoutEnd(_ isChosen: (Int) -> Bool) -> Bool {
    switch self {
    case .scalar, .assertion: false
    case .sequence(let parts), .choice(let parts):
      parts.contains { $0.repeatsWithoutEnd(isChosen) }
    case .repetition(.scalar(let set), _, nil): isChosen(set)
    case .repetition(let part, _, _): part.repeatsWithoutEnd(isChosen)
    }
  }

  /// The same parts, with other numbers for their sets.
  func renumbered(_ numbers: [Int]) -> PatternSyntax {
    switch self {
    case .scalar(let set): .scalar(numbers[set])
    case .assertion: self
    case .sequence(let parts): .sequence(parts.map { $0.renumbered(numbers) })
    case .choice(let parts): .choice(parts.map { $0.renumbered(numbers) })
    case .repetition(let part, let least, let most):
      .repetition(part.renumbered(numbers), least, most)
    }
  }
}
