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

/// A part whose nodes are counted without a list of them.
protocol XPathCounted: XPathPart {
  /// How many nodes it selects.
  func count(at focus: XPathFocus) -> Int
}

/// `count(path)`.
final class XPathCount: XPathNumber {
  private let nodes: any XPathCounted

  init(_ nodes: any XPathCounted) { self.nodes = nodes }

  override func number(at focus: XPathFocus) -> Double { Double(nodes.count(at: focus)) }
}

/// `number(value)`.
final class XPathNumberOf: XPathNumber {
  private let inner: XPathPart

  init(_ inner: XPathPart) { self.inner = inner }

  override func number(at focus: XPathFocus) -> Double { inner.number(at: focus) }
}

/// `string-length(text)`: how many characters it has.
final class XPathStringLength: XPathNumber {
  private let text: XPathPart

  init(_ text: XPathPart) { self.text = text }

  override func number(at focus: XPathFocus) -> Double {
    text.withText(at: focus) { text in
      var count = 0
      for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
      return Double(count)
    }
  }
}
