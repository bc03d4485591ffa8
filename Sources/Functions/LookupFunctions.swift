import Bytes
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions that find one of many nodes without going through all of them again: given an
  /// absolute path, they keep an index of it as long as the tree is the same.
  ///
  /// - `first-of(nodes, text)`: the first of the nodes that has this text.
  /// - `first-start(nodes, text)`: the first of the nodes with whose text this one begins.
  /// - `item(nodes, number)`: the node of that number, from 1.
  /// - `precedes(node, other)`: whether a node stands before another, or around it.
  package static let lookup = [
    lookup("first-of") { $0.firstNode(withText: $1) },
    lookup("first-start") { $0.firstNode(beginning: $1) },
    XPathFunction("item", of: [.nodes, .number], gives: .nodes) { arguments in
      guard case .nodes(let nodes) = arguments[0], let number = Int(exactly: arguments[1].number),
        nodes.indices.contains(number &- 1)
      else { return .nodes([]) }
      return .nodes([nodes[number - 1]])
    },
    XPathFunction(comparing: "precedes"),
  ]

  private static func lookup(
    _ name: String, _ find: @escaping @Sendable (TextIndex, Span<UInt8>) -> XMLNode?
  ) -> XPathFunction {
    XPathFunction(
      name, of: [.nodes, .text], gives: .nodes,
      making: {
        var known: TextIndex?
        return { arguments in
          guard case .nodes(let nodes) = arguments[0], !nodes.isEmpty else { return .nodes([]) }
          let index: TextIndex
          // Nodes that are kept stay where they are: no others can stand in their place.
          if let known, known.nodes.span.isIdentical(to: nodes.span) {
            index = known
          } else {
            index = TextIndex(nodes)
            known = index
          }
          return .nodes(arguments[1].withText { find(index, $0) }.map { [$0] } ?? [])
        }
      })
  }
}
