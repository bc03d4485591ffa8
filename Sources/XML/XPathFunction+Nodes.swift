extension XPathFunction {
  /// The functions on many nodes, which XPath 1.0 can only say at great length.
  ///
  /// - `join(nodes, separator)`: their texts, one behind the other.
  /// - `repeated(nodes)`: those whose text one before them has, without regard to capitals and to
  ///   the spaces around words.
  public static let nodes = [
    XPathFunction("join", arity: 2...2) { arguments in
      guard case .nodes(let nodes) = arguments[0] else { return .string(arguments[0].string) }
      return .string(nodes.map(\.stringValue).joined(separator: arguments[1].string))
    },
    XPathFunction("repeated", arity: 1...1) { arguments in
      guard case .nodes(let nodes) = arguments[0] else { return .nodes([]) }
      var seen: Set<String> = []
      return .nodes(
        nodes.filter { node in
          let words = node.stringValue.split { $0.isWhitespace }
          return !seen.insert(words.joined(separator: " ").lowercased()).inserted
        })
    },
  ]
}
