import Bytes

/// A function that expressions may call beside those of XPath 1.0.
package struct XPathFunction: Sendable {
  /// Its name.
  package let name: String
  /// How many arguments it takes.
  package let arity: ClosedRange<Int>
  /// How a call is evaluated.
  let evaluation: Evaluation

  enum Evaluation: Sendable {
    /// Of the values of all arguments.
    case values(@Sendable ([XPathValue]) -> XPathValue)
    /// Of two texts.
    case texts(@Sendable (Span<UInt8>, Span<UInt8>) -> XPathValue)
    /// Of the first node: its number among its siblings of the same name.
    case number
    /// Of a text, by what was made of the literals behind it; see ``XPathTextCall``.
    case text(@Sendable ([String]) throws(XPathLiteralFault) -> XPathTextCall.Maker)
  }

  /// Makes a function of any values. Nodes among them must not be kept.
  package init(
    _ name: String, arity: ClosedRange<Int>,
    evaluate: @escaping @Sendable ([XPathValue]) -> XPathValue
  ) {
    self.name = name
    self.arity = arity
    self.evaluation = .values(evaluate)
  }

  private init(name: String, arity: ClosedRange<Int>, evaluation: Evaluation) {
    (self.name, self.arity, self.evaluation) = (name, arity, evaluation)
  }

  /// Makes a function of one text. The text is lent as UTF-8 and never copied.
  package init(_ name: String, ofText evaluate: @escaping @Sendable (Span<UInt8>) -> XPathValue) {
    self.init(name, literals: 0...0) { _ throws(XPathLiteralFault) in { evaluate } }
  }

  /// Makes a function of two texts. They are lent as UTF-8 and never copied.
  package init(
    _ name: String, ofTexts evaluate: @escaping @Sendable (Span<UInt8>, Span<UInt8>) -> XPathValue
  ) {
    self.name = name
    self.arity = 2...2
    self.evaluation = .texts(evaluate)
  }

  /// Makes a function of one text and, behind it, so many literals.
  ///
  /// - Parameter prepare: makes literals ready, once for all evaluators. What it gives is called
  ///   once by each of them; what that makes may keep a state of its own.
  package init(
    _ name: String, literals: ClosedRange<Int>,
    prepare:
      @escaping @Sendable ([String]) throws(XPathLiteralFault) ->
      @Sendable () ->
      (Span<UInt8>) -> XPathValue
  ) {
    self.name = name
    self.arity = literals.lowerBound + 1...literals.upperBound + 1
    self.evaluation = .text { literals throws(XPathLiteralFault) in
      XPathTextCall.Maker(make: try prepare(literals))
    }
  }

  /// The functions on texts and nodes that every form and rule may use: `upper-case`, `lower-case`,
  /// `capitalize` and `ordinal`, the place of a node among its siblings of the same name, from 1.
  package static let standard = [
    XPathFunction("upper-case", arity: 1...1) { .string($0[0].string.uppercased()) },
    XPathFunction("lower-case", ofText: { .string($0.lowercased()) }),
    XPathFunction("capitalize", arity: 1...1) {
      let text = $0[0].string
      return .string(text.prefix(1).uppercased() + text.dropFirst())
    },
    XPathFunction(name: "ordinal", arity: 1...1, evaluation: .number),
  ]

  /// The functions of XPath 1.0, section 4, with how many arguments each takes; and `current`, the
  /// node that the whole expression is evaluated at, as XSLT 1.0, section 12.4, has it.
  static let core: [String: ClosedRange<Int>] = [
    "last": 0...0, "position": 0...0, "count": 1...1, "local-name": 0...1, "name": 0...1,
    "string": 0...1, "concat": 2...99, "starts-with": 2...2, "contains": 2...2,
    "substring-before": 2...2, "substring-after": 2...2, "substring": 2...3, "string-length": 0...1,
    "normalize-space": 0...1, "translate": 3...3, "boolean": 1...1, "not": 1...1, "true": 0...0,
    "false": 0...0, "number": 0...1, "sum": 1...1, "floor": 1...1, "ceiling": 1...1, "round": 1...1,
    "current": 0...0,
  ]
}
