/// A value of XPath 1.0: one of its four types.
package enum XPathValue {
  case string(String)
  case number(Double)
  case boolean(Bool)
  /// Nodes in document order, each once.
  case nodes([XMLNode])

  /// The first of its nodes; nil where there is none, or for a value of another type.
  package var first: XMLNode? { if case .nodes(let nodes) = self { nodes.first } else { nil } }

  /// The value as a string, as `string()` makes it.
  package var string: String {
    switch self {
    case .string(let text): text
    case .number(let number): Self.string(of: number)
    case .boolean(let flag): flag ? "true" : "false"
    case .nodes(let nodes): nodes.first?.stringValue ?? ""
    }
  }

  /// Lends the value as a string in UTF-8, without a copy where it is a node's.
  package func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    if case .nodes(let nodes) = self, let node = nodes.first { return node.withText(body) }
    return body(string.utf8.span)
  }

  /// The value as a boolean, as `boolean()` makes it.
  package var boolean: Bool {
    switch self {
    case .string(let text): !text.isEmpty
    case .number(let number): number != 0 && !number.isNaN
    case .boolean(let flag): flag
    case .nodes(let nodes): !nodes.isEmpty
    }
  }

  /// The value as a number, as `number()` makes it.
  package var number: Double {
    switch self {
    case .number(let number): number
    case .boolean(let flag): flag ? 1 : 0
    case .string(let text): Self.number(of: text)
    case .nodes: Self.number(of: string)
    }
  }

  /// Whether two values are equal, as `=` has it: with nodes, whether any of them is.
  static func areEqual(_ left: XPathValue, _ right: XPathValue) -> Bool {
    switch (left, right) {
    case (.boolean, _), (_, .boolean): left.boolean == right.boolean
    case (.nodes(let nodes), .nodes(let others)):
      haveCommonText(nodes, others)
    case (.nodes(let nodes), _): nodes.contains { areEqual(.string($0.stringValue), right) }
    case (_, .nodes): areEqual(right, left)
    case (.number, _), (_, .number): left.number == right.number
    case (.string(let text), .string(let other)): areSame(text, other)
    }
  }

  private static func haveCommonText(_ nodes: [XMLNode], _ others: [XMLNode]) -> Bool {
    guard nodes.count > 1, others.count > 1 else {
      return nodes.contains { node in
        let text = node.stringValue
        return others.contains { areSame($0.stringValue, text) }
      }
    }
    let texts = Set(others.map { Array($0.stringValue.utf8) })
    return nodes.contains { texts.contains(Array($0.stringValue.utf8)) }
  }

  /// Whether two values differ, as `!=` has it, which with nodes is not the opposite of `=`.
  static func areUnequal(_ left: XPathValue, _ right: XPathValue) -> Bool {
    switch (left, right) {
    case (.boolean, _), (_, .boolean): left.boolean != right.boolean
    case (.nodes(let nodes), .nodes(let others)):
      nodes.contains { node in
        let text = node.stringValue
        return others.contains { !areSame($0.stringValue, text) }
      }
    case (.nodes(let nodes), _): nodes.contains { areUnequal(.string($0.stringValue), right) }
    case (_, .nodes): areUnequal(right, left)
    case (.number, _), (_, .number): left.number != right.number
    case (.string(let text), .string(let other)): !areSame(text, other)
    }
  }

  /// Character by character, as XPath wants it; Swift's `==` would hold composed and decomposed
  /// letters for equal.
  private static func areSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  private static func string(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }

  private static func number(of text: String) -> Double {
    let scalars = text.unicodeScalars
    let isSpace = { (scalar: Unicode.Scalar) in [" ", "\t", "\n", "\r"].contains(scalar) }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return .nan }
    let digits = scalars[first...last]
    guard digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "-" }) else {
      return .nan
    }
    return Double(String(digits)) ?? .nan
  }
}
