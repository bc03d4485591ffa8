internal import Diagnostics

/// Checks an expression against the shape of the tree it will run on: a name that cannot exist
/// there, or a function that there is not, is a fault before any tree is seen.
public struct XPathChecker: Sendable {
  /// The places of the shape where an expression may stand.
  public struct Context: Sendable, Hashable {
    var places: Set<Place>

    /// Whether no node can be there.
    public var isEmpty: Bool { places.isEmpty }
  }

  enum Place: Hashable, Sendable {
    case document
    case element(Int)
    case attribute(element: Int, index: Int)
    case text(Int)
  }

  private let shape: TreeShape
  private var checksLiterals = true
  private let arities: [String: ClosedRange<Int>]
  private let functions: [String: XPathFunction]
  /// What `current()` gives: where the whole expression stands.
  private var current: Set<Place> = []

  /// Makes a checker for trees of a shape.
  public init(shape: TreeShape, functions: [XPathFunction]) {
    self.shape = shape
    self.functions = Dictionary(functions.map { ($0.name, $0) }) { $1 }
    arities = XPathFunction.core.merging(functions.map { ($0.name, $0.arity) }) { $1 }
  }

  /// The same checker for an expression whose literals another one has checked: they are the same
  /// for trees of any shape, and patterns among them take their time.
  public var passingLiterals: XPathChecker {
    var result = self
    result.checksLiterals = false
    return result
  }

  /// The context of the root element.
  public var root: Context { Context(places: [.element(0)]) }

  /// Checks an expression and gives where the nodes it selects stand; no places for other values.
  public func check(_ expression: XPathExpression, in context: Context)
    -> (faults: [XPathFault], selected: Context)
  {
    var faults: [XPathFault] = []
    var checker = self
    checker.current = context.places
    let places = checker.check(expression.syntax, context.places, &faults)
    return (faults, Context(places: places))
  }

  private func check(_ syntax: XPathSyntax, _ context: Set<Place>, _ faults: inout [XPathFault])
    -> Set<Place>
  {
    switch syntax {
    case .number, .literal: return []
    case .negate(let inner):
      _ = check(inner, context, &faults)
      return []
    case .binary(let operation, let left, let right):
      let places = check(left, context, &faults).union(check(right, context, &faults))
      if operation == .union, !left.selectsNodes || !right.selectsNodes {
        faults.append(wantsNodes("|", syntax.place))
      }
      return operation == .union ? places : []
    case .function(let name, let arguments, let place):
      checkCall(name, arguments, place, &faults)
      for argument in arguments { _ = check(argument, context, &faults) }
      if Self.nodeFunctions.contains(name), let first = arguments.first, !first.selectsNodes {
        faults.append(wantsNodes(name, place))
      }
      return name == "current" ? current : []
    case .path(let path): return check(path, context, &faults)
    case .filter(let inner, let predicates, let path):
      let places = check(inner, context, &faults)
      if !inner.selectsNodes { faults.append(wantsNodes("[ ]", syntax.place)) }
      for predicate in predicates { _ = check(predicate, places, &faults) }
      return path.map { check($0, places, &faults) } ?? places
    }
  }

  /// The functions whose argument must be nodes; libxml2 notices it only when it runs them.
  private static let nodeFunctions: Set<String> = ["count", "sum", "local-name", "name", "ordinal"]

  private func wantsNodes(_ name: String, _ place: XPathPlace) -> XPathFault {
    XPathFault(
      problem: Message(
        uk: "«\(name)» діє лише на вузли, а тут інше значення",
        en: "'\(name)' works on nodes, and this is another value"),
      offset: place.offset, length: place.length)
  }

  private func checkCall(
    _ name: String, _ arguments: [XPathSyntax], _ place: XPathPlace, _ faults: inout [XPathFault]
  ) {
    guard let arity = arities[name] else {
      faults.append(unknown(name, place, among: Array(arities.keys), uk: "функції", en: "function"))
      return
    }
    guard arity.contains(arguments.count) else {
      faults.append(
        XPathFault(
          problem: Message(
            uk: "функція «\(name)» має інше число аргументів, ніж \(arguments.count)",
            en: "the function '\(name)' does not take \(arguments.count) arguments"),
          offset: place.offset, length: place.length))
      return
    }
    guard checksLiterals, let function = functions[name] else { return }
    do throws(XPathFault) {
      _ = try XPathTextCall(function, arguments, place)?.prepare()
    } catch {
      faults.append(error)
    }
  }

