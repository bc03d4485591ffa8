/// A call of a Swift function.
final class XPathCall: XPathPart {
  private let evaluate: ([XPathValue]) -> XPathValue
  private let arguments: [XPathPart]
  /// Whether its value is nodes.
  let givesNodes: Bool

  init(
    _ evaluate: @escaping ([XPathValue]) -> XPathValue, _ arguments: [XPathPart],
    givesNodes: Bool
  ) {
    self.evaluate = evaluate
    self.arguments = arguments
    self.givesNodes = givesNodes
  }

  override func value(at focus: XPathFocus) -> XPathValue {
    evaluate(arguments.map { $0.value(at: focus) })
  }
}

/// A call of a Swift function of one text, and perhaps of literals that were made ready for it.
final class XPathCallOnText: XPathPart {
  private let evaluate: (Span<UInt8>) -> XPathValue
  private let argument: XPathPart

  init(_ evaluate: @escaping (Span<UInt8>) -> XPathValue, _ argument: XPathPart) {
    self.evaluate = evaluate
    self.argument = argument
  }

  override func value(at focus: XPathFocus) -> XPathValue {
    argument.withText(at: focus) { evaluate($0) }
  }
}

/// A call of a Swift function of two texts.
final class XPathCallOnTexts: XPathPart {
  private let evaluate: (Span<UInt8>, Span<UInt8>) -> XPathValue
  private let first: XPathPart
  private let second: XPathPart

  init(
    _ evaluate: @escaping (Span<UInt8>, Span<UInt8>) -> XPathValue, _ first: XPathPart,
    _ second: XPathPart
  ) {
    self.evaluate = evaluate
    self.first = first
    self.second = second
  }

  override func value(at focus: XPathFocus) -> XPathValue {
    first.withText(at: focus) { text in
      second.withText(at: focus) { evaluate(text, $0) }
    }
  }
}
