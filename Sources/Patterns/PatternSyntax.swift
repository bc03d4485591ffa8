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
}
