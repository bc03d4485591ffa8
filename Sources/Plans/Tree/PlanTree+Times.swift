internal import Calendars
internal import Deadlines
internal import Schemas
internal import XML

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
