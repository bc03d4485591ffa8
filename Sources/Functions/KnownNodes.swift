internal import XML

/// What is made of nodes once, and asked for many times; it belongs to one task.
final class KnownNodes<Made> {
  private let make: ([XMLNode]) -> Made
  private var known: (nodes: [XMLNode], made: Made)?

  init(_ make: @escaping ([XMLNode]) -> Made) {
    self.make = make
  }

  /// What is made of nodes, which is kept as long as they come in the same array.
  func made(of nodes: [XMLNode]) -> Made {
    // Nodes that are kept stay where they are: no others can stand in their place.
    if let known, known.nodes.span.isIdentical(to: nodes.span) { return known.made }
    known = nil
    let made = make(nodes)
    known = (nodes, made)
    return made
  }
}
