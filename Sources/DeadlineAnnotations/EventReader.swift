internal import Calendars
internal import DeadlineGrammar
internal import Deadlines
package import Schemas
internal import Tables
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
  /// The plan's year at a plan's root; nil where its time lies in several.
  package func year(of schema: Schema) -> Int? {
    for path in schema.yearPaths {
      var year: Int?
      var isFound = false
      forEach(at: path[...]) { node in
        if isFound { return }
        isFound = true
        year = node.isPlainYear ? Int(node.stringValue.prefix(4)) : node.years?.only
      }
      if isFound { return year }
    }
    return nil
  }

  /// The days that a plan is for, at its root, where its years are not one year.
  func span(of schema: Schema) -> ClosedRange<LocalDate>? {
    var span: ClosedRange<LocalDate>?
    for path in schema.yearPaths {
      forEach(at: path[...]) { node in
        if span == nil, let from = node.day("from"), let to = node.day("to"), from <= to {
          span = from...to
        }
      }
    }
    return span
  }

  /// The year that the rows of a table say they are of, at a cell of one of them.
  func year(below names: TableNames) -> Int? {
    var next = parent
    var isInTable = false
    for _ in 0..<2 where !isInTable {
      isInTable = next.map(names.datedRows.hold) ?? false
      if !isInTable { next = next?.parent }
    }
    guard isInTable else { return nil }
    while let row = next {
      if names.datedRows.hold(row), let year = row.child("year") {
        return Int(year.stringValue)
      }
      next = row.parent
    }
    return nil
  }

  /// Whether the text is a year or a day, and no words for several.
  var isPlainYear: Bool {
    withText { text in
      for index in text.indices where !(0x30...0x39).contains(text[index]) {
        return index == 4 && text.count == 10 && text[4] == 0x2D && text[7] == 0x2D
      }
      return true
    }
  }

  private var years: ClosedRange<Int>? {
    guard let from = day("from"), let to = day("to"), from <= to else { return nil }
    return from.year...to.year
  }

  private func day(_ name: String) -> LocalDate? {
    attribute(name)?.withText { LocalDate(iso: $0) }
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

extension ClosedRange<Int> {
  /// The one number in it.
  fileprivate var only: Int? { count == 1 ? lowerBound : nil }
}
