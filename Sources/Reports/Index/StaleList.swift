import Diagnostics
import Markup

/// The files of former runs that do not show their plan as it is, or whose plan is gone.
struct StaleList {
  var rows: ListedRows

  init(_ output: IndexOutput, _ limits: IndexLimits) {
    rows = ListedRows(
      output, limits, name: "stale", title: Self.title(output.words),
      columns: Self.columns(output.words))
  }

  static func title(_ words: IndexWords) -> String {
    words("Застарілі документи", "Stale documents")
  }

  static func columns(_ words: IndexWords) -> [String] {
    [words("Файл", "File"), words("План", "Plan"), words("Чому", "Why")]
  }

  /// Adds what is stale of a plan.
  mutating func add(_ outcome: PlanOutcome) throws(ProgramFault) {
    let words = rows.words
    for file in outcome.stale {
      try rows.add(file) { markup in
        markup.raw("<tr>")
        Self.write(file, outcome, "", words, to: &markup)
      } row: { cells in
        Self.write(file, outcome, "../", words, to: &cells)
      }
    }
  }

  private static func write(
    _ file: String, _ outcome: PlanOutcome, _ up: StaticString, _ words: IndexWords,
    to markup: inout MarkupBuffer
  ) {
    markup.raw("<th scope=row><a href=\"")
    markup.raw(up)
    markup.address(file)
    markup.raw("\">")
    markup.text(file)
    markup.raw("</a><td><code>")
    markup.text(outcome.source)
    markup.raw("</code>")
    if outcome.count > 1 {
      markup.raw(" ")
      markup.text(words("план ", "plan "))
      markup.number(outcome.number)
    }
    markup.raw("<td>")
    markup.text(words.staleness(outcome.state))
    markup.raw("\n")
  }
}
