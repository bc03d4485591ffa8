package import Diagnostics

/// The types of XPath 1.0.
package enum XPathType: Sendable {
  case text, number, boolean, nodes
}

/// What a function takes and gives.
package struct XPathSignature: Sendable {
  /// What may stand in the place of an argument.
  package enum Parameter: Sendable {
    /// A text, or what has one: nodes, of which the first counts, or a number.
    case text
    /// A number, or what is one: nodes, of which the first counts, or a text.
    case number
    case nodes
    /// Any value.
    case any
    /// A text in quotation marks, or a pattern by its name.
    case literal
  }

  /// What may stand in the place of each argument.
  package let parameters: [Parameter]
  /// How many of the last parameters may be left out.
  package let optional: Int
  /// Whether there may be more arguments, each as the last parameter has it.
  let repeatsLast: Bool
  /// The type of the value.
  package let result: XPathType

  /// Makes a signature.
  package init(
    _ parameters: [Parameter], optional: Int = 0, repeatsLast: Bool = false, gives: XPathType
  ) {
    self.parameters = parameters
    self.optional = optional
    self.repeatsLast = repeatsLast
    self.result = gives
  }

  /// How many arguments there may be.
  package var arity: ClosedRange<Int> {
    parameters.count - optional...(repeatsLast ? 99 : parameters.count)
  }

  /// What stands in the place of an argument, by its number from 0.
  package func parameter(_ number: Int) -> Parameter {
    parameters[min(number, parameters.count - 1)]
  }

  /// The functions of XPath 1.0, section 4; and `current`, the node that the whole expression is
  /// evaluated at, as XSLT 1.0, section 12.4, has it.
  package static let core: [String: XPathSignature] = [
    "last": XPathSignature([], gives: .number),
    "position": XPathSignature([], gives: .number),
    "count": XPathSignature([.nodes], gives: .number),
    "local-name": XPathSignature([.nodes], optional: 1, gives: .text),
    "name": XPathSignature([.nodes], optional: 1, gives: .text),
    "string": XPathSignature([.any], optional: 1, gives: .text),
    "concat": XPathSignature([.text, .text], repeatsLast: true, gives: .text),
    "starts-with": XPathSignature([.text, .text], gives: .boolean),
    "contains": XPathSignature([.text, .text], gives: .boolean),
    "substring-before": XPathSignature([.text, .text], gives: .text),
    "substring-after": XPathSignature([.text, .text], gives: .text),
    "substring": XPathSignature([.text, .number, .number], optional: 1, gives: .text),
    "string-length": XPathSignature([.text], optional: 1, gives: .number),
    "normalize-space": XPathSignature([.text], optional: 1, gives: .text),
    "translate": XPathSignature([.text, .text, .text], gives: .text),
    "boolean": XPathSignature([.any], gives: .boolean),
    "not": XPathSignature([.any], gives: .boolean),
    "true": XPathSignature([], gives: .boolean),
    "false": XPathSignature([], gives: .boolean),
    "number": XPathSignature([.any], optional: 1, gives: .number),
    "sum": XPathSignature([.nodes], gives: .number),
    "floor": XPathSignature([.number], gives: .number),
    "ceiling": XPathSignature([.number], gives: .number),
    "round": XPathSignature([.number], gives: .number),
    "current": XPathSignature([], gives: .nodes),
  ]
}

extension XPathType {
  /// How the type is called.
  package var name: Message {
    switch self {
    case .text: Message(uk: "текст", en: "a text")
    case .number: Message(uk: "число", en: "a number")
    case .boolean: Message(uk: "умова", en: "a condition")
    case .nodes: Message(uk: "вузли", en: "nodes")
    }
  }
}
