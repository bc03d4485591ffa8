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
  /// - `number-within(node, nodes, 'name')`: the number of a node among those of the nodes that stand
  ///   in no other of them, from 1, anew in every element of that name; 0 where it is none of them.
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
    XPathFunction(
      "number-within", of: [.nodes, .nodes, .text], gives: .number,
      making: {
        var known: (name: String, numbers: KnownNodes<[XMLNode: Int]>)?
        return { arguments in
          guard let node = arguments[0].first, case .nodes(let nodes) = arguments[1] else {
            return .number(0)
          }
          let name = arguments[2].string
          if known?.name != name {
            known = (name, KnownNodes { Self.numbers(of: $0, within: name) })
          }
          return .number(Double(known?.numbers.made(of: nodes)[node] ?? 0))
        }
      }),
    XPathFunction(comparing: "precedes"),
  ]

  /// Numbers the outermost of nodes, anew in every element of a name.
  private static func numbers(of nodes: [XMLNode], within name: String) -> [XMLNode: Int] {
    var numbers: [XMLNode: Int] = [:]
    let all = Set(nodes)
    var last: (owner: XMLNode?, number: Int) = (nil, 0)
    for node in nodes {
      var owner = node.parent
      while let element = owner, !element.isNamed(name), !all.contains(element) {
        owner = element.parent
      }
      if let owner, all.contains(owner) { continue }
      last = (owner, last.owner == owner ? last.number + 1 : 1)
      numbers[node] = last.number
    }
    return numbers
  }

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
