extension XPathFunction {
  /// The functions on many nodes, which XPath 1.0 can only say at great length.
  ///
  /// - `join(nodes, separator)`: their texts, one behind the other.
  /// - `repeated(nodes)`: those whose text one before them has.
  public static let nodes = [
    XPathFunction("join", arity: 2...2) { arguments in
      guard case .nodes(let nodes) = arguments[0] else { return .string(arguments[0].string) }
      return .string(nodes.map(\.stringValue).joined(separator: arguments[1].string))
    },
    XPathFunction("repeated", arity: 1...1) { arguments in
      guard case .nodes(let nodes) = arguments[0], nodes.count > 1 else { return .nodes([]) }
      let texts = nodes.map { Array($0.stringValue.utf8) }
      return .nodes(
        nodes.indices.filter { texts[..<$0].contains(texts[$0]) }.map { nodes[$0] })
    },
  ]
}
