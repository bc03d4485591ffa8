internal import Diagnostics
package import XPathLanguage

/// Checks an expression against the shape of the tree it will run on: a name that cannot exist
/// there, or a function that there is not, is a fault before any tree is seen.
package struct XPathChecker: Sendable {
  /// The places of the shape where an expression may stand.
  package struct Context: Sendable, Hashable {
    var places: PlaceSet

    /// Whether no node can be there.
    package var isEmpty: Bool { places.isEmpty }
  }

  private var places: TreePlaces
  private let types: XPathTypes
  private let functions: [String: XPathFunction]
  /// What `current()` gives: where the whole expression stands.
  private var current: PlaceSet

  /// Makes a checker for trees of a shape.
  package init(shape: TreeShape, functions: [XPathFunction]) {
    places = TreePlaces(shape)
    current = places.none
    self.functions = Dictionary(functions.map { ($0.name, $0) }) { $1 }
    types = XPathTypes(functions)
  }

  /// A checker for trees of another shape and the same functions.
  package func with(shape: TreeShape) -> XPathChecker {
    var result = self
    result.places = TreePlaces(shape)
    result.current = result.places.none
    return result
  }

  /// The context of the root element.
  package var root: Context { Context(places: places.root) }

  /// Checks an expression and gives where the nodes it selects stand; no places for other values.
  package func check(_ expression: XPathExpression, in context: Context)
    -> (faults: [XPathFault], selected: Context)
  {
    var calls = XPathTextCalls()
    return check(expression, in: context, preparing: &calls)
  }

  /// Checks an expression as ``check(_:in:)`` does, with what was made ready of the literals in
  /// others.
  package func check(
    _ expression: XPathExpression, in context: Context, preparing calls: inout XPathTextCalls
  ) -> (faults: [XPathFault], selected: Context) {
    var findings = Findings(calls: calls)
    calls = XPathTextCalls()
    var checker = self
    checker.current = context.places
    let places = checker.check(expression.syntax, context.places, &findings)
    calls = findings.calls
    return (findings.faults, Context(places: places))
  }

  /// What comes of a check.
  private struct Findings {
    var faults: [XPathFault] = []
    var calls: XPathTextCalls
  }

  private func check(_ syntax: XPathSyntax, _ context: PlaceSet, _ findings: inout Findings)
    -> PlaceSet
  {
    switch syntax {
    case .number, .literal: return places.none
    case .negate(let inner):
      _ = check(inner, context, &findings)
      return places.none
    case .binary(let operation, let left, let right):
      let selected = check(left, context, &findings).union(check(right, context, &findings))
      if operation == .union, !types.mayBeNodes(left) || !types.mayBeNodes(right) {
        findings.faults.append(wantsNodes("|", syntax.place))
      }
      return operation == .union ? selected : places.none
    case .function(let name, let arguments, let place):
      checkCall(of: name, arguments, at: place, &findings)
      let selected = arguments.map { check($0, context, &findings) }
      guard types.signatures[name]?.result == .nodes else { return places.none }
      // A function chooses among the nodes that it is given.
      return name == "current" ? current : selected.reduce(places.none) { $0.union($1) }
    case .path(let path): return check(path, context, &findings)
    case .filter(let inner, let predicates, let path):
      let selected = check(inner, context, &findings)
      if !types.mayBeNodes(inner) { findings.faults.append(wantsNodes("[ ]", syntax.place)) }
      for predicate in predicates { _ = check(predicate, selected, &findings) }
      return path.map { check($0, selected, &findings) } ?? selected
    }
  }

  private func wantsNodes(_ name: String, _ place: XPathPlace) -> XPathFault {
    XPathFault(
      problem: Message(
        uk: "«\(name)» діє лише на вузли, а тут інше значення",
        en: "'\(name)' works on nodes, and this is another value"),
      offset: place.offset, length: place.length)
  }

  private func checkCall(
    of name: String, _ arguments: [XPathSyntax], at place: XPathPlace,
    _ findings: inout Findings
  ) {
    guard let signature = types.signatures[name] else {
      findings.faults.append(
        unknown(name, place, among: Array(types.signatures.keys), uk: "функції", en: "function"))
      return
    }
    guard signature.arity.contains(arguments.count) else {
      findings.faults.append(
        XPathFault(
          problem: Message(
            uk: "функція «\(name)» має інше число аргументів, ніж \(arguments.count)",
            en: "the function '\(name)' does not take \(arguments.count) arguments"),
          offset: place.offset, length: place.length))
      return
    }
    for (number, argument) in arguments.enumerated() {
      let parameter = signature.parameter(number)
      if let fault = types.fault(of: argument, in: name, for: parameter) {
        findings.faults.append(fault)
      }
    }
    guard let function = functions[name], let call = XPathTextCall(function, arguments) else {
      return
    }
    do throws(XPathFault) {
      _ = try findings.calls.maker(of: call)
    } catch {
      findings.faults.append(error)
    }
  }

  private func check(_ path: XPathPath, _ context: PlaceSet, _ findings: inout Findings)
    -> PlaceSet
  {
    var selected = path.isAbsolute ? places.document : context
    for step in path.steps {
      let reachable = places.reach(step.axis, from: selected)
      let next = places.matching(step.test, among: reachable)
      if next.isEmpty, !selected.isEmpty { refuse(step, reachable, &findings) }
      for predicate in step.predicates { _ = check(predicate, next, &findings) }
      selected = next
    }
    return selected
  }

  private func refuse(_ step: XPathStep, _ reachable: PlaceSet, _ findings: inout Findings) {
    switch step.test {
    case .node:
      findings.faults.append(
        XPathFault(
          problem: Message(uk: "цей крок нікуди не веде", en: "this step leads nowhere"),
          offset: step.place.offset, length: step.place.length))
    case .name(let name):
      let isAttribute = step.axis == .attribute
      findings.faults.append(
        unknown(
          name, step.place, among: places.names(of: reachable),
          uk: isAttribute ? "атрибута" : "елемента", en: isAttribute ? "attribute" : "element"))
    case .text, .any: return
    }
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
}
