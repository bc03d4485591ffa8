import Diagnostics
import Markup

/// The files of former runs that do not show their plan as it is, or whose plan is gone.
struct StaleList {
  private let words: IndexWords
  private var cells = MarkupBuffer()
  private(set) var front: FrontList
  private(set) var pages: PageSeries

  init(_ output: IndexOutput, _ limits: IndexLimits) {
    words = output.words
    front = FrontList(rows: limits.frontRows, bytes: limits.frontBytes)
    pages = PageSeries(
      output, limits, name: "stale", title: Self.title(words), style: "stale",
      columns: Self.columns(words))
  }

  static func title(_ words: IndexWords) -> String {
    words("Застарілі документи", "Stale documents")
  }

  static func columns(_ words: IndexWords) -> [String] {
    [words("Файл", "File"), words("План", "Plan"), words("Чому", "Why")]
  }

  /// Adds what is stale of a plan.
  mutating func add(_ outcome: PlanOutcome) throws(ProgramFault) {
    let words = words
    for file in outcome.stale {
      front.add(after: pages.total) { markup in
        markup.raw("<tr>")
        Self.write(file, outcome, "", words, to: &markup)
      }
      cells.removeAll()
      Self.write(file, outcome, "../", words, to: &cells)
      try pages.add(cells, file)
    }
  }

  /// Writes what is left, if not all is on the first page.
  mutating func finish() throws(ProgramFault) {
    if pages.total > front.count { try pages.finish() }
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
