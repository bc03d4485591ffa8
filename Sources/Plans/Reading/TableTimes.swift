internal import Calendars
internal import DeadlineGrammar
internal import Deadlines
internal import Diagnostics
internal import Schemas
internal import Tables
internal import XML

/// Looks whether the times that a row of a table names agree with one another.
struct TableTimes {
  private let plan: PlanTree
  private let names: TableNames

  init(of plan: PlanTree) {
    self.plan = plan
    names = plan.kind.tableNames
  }

  /// What is wrong in all rows of the plan.
  var faults: [Diagnostic] {
    var found: [Diagnostic] = []
    visit(plan.root, &found)
    return found
  }

  private func visit(_ node: XMLNode, _ found: inout [Diagnostic]) {
    if names.namingCells.contains(node.name) {
      if let fault = cellFault(node) { found.append(fault) }
      return
    }
    if let start = node.child("start") {
      for name in ["end", "deadline"] {
        if let end = node.child(name), let fault = orderFault(start, end) { found.append(fault) }
      }
    }
    for child in node.children where child.isElement { visit(child, &found) }
  }

  /// A cell that names a time of its own, where the column is the deadline.
  private func cellFault(_ cell: XMLNode) -> Diagnostic? {
    guard let head = cell.child("deadline"), let mark = cell.child("mark"),
      mark.attribute("ditto") == nil, let from = head.attribute("from")?.stringValue,
      let to = head.attribute("to")?.stringValue
    else { return nil }
    let text = mark.stringValue
    guard text.unicodeScalars.count > 2 else { return nil }
    let read = DeadlineReader(year: Int(from.prefix(4))).read(text)
    guard read.isKnown, read.end != nil || read.deadlines.contains(where: { $0.every != nil })
    else { return nil }
    let days = (read.deadlines.compactMap(\.from).min()?.iso, read.end?.iso)
    if days == (from, to) { return nil }
    // «15.07» may be a day or an amount: a day, where it lies in the column's time.
    if Decimal6(text) != nil, !(days.1.map { (from...to).contains($0) } ?? false) { return nil }
    let column = cell.child("column")?.stringValue ?? ""
    return fault(
      "time-in-period", at: mark,
      Message(
        uk:
          "у графі «\(column)» написано «\(text)», а строком узято саму графу: \(head.stringValue)",
        en:
          "the column '\(column)' says '\(text)', and the column itself is the deadline: \(head.stringValue)"
      ),
      help: Message(
        uk:
          "щоб діяла графа, поставте «+»; щоб діяв цей строк, запишіть його у графі з роллю «строк»",
        en:
          "for the column to hold, write '+'; for this time to hold, write it in a column of the role 'deadline'"
      ))
  }

  /// An end before its beginning.
  private func orderFault(_ start: XMLNode, _ end: XMLNode) -> Diagnostic? {
    guard let from = (start.attribute("from") ?? start.attribute("to"))?.stringValue,
      let to = end.attribute("to")?.stringValue, to < from,
      start.attribute("every") == nil, end.attribute("every") == nil
    else { return nil }
    return fault(
      "end-before-start", at: end,
      Message(
        uk: "«\(end.stringValue)» раніше за початок – «\(start.stringValue)»",
        en: "'\(end.stringValue)' lies before the start, '\(start.stringValue)'"),
      help: Message(
        uk: "виправте дати або поміняйте їх місцями", en: "correct them, or change them about"))
  }

  private func fault(_ code: String, at node: XMLNode, _ message: Message, help: Message)
    -> Diagnostic
  {
    Diagnostic(
      .warning, code: code, in: plan.source, at: plan.range(of: node), message, help: help)
  }
}
