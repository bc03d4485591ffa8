internal import XPathLanguage

/// A condition on the whole tree, which every node of it answers alike: it is asked once.
final class XPathOnce: XPathCondition {
  private let condition: XPathPart
  private let answers: TreeAnswers
  private var known = (tree: 0, answer: false)

  init(_ condition: XPathPart, _ answers: TreeAnswers) {
    self.condition = condition
    self.answers = answers
  }

  override func boolean(at focus: XPathFocus) -> Bool {
    guard answers.tree != 0 else { return condition.boolean(at: focus) }
    if known.tree == answers.tree { return known.answer }
    let answer = condition.boolean(at: focus)
    // What did not come to its end is no answer.
    if !answers.hasFailed { known = (answers.tree, answer) }
    return answer
  }
}

extension XPathSyntax {
  /// Whether it is a comparison that has the same value at every node of a tree.
  var isOfWholeTree: Bool {
    guard case .binary(let operation, let left, let right) = self else { return false }
    switch operation {
    case .equal, .notEqual, .greater, .less, .greaterOrEqual, .lessOrEqual:
      let sides = [left, right]
      return sides.allSatisfy(\.isSameEverywhere) && sides.contains { !$0.isWritten }
    default: return false
    }
  }

  /// Whether nothing in it depends on the node that it is evaluated at.
  private var isSameEverywhere: Bool {
    switch self {
    case .literal, .number: true
    case .path(let path):
      path.isAbsolute && path.steps.allSatisfy { $0.predicates.allSatisfy { !$0.asksForCurrent } }
    case .function("position", _, _), .function("last", _, _), .function("current", _, _): false
    // Most functions of XPath 1.0 take the node itself where they are given nothing.
    case .function(_, let arguments, _):
      !arguments.isEmpty && arguments.allSatisfy(\.isSameEverywhere)
    case .negate(let inner): inner.isSameEverywhere
    case .binary(_, let left, let right): left.isSameEverywhere && right.isSameEverywhere
    case .filter: false
    }
  }

  /// Whether it stands in the expression as it is.
  private var isWritten: Bool {
    switch self {
    case .literal, .number: true
    default: false
    }
  }

  /// Whether `current()` is called somewhere in it.
  private var asksForCurrent: Bool {
    var found = false
    forEachCall { name, _ in if name == "current" { found = true } }
    return found
  }
}
