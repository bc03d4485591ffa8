import Bytes
internal import CLibXML2
internal import Diagnostics
internal import XPathLanguage

/// A path of steps to children, after steps to parents at its start; the last one may go to all
/// descendants, and an attribute may follow. Steps may have conditions that do not ask for positions.
final class DirectPath: XPathPart, XPathCounted {
  private struct Step {
    enum Axis {
      case child, descendant, attribute
    }

    enum Test {
      case name, any, text
    }

    let axis: Axis
    let test: Test
    var name = PathNames.Name()
    var conditions: [XPathPart] = []
  }

  let isAbsolute: Bool
  private let parents: Int
  private let steps: [Step]
  private let names: PathNames
  private let path: XPathPath
  private let answers: TreeAnswers
  /// What was found from a node above the last one that was asked for, whose siblings have the same.
  private var known = Known()

  /// What a path that begins with steps to parents found.
  private struct Known {
    var tree = 0
    var start: XMLNode?
    var first: XMLNode?
    var count: Int?
  }

  /// Makes a path; nil where it goes other ways.
  ///
  /// - Parameter condition: makes a predicate ready; nil where it asks for positions.
  init?(_ path: XPathPath, _ answers: TreeAnswers, condition: (XPathSyntax) -> XPathPart?) {
    var parents = 0
    var steps: [Step] = []
    var names = PathNames()
    func add(_ axis: Step.Axis, _ step: XPathStep) -> Bool {
      let conditions = step.predicates.compactMap(condition)
      guard conditions.count == step.predicates.count else { return false }
      switch step.test {
      case .name(let name):
        steps.append(
          Step(axis: axis, test: .name, name: names.add(name), conditions: conditions))
      case .any: steps.append(Step(axis: axis, test: .any, conditions: conditions))
      case .text: steps.append(Step(axis: axis, test: .text, conditions: conditions))
      case .node: return false
      }
      return true
    }
    var rest = path.steps[...]
    while let step = rest.popFirst() {
      guard step.predicates.isEmpty || step.axis == .child else { return nil }
      switch (step.axis, step.test) {
      case (.itself, .node): continue
      case (.parent, .node) where steps.isEmpty && !path.isAbsolute: parents += 1
      case (.child, _):
        guard add(.child, step) else { return nil }
      case (.descendantOrSelf, .node):
        guard let next = rest.popFirst(), next.axis == .child, add(.descendant, next),
          rest.isEmpty || rest.count == 1 && rest[rest.startIndex].axis == .attribute
        else { return nil }
      case (.attribute, .name) where rest.isEmpty: _ = add(.attribute, step)
      default: return nil
      }
    }
    if path.isAbsolute, steps.first.map({ $0.axis == .attribute }) ?? true { return nil }
    isAbsolute = path.isAbsolute
    self.parents = parents
    self.steps = steps
    self.names = names
    self.path = path
    self.answers = answers
  }

  override var namePaths: NamePaths? {
    var result: [String] = []
    for step in path.steps {
      guard step.axis == .child, step.predicates.isEmpty, case .name(let name) = step.test
      else { return nil }
      result.append(name)
    }
    return NamePaths(areAbsolute: path.isAbsolute, paths: [result])
  }

  /// Whether it selects one node at most, wherever it starts.
  var isSingle: Bool { steps.allSatisfy { $0.axis == .attribute } }

  override func value(at focus: XPathFocus) -> XPathValue { .nodes(nodes(at: focus)) }

  override func boolean(at focus: XPathFocus) -> Bool { first(at: focus) != nil }

  override func string(at focus: XPathFocus) -> String { first(at: focus)?.stringValue ?? "" }

  override func append(to text: inout [UInt8], at focus: XPathFocus) {
    first(at: focus)?.withText { text.append(copying: $0) }
  }

  override func lend(at focus: XPathFocus, _ body: (Span<UInt8>) -> Void) {
    guard let first = first(at: focus) else { return body([UInt8]().span) }
    first.withText(body)
  }

  override func first(at focus: XPathFocus) -> XMLNode? {
    guard let start = start(of: focus.node) else { return nil }
    if isKnown(start) { return known.first }
    var result: XMLNode?
    _ = walk(start) {
      result = $0
      return false
    }
    remember(start, first: result, count: nil)
    return result
  }

