/// `nodes/path`: what a path selects from nodes that another part gives.
final class XPathFiltered: XPathPart, XPathCounted {
  private let inner: XPathPart
  private let path: DirectPath
  private let answers: TreeAnswers

  init(_ inner: XPathPart, _ path: DirectPath, _ answers: TreeAnswers) {
    self.inner = inner
    self.path = path
    self.answers = answers
  }

  override func value(at focus: XPathFocus) -> XPathValue { .nodes(nodes(at: focus)) }

  override func nodes(at focus: XPathFocus) -> [XMLNode] {
    let starts = inner.nodes(at: focus)
    let found = starts.flatMap { path.nodes(at: XPathFocus(node: $0)) }
    return starts.count > 1 ? XMLNode.ordered(found) : found
  }

  func count(at focus: XPathFocus) -> Int {
    let starts = inner.nodes(at: focus)
    guard let start = starts.first, starts.count == 1 else { return nodes(at: focus).count }
    return answers.count(of: path, from: start)
  }
}

/// `precedes(node, other)`.
final class XPathPrecedes: XPathCondition {
  private let node: XPathPart
  private let other: XPathPart
  private let answers: TreeAnswers

  init(_ node: XPathPart, _ other: XPathPart, _ answers: TreeAnswers) {
    self.node = node
    self.other = other
    self.answers = answers
  }

  override func boolean(at focus: XPathFocus) -> Bool {
    guard let node = node.first(at: focus), let other = other.first(at: focus) else {
      return false
    }
    return answers.precedes(node, other)
  }
}
