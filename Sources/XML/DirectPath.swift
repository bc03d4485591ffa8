/// A path of steps to children, after steps to parents at its start; the last one may go to all
/// descendants, and an attribute may follow.
struct DirectPath {
  private enum Step {
    case child(Test)
    case descendant(Test)
    case attribute(String)
  }

  private enum Test {
    case name(String)
    case any
    case text

    init?(_ test: XPathStep.Test) {
      switch test {
      case .name(let name): self = .name(name)
      case .any: self = .any
      case .text: self = .text
      case .node: return nil
      }
    }

    func takes(_ node: XMLNode) -> Bool {
      switch self {
      case .name(let name): node.isElement && node.isNamed(name)
      case .any: node.isElement
      case .text: node.isText
      }
    }
  }

  private var isAbsolute: Bool
  private var parents = 0
  private var steps: [Step] = []

  init?(_ path: XPathPath) {
    isAbsolute = path.isAbsolute
    var rest = path.steps[...]
    while let step = rest.popFirst() {
      guard step.predicates.isEmpty else { return nil }
      switch (step.axis, step.test) {
      case (.itself, .node): continue
      case (.parent, .node) where steps.isEmpty && !isAbsolute: parents += 1
      case (.child, let test):
        guard let test = Test(test) else { return nil }
        steps.append(.child(test))
      case (.descendantOrSelf, .node):
        guard let next = rest.popFirst(), next.axis == .child, next.predicates.isEmpty,
          let test = Test(next.test),
          rest.isEmpty || rest.count == 1 && rest[rest.startIndex].axis == .attribute
        else { return nil }
        steps.append(.descendant(test))
      case (.attribute, .name(let name)) where rest.isEmpty: steps.append(.attribute(name))
      default: return nil
      }
    }
    if isAbsolute, steps.isEmpty { return nil }
    if isAbsolute, case .attribute = steps[0] { return nil }
  }

  func first(from node: XMLNode) -> XMLNode? {
    var result: XMLNode?
    walk(from: node) {
      result = $0
      return false
    }
    return result
  }

  func nodes(from node: XMLNode) -> [XMLNode] {
    var result: [XMLNode] = []
    walk(from: node) {
      result.append($0)
      return true
    }
    return result
  }

  func count(from node: XMLNode) -> Int {
    var result = 0
    walk(from: node) { _ in
      result += 1
      return true
    }
    return result
  }

  /// Visits the selected nodes in document order, until the visitor has seen enough.
  private func walk(from node: XMLNode, _ visit: (XMLNode) -> Bool) {
    var start = node
    if isAbsolute {
      while let parent = start.parentOrDocument { start = parent }
    }
    for _ in 0..<parents {
      guard let parent = start.parentOrDocument else { return }
      start = parent
    }
    _ = walk(start, 0, visit)
  }

  private func walk(_ node: XMLNode, _ index: Int, _ visit: (XMLNode) -> Bool) -> Bool {
    guard index < steps.count else { return visit(node) }
    switch steps[index] {
    case .attribute(let name): return node.attribute(name).map(visit) ?? true
    case .descendant(let test): return descend(node, test, index + 1, visit)
    case .child(let test):
      var next = node.firstChild
      while let child = next {
        next = child.nextSibling
        if test.takes(child), !walk(child, index + 1, visit) { return false }
      }
      return true
    }
  }

  /// Goes on from every descendant that the test takes.
  private func descend(
    _ node: XMLNode, _ test: Test, _ index: Int, _ visit: (XMLNode) -> Bool
  ) -> Bool {
    var next = node.firstChild
    while let child = next {
      next = child.nextSibling
      if test.takes(child), !walk(child, index, visit) { return false }
      if !descend(child, test, index, visit) { return false }
    }
    return true
  }
}
