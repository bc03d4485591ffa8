import Diagnostics
import Markup

/// Tables of how many plans of a kind or a unit came how far; what no plan came to has no column.
struct TotalsTable {
  private let words: IndexWords
  private let states: [PlanOutcome.State]
  private let severities: [Severity]

  init(_ words: IndexWords, _ all: BatchTotals.Count) {
    self.words = words
    states = PlanOutcome.State.allCases.filter { all.plans($0) > 0 }
    severities = [.error, .warning].filter { all.findings($0) > 0 }
  }

  /// The heads of the columns, the one of the names first.
  func columns(_ name: String) -> [String] {
    [name, words("усього", "all")] + states.map(words.state) + severities.map(words.severities)
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - name: What is counted.
  ///   - value: What the search calls it, so that the script makes a link of it; nil for no link.
  ///   - filter: Which filter of the search it is a value of.
  func write(
    _ name: String, value: String?, filter: StaticString, _ count: BatchTotals.Count,
    to markup: inout MarkupBuffer
  ) {
    markup.raw("<th scope=row")
    if let value {
      markup.raw(" data-")
      markup.raw(filter)
      markup.raw("=\"")
      markup.text(value)
      markup.raw("\"")
    }
    markup.raw(">")
    markup.text(name)
    write(count.plans.reduce(0, +), to: &markup)
    for state in states { write(count.plans(state), class: state.rawValue, to: &markup) }
    for severity in severities { write(count.findings(severity), to: &markup) }
    markup.raw("\n")
  }

  private func write(_ number: Int, class name: String = "", to markup: inout MarkupBuffer) {
    markup.raw("<td class=\"n")
    if number > 0, !name.isEmpty {
      markup.raw(" ")
      markup.text(name)
    }
    markup.raw("\">")
    markup.text(words.grouped(number))
  }
}
