/// A function that expressions may call beside those of XPath 1.0.
public struct XPathFunction: Sendable {
  /// Its name.
  public let name: String
  /// How many arguments it takes.
  public let arity: ClosedRange<Int>
  /// What it makes of them. Nodes must not be kept.
  public let evaluate: @Sendable ([XPathValue]) -> XPathValue

  /// Makes a function.
  public init(
    _ name: String, arity: ClosedRange<Int>,
    evaluate: @escaping @Sendable ([XPathValue]) -> XPathValue
  ) {
    self.name = name
    self.arity = arity
    self.evaluate = evaluate
  }

  /// The functions on texts and nodes that every form and rule may use: `upper-case`, `lower-case`,
  /// `capitalize` and `ordinal`, the place of a node among its siblings of the same name, from 1.
  public static let standard = [
    XPathFunction("upper-case", arity: 1...1) { .string($0[0].string.uppercased()) },
    XPathFunction("lower-case", arity: 1...1) { .string($0[0].string.lowercased()) },
    XPathFunction("capitalize", arity: 1...1) {
      let text = $0[0].string
      return .string(text.prefix(1).uppercased() + text.dropFirst())
    },
    XPathFunction("ordinal", arity: 1...1) { arguments in
      guard case .nodes(let nodes) = arguments[0], let node = nodes.first else {
        return .number(.nan)
      }
      let name = node.name
      var place = 1
      var previous = node.previousSibling
      while let sibling = previous {
        if sibling.isElement, sibling.isNamed(name) { place += 1 }
        previous = sibling.previousSibling
      }
      return .number(Double(place))
    },
  ]

  /// The functions of XPath 1.0, section 4, with how many arguments each takes.
  static let core: [String: ClosedRange<Int>] = [
    "last": 0...0, "position": 0...0, "count": 1...1, "local-name": 0...1, "name": 0...1,
    "string": 0...1, "concat": 2...99, "starts-with": 2...2, "contains": 2...2,
    "substring-before": 2...2, "substring-after": 2...2, "substring": 2...3, "string-length": 0...1,
    "normalize-space": 0...1, "translate": 3...3, "boolean": 1...1, "not": 1...1, "true": 0...0,
    "false": 0...0, "number": 0...1, "sum": 1...1, "floor": 1...1, "ceiling": 1...1, "round": 1...1,
  ]
}
