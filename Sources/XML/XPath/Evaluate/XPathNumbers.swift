/// A number as it is written.
final class XPathNumeral: XPathNumber {
  private let number: Double

  init(_ number: Double) { self.number = number }

  override func number(at focus: XPathFocus) -> Double { number }
}

/// `position()`.
final class XPathPosition: XPathNumber {
  override func number(at focus: XPathFocus) -> Double { Double(focus.position) }
}

/// `last()`.
final class XPathLast: XPathNumber {
  override func number(at focus: XPathFocus) -> Double { Double(focus.size) }
}

/// `ordinal(nodes)`.
final class XPathOrdinal: XPathNumber {
  private let nodes: XPathPart
  private let answers: TreeAnswers

  init(_ nodes: XPathPart, _ answers: TreeAnswers) {
    self.nodes = nodes
    self.answers = answers
  }

  override func number(at focus: XPathFocus) -> Double {
    nodes.first(at: focus).map { Double(answers.number(of: $0)) } ?? .nan
  }
}

/// `count(path)`.
final class XPathCount: XPathNumber {
  private let path: DirectPath

  init(_ path: DirectPath) { self.path = path }

  override func number(at focus: XPathFocus) -> Double { Double(path.count(at: focus)) }
}