  private func check(_ path: XPathPath, _ context: Set<Place>, _ faults: inout [XPathFault])
    -> Set<Place>
  {
    var places: Set<Place> = path.isAbsolute ? [.document] : context
    for step in path.steps {
      let reachable = reach(step.axis, from: places)
      if reachable.isEmpty, !places.isEmpty, case .node = step.test {
        faults.append(
          XPathFault(
            problem: Message(uk: "цей крок нікуди не веде", en: "this step leads nowhere"),
            offset: step.place.offset, length: step.place.length))
      }
      let next = reachable.filter { matches(step.test, $0, step.axis) }
      if next.isEmpty, !places.isEmpty, case .name(let name) = step.test {
        let names = reachable.compactMap { self.name(of: $0) }
        let isAttribute = step.axis == .attribute
        faults.append(
          unknown(
            name, step.place, among: names, uk: isAttribute ? "атрибута" : "елемента",
            en: isAttribute ? "attribute" : "element"))
      }
      for predicate in step.predicates { _ = check(predicate, next, &faults) }
      places = next
    }
    return places
  }

  private func unknown(
    _ name: String, _ place: XPathPlace, among names: [String], uk: String, en: String
  ) -> XPathFault {
    let near = nearestName(to: name, among: Set(names).sorted())
    return XPathFault(
      problem: Message(
        uk: "\(uk) «\(name)» тут бути не може" + (near.map { "; можливо, «\($0)»" } ?? ""),
        en: "no \(en) '\(name)' can be here" + (near.map { "; perhaps '\($0)'" } ?? "")),
      offset: place.offset, length: place.length)
  }

  private func name(of place: Place) -> String? {
    switch place {
    case .element(let index): shape.elements[index].name
    case .attribute(let element, let index): shape.elements[element].attributes[index]
    case .document, .text: nil
    }
  }

  private func matches(_ test: XPathStep.Test, _ place: Place, _ axis: XPathStep.Axis) -> Bool {
    switch test {
    case .node: return true
    case .text: if case .text = place { return true } else { return false }
    case .any: return name(of: place) != nil
    case .name(let name): return self.name(of: place) == name
    }
  }

  private func reach(_ axis: XPathStep.Axis, from places: Set<Place>) -> Set<Place> {
    switch axis {
    case .itself: return places
    case .child: return union(places, children)
    case .parent: return union(places, parents)
    case .attribute: return union(places, attributes)
    case .descendant: return closure(of: union(places, children), by: children)
    case .descendantOrSelf: return closure(of: places, by: children)
    case .ancestor: return closure(of: union(places, parents), by: parents)
    case .ancestorOrSelf: return closure(of: places, by: parents)
    case .followingSibling, .precedingSibling: return union(union(places, parents), children)
    case .following, .preceding: return closure(of: [.document], by: children)
    }
  }

  private func union(_ places: Set<Place>, _ step: (Place) -> [Place]) -> Set<Place> {
    Set(places.flatMap(step))
  }

  private func closure(of places: Set<Place>, by step: (Place) -> [Place]) -> Set<Place> {
    var result = places
    var open = Array(places)
    while let place = open.popLast() {
      for next in step(place) where result.insert(next).inserted { open.append(next) }
    }
    return result
  }

  private func children(_ place: Place) -> [Place] {
    switch place {
    case .document: [.element(0)]
    case .element(let index):
      shape.elements[index].children.map(Place.element) + [.text(index)]
    case .attribute, .text: []
    }
  }

  private func parents(_ place: Place) -> [Place] {
    switch place {
    case .document: []
    case .element(0): [.document]
    case .element(let index): shape.parents[index].map(Place.element)
    case .attribute(let element, _): [.element(element)]
    case .text(let index): [.element(index)]
    }
  }

  private func attributes(_ place: Place) -> [Place] {
    guard case .element(let index) = place else { return [] }
    return shape.elements[index].attributes.indices.map { .attribute(element: index, index: $0) }
  }
}
