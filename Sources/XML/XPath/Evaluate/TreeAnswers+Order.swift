extension TreeAnswers {
  /// Of how many siblings one has its place remembered.
  private static var stride: Int { 64 }

  /// Whether a node stands before another in the document, or around it.
  func precedes(_ node: XMLNode, _ other: XMLNode) -> Bool {
    let path = node.pathFromRoot
    let otherPath = other.pathFromRoot
    guard let (step, otherStep) = zip(path, otherPath).first(where: { $0 != $1 }) else {
      return path.count < otherPath.count
    }
    return place(of: step) < place(of: otherStep)
  }

  /// The place of a node among all its siblings, from 1. Asked for many of them, it goes by each once.
  private func place(of node: XMLNode) -> Int {
    var passed: [XMLNode] = []
    var steps = 0
    var before = 0
    var next: XMLNode? = node
    while let sibling = next {
      if tree != 0, let known = places[sibling.address] {
        before = known
        break
      }
      if steps.isMultiple(of: Self.stride) { passed.append(sibling) }
      steps += 1
      next = sibling.previousSibling
    }
    take(steps)
    let place = before + steps
    guard tree != 0 else { return place }
    for (index, sibling) in passed.enumerated() {
      places[sibling.address] = place - index * Self.stride
    }
    return place
  }
}

extension XMLNode {
  /// The document, what stands in it around the node, and the node.
  fileprivate var pathFromRoot: [XMLNode] {
    sequence(first: self) { $0.parentOrDocument }.reversed()
  }
}
