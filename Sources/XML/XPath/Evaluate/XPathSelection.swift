/// What several expressions select from a tree. Absolute paths of names, and unions of them, are
/// walked together; the others are evaluated when they are asked for.
package final class XPathSelection {
  private let expressions: [XPath]
  private let evaluator: XPathEvaluator
  private let trie: PathTrie
  private let isWalked: [Bool]
  /// The nodes of the expressions that are walked, in arrays that are used for tree after tree.
  private var walked: [[XMLNode]]
  /// The nodes of the others, as far as they were asked for.
  private var evaluated: [Int: [XMLNode]] = [:]

  /// Makes expressions of an evaluator ready to be asked together.
  package init(_ expressions: [XPath], _ evaluator: XPathEvaluator) {
    self.expressions = expressions
    self.evaluator = evaluator
    walked = expressions.map { _ in [] }
    let paths = expressions.map(\.part.namePaths).map { $0?.areAbsolute ?? false ? $0 : nil }
    isWalked = paths.map { $0 != nil }
    trie = PathTrie(paths)
  }

  /// Turns to another tree, whose nodes are not to be asked for when it is gone.
  package func select(from root: XMLNode) {
    var nodes = walked
    walked = []
    for number in nodes.indices { nodes[number].removeAll(keepingCapacity: true) }
    _ = trie.walk(root.documentOrItself, &nodes)
    walked = nodes
    if !evaluated.isEmpty { evaluated = [:] }
  }

  /// The nodes that an expression selects from the tree of a root.
  package func nodes(_ number: Int, from root: XMLNode) -> [XMLNode] {
    if isWalked[number] { return walked[number] }
    if let known = evaluated[number] { return known }
    let nodes = evaluator.nodes(expressions[number], at: root)
    // Who asks again for what did not end is told again.
    if !evaluator.hasFailed { evaluated[number] = nodes }
    return nodes
  }
}
