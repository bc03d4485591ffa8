extension PatternProgram {
  /// Whether a match holds no space but as its first and its last character: it stands within what is
  /// between two spaces, and these.
  package var isWithinToken: Bool {
    syntax.isWithinToken(sets.map { $0.contains(0x20) }, isFirst: true, isLast: true)
  }
}

extension PatternSyntax {
  /// Whether a part of a pattern holds no space but where the match begins or ends; of each set it is
  /// given whether it has the space.
  fileprivate func isWithinToken(_ spaces: [Bool], isFirst: Bool, isLast: Bool) -> Bool {
    switch self {
    case .scalar(let set): return isFirst || isLast || !spaces[set]
    case .assertion: return true
    case .choice(let parts):
      return parts.allSatisfy { $0.isWithinToken(spaces, isFirst: isFirst, isLast: isLast) }
    case .repetition(let part, _, let most):
      return part.isWithinToken(spaces, isFirst: isFirst && most == 1, isLast: isLast && most == 1)
    case .sequence(let parts):
      let first = parts.firstIndex { !$0.isAssertion }
      let last = parts.lastIndex { !$0.isAssertion }
      return parts.indices.allSatisfy { index in
        parts[index].isWithinToken(
          spaces, isFirst: isFirst && index == first, isLast: isLast && index == last)
      }
    }
  }

  private var isAssertion: Bool {
    if case .assertion = self { true } else { false }
  }
}