  override func nodes(at focus: XPathFocus) -> [XMLNode] {
    var result: [XMLNode] = []
    _ = visit(from: focus.node) {
      // Mostly there are none, one, or those of a plan's rows.
      if result.isEmpty { result.reserveCapacity(8) }
      result.append($0)
      return true
    }
    return result
  }

  func count(at focus: XPathFocus) -> Int {
    if isAbsolute { return answers.nodes(of: self, at: focus).count }
    guard let start = start(of: focus.node) else { return 0 }
    if isKnown(start), let count = known.count { return count }
    var result = 0
    var first: XMLNode?
    _ = walk(start) {
      if result == 0 { first = $0 }
      result += 1
      return true
    }
    remember(start, first: first, count: result)
    return result
  }

  private func isKnown(_ start: XMLNode) -> Bool {
    guard parents > 0, answers.tree != 0, known.tree == answers.tree else { return false }
    return unsafe known.start?.pointer == start.pointer
  }

  private func remember(_ start: XMLNode, first: XMLNode?, count: Int?) {
    guard parents > 0, answers.tree != 0 else { return }
    known = Known(tree: answers.tree, start: start, first: first, count: count)
  }

  /// Whether one of the selected nodes has a property.
  func contains(from node: XMLNode, where hasProperty: (XMLNode) -> Bool) -> Bool {
    !visit(from: node) { !hasProperty($0) }
  }

  /// Visits the selected nodes in document order, until the visitor has seen enough; gives whether
  /// it never had.
  @inline(__always)
  private func visit(from node: XMLNode, _ visit: (XMLNode) -> Bool) -> Bool {
    guard let start = start(of: node) else { return true }
    return walk(start, visit)
  }

  /// The node that the steps downwards begin at.
  @inline(__always)
  private func start(of node: XMLNode) -> XMLNode? {
    var start = isAbsolute ? node.documentOrItself : node
    for _ in 0..<parents {
      guard let parent = start.parentOrDocument else { return nil }
      start = parent
    }
    return start
  }

  @inline(__always)
  private func walk(_ start: XMLNode, _ visit: (XMLNode) -> Bool) -> Bool {
    steps.isEmpty ? visit(start) : walk(start, 0, visit)
  }

  private func walk(_ node: XMLNode, _ index: Int, _ visit: (XMLNode) -> Bool) -> Bool {
    guard answers.mayGoOn else { return false }
    guard index < steps.count else { return visit(node) }
    // A step that is copied costs the counting of its conditions.
    switch steps[index].axis {
    case .attribute:
      guard let attribute = attribute(steps[index].name, of: node) else { return true }
      return visit(attribute)
    case .descendant: return descend(from: node, index, visit)
    case .child:
      var next = node.firstChild
      var taken = 0
      defer { answers.take(taken) }
      while let child = next {
        taken += 1
        next = child.nextSibling
        if takes(index, child), !walk(child, index + 1, visit) { return false }
      }
      return true
    }
  }

  /// Goes on from every descendant that a step takes.
  private func descend(from node: XMLNode, _ index: Int, _ visit: (XMLNode) -> Bool) -> Bool {
    var next = node.firstChild
    var taken = 0
    defer { answers.take(taken) }
    while let child = next {
      taken += 1
      next = child.nextSibling
      if takes(index, child), !walk(child, index + 1, visit) { return false }
      if !descend(from: child, index, visit) { return false }
    }
    return true
  }

  @inline(__always) private func takes(_ index: Int, _ node: XMLNode) -> Bool {
    let isSort =
      switch steps[index].test {
      case .name:
        unsafe node.isElement && names.isName(steps[index].name, of: node.pointer.pointee.name)
      case .any: node.isElement
      case .text: node.isText
      }
    guard isSort, !steps[index].conditions.isEmpty else { return isSort }
    return steps[index].conditions.allSatisfy { $0.boolean(at: XPathFocus(node: node)) }
  }

  /// The attribute of the step's name in no namespace.
  private func attribute(_ name: PathNames.Name, of node: XMLNode) -> XMLNode? {
    guard node.isElement else { return nil }
    var next = unsafe node.pointer.pointee.properties
    while let attribute = unsafe next {
      if unsafe attribute.pointee.ns == nil,
        unsafe names.isName(name, of: attribute.pointee.name)
      {
        return unsafe XMLNode(
          UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self))
      }
      unsafe next = unsafe attribute.pointee.next
    }
    return nil
  }
}
