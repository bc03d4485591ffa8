/// A call of a Swift function.
final class XPathCall: XPathPart {
  private let evaluate: ([XPathValue]) -> XPathValue
  private let arguments: [XPathPart]
  private let answers: TreeAnswers
  /// Whether its value is nodes.
  let givesNodes: Bool

  init(
    _ evaluate: @escaping ([XPathValue]) -> XPathValue, _ arguments: [XPathPart],
    _ answers: TreeAnswers, givesNodes: Bool
  ) {
    self.evaluate = evaluate
    self.arguments = arguments
    self.answers = answers
    self.givesNodes = givesNodes
  }

  override func value(at focus: XPathFocus) -> XPathValue {
    evaluate(
      arguments.map { argument in
        if let path = argument as? DirectPath, path.isAbsolute {
          return .nodes(answers.nodes(of: path, at: focus))
        }
        return argument.value(at: focus)
      })
  }
}

/// A call of a Swift function of one text, and perhaps of literals that were made ready for it.
final class XPathCallOnText: XPathPart {
  private let evaluate: (Span<UInt8>) -> XPathValue
  private let argument: XPathPart
  private let answers: TreeAnswers

  init(
    _ evaluate: @escaping (Span<UInt8>) -> XPathValue, _ argument: XPathPart,
    _ answers: TreeAnswers
  ) {
    self.evaluate = evaluate
    self.argument = argument
    self.answers = answers
  }

  override func value(at focus: XPathFocus) -> XPathValue {
    argument.withText(at: focus) { text in
      answers.take(1 &+ text.count &>> 6)
      return evaluate(text)
    }
  }
}

/// A call of a Swift function of two texts.
final class XPathCallOnTexts: XPathPart {
  private let evaluate: (Span<UInt8>, Span<UInt8>) -> XPathValue
  private let first: XPathPart
  private let second: XPathPart
  private let answers: TreeAnswers

  init(
    _ evaluate: @escaping (Span<UInt8>, Span<UInt8>) -> XPathValue,
    _ arguments: (XPathPart, XPathPart), _ answers: TreeAnswers
  ) {
    self.evaluate = evaluate
    first = arguments.0
    second = arguments.1
    self.answers = answers
  }

  override func value(at focus: XPathFocus) -> XPathValue {
    first.withText(at: focus) { text in
      second.withText(at: focus) { other in
        answers.take(1 &+ (text.count &+ other.count) &>> 6)
        return evaluate(text, other)
      }
    }
  }
}
