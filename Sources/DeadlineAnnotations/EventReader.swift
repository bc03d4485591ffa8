internal import Calendars
internal import Deadlines
package import Schemas
package import XML

/// Finds the days of plans that their deadlines count from; it belongs to one task.
final class EventReader {
  private let evaluator = XPathEvaluator(functions: [])
  private var ready: [String: (made: XPath?, inForce: XPath?)] = [:]

  /// What a plan knows of its own time.
  func times(of root: XMLNode, _ kind: Kind) -> PlanTimes {
    let paths = paths(of: kind)
    return PlanTimes(
      year: root.year(of: kind.schema), madeOn: day(paths.made, at: root),
      inForceOn: day(paths.inForce, at: root))
  }

  private func day(_ path: XPath?, at root: XMLNode) -> LocalDate? {
    path.flatMap { evaluator.nodes($0, at: root).first?.withText { LocalDate(iso: $0) } }
  }

  private func paths(of kind: Kind) -> (made: XPath?, inForce: XPath?) {
    if let known = ready[kind.name] { return known }
    let events = kind.schema.events
    let paths = (
      made: events.made.flatMap { try? evaluator.compile($0) },
      inForce: events.inForce.flatMap { try? evaluator.compile($0) }
    )
    ready[kind.name] = paths
    return paths
  }
}

extension XMLNode {
  /// The plan's year at a plan's root.
  package func year(of schema: Schema) -> Int? {
    for path in schema.yearPaths {
      var year: Int?
      forEach(at: path[...]) { if year == nil { year = Int($0.stringValue.prefix(4)) } }
      if let year { return year }
    }
    return nil
  }

  /// Visits the elements at a path of names, in order.
  package func forEach(at path: ArraySlice<String>, _ visit: (XMLNode) -> Void) {
    guard let name = path.first else { return visit(self) }
    var next = firstChild
    while let child = next {
      if child.isElement, child.isNamed(name) { child.forEach(at: path.dropFirst(), visit) }
      next = child.nextSibling
    }
  }
}
