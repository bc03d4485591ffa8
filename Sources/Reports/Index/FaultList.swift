import Diagnostics
import Markup

/// The plans that failed and why: the first with all their findings, all of them on pages.
struct FaultList {
  var rows: ListedRows

  init(_ output: IndexOutput, _ limits: IndexLimits) {
    let words = output.words
    rows = ListedRows(
      output, limits, name: "faults", title: words("Що не вдалося", "What failed"),
      columns: [
        words("План", "Plan"), words("Підрозділ", "Unit"), words("Стан", "State"),
        words("Зауваження", "Findings"), words("Перша помилка", "The first error"),
      ])
  }

  /// Adds a plan, whose row among all plans is known.
  mutating func add(_ outcome: PlanOutcome, _ path: PlanPath, at address: String)
    throws(ProgramFault)
  {
    guard outcome.state == .faulty || outcome.state == .failed else { return }
    let words = rows.words
    let errors = outcome.findings.filter { $0.severity == .error }
    let isLast = !errors.isEmpty && errors.allSatisfy(\.isOfAnother)
    try rows.add(outcome.source, isLast: isLast) { markup in
      markup.raw("<li>")
      Self.writeName(outcome, path, "index/", address, words, to: &markup)
      if !outcome.unit.isEmpty {
        markup.raw(" <span class=unit>")
        markup.text(outcome.unit)
        markup.raw("</span>")
      }
      markup.raw(" <span class=")
      markup.text(outcome.state.rawValue)
      markup.raw(">")
      markup.text(words.state(outcome.state))
      markup.raw("</span>\n")
      guard !outcome.findings.isEmpty else { return }
      FindingList(words: words).write(
        errors, of: outcome, limit: 10_000, to: &markup)
    } row: { cells in
      cells.raw("<th scope=row>")
      Self.writeName(outcome, path, "", address, words, to: &cells)
      cells.raw("<td>")
      cells.text(outcome.unit)
      cells.raw("<td class=")
      cells.text(outcome.state.rawValue)
      cells.raw(">")
      cells.text(words.state(outcome.state))
      cells.raw("<td>")
      FindingList(words: words).writeCounts(outcome.findings, to: &cells)
      cells.raw("<td>")
      if let first = outcome.findings.first(where: { $0.severity == .error }) {
        FindingList(words: words).writeHead(first, to: &cells)
      }
      cells.raw("\n")
    }
  }

  private static func writeName(
    _ outcome: PlanOutcome, _ path: PlanPath, _ folder: StaticString, _ address: String,
    _ words: IndexWords, to markup: inout MarkupBuffer
  ) {
    markup.raw("<a href=\"")
    markup.raw(folder)
    markup.text(address)
    markup.raw("\">")
    markup.text(outcome.title.isEmpty ? path.name : outcome.title[...])
    markup.raw("</a> <code>")
    markup.text(outcome.source)
    markup.raw("</code>")
    if outcome.count > 1 {
      markup.raw(" ")
      markup.text(words("план ", "plan "))
      markup.number(outcome.number)
    }
  }
}
