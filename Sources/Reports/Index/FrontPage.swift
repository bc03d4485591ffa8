internal import Bytes
import Diagnostics
import Markup

/// The first page: the totals, the search, what failed and why, what is stale, the way to all else.
struct FrontPage {
  let output: IndexOutput
  let kinds: [String: Message]
  let totals: BatchTotals
  let units: UnitTotals
  let plans: PageSeries
  let faults: FaultList
  let stale: StaleList
  let causes: [FindingTally.Cause]
  let searchParts: Int
  let head: ReportHead

  var words: IndexWords { output.words }
  private var states: [PlanOutcome.State] {
    PlanOutcome.State.allCases.filter { totals.all.plans($0) > 0 }
  }
  /// The kinds by what they are called, the unknown last.
  var kindNames: [String] {
    totals.kinds.keys.sorted { left, right in
      let (a, b) = (UkrainianOrder.key(of: kindName(left)), UkrainianOrder.key(of: kindName(right)))
      if left.isEmpty != right.isEmpty { return right.isEmpty }
      return a == b ? left < right : a.lexicographicallyPrecedes(b)
    }
  }

  /// The page.
  func write() -> [UInt8] {
    var page = output.head(words.title, isFront: true)
    writeHeader(to: &page)
    page.raw("<main id=main>\n")
    SearchForm(
      words: words, parts: searchParts, states: states,
      kinds: kindNames.filter { !$0.isEmpty }.map { ($0, kindName($0)) }
    ).write(to: &page)
    writeKinds(to: &page)
    if !causes.isEmpty { writeCauses(to: &page) }
    if faults.rows.pages.total > 0 { writeFaults(to: &page) }
    if stale.rows.pages.total > 0 { writeStale(to: &page) }
    writeUnits(to: &page)
    writePages(to: &page)
    if !head.acts.isEmpty { writeActs(to: &page) }
    page.raw("</main>\n")
    output.foot(&page)
    return page.bytes
  }

  func kindName(_ kind: String) -> String {
    if kind.isEmpty { return words("не розпізнано", "not recognised") }
    return kinds[kind]?[words.language] ?? kind
  }

  private func writeHeader(to page: inout MarkupBuffer) {
    page.raw("<header>\n<h1>")
    page.text(words.title)
    page.raw("</h1>\n")
    page.raw("<dl class=states>\n")
    entry(words("усього планів", "plans in all"), totals.all.plans.reduce(0, +), "", to: &page)
    for state in states {
      entry(words.state(state), totals.all.plans(state), state.rawValue, to: &page)
    }
    page.raw("</dl>\n")
    writeBar(to: &page)
    page.raw("<nav aria-label=\"")
    page.text(words("Розділи", "Sections"))
    page.raw("\"><ul>\n")
    for (id, title) in sections {
      page.raw("<li><a href=\"#")
      page.text(id)
      page.raw("\">")
      page.text(title)
      page.raw("</a>\n")
    }
    page.raw("</ul></nav>\n</header>\n")
  }

  /// How many plans are in each state, as a picture: the policy of the page allows no style in it.
  private func writeBar(to page: inout MarkupBuffer) {
    page.raw("<svg class=bar aria-hidden=true preserveAspectRatio=none viewBox=\"0 0 ")
    page.number(max(1, totals.all.plans.reduce(0, +)))
    page.raw(" 1\">")
    var start = 0
    for state in states {
      page.raw("<rect class=")
      page.text(state.rawValue)
      page.raw(" x=")
      page.number(start)
      page.raw(" width=")
      page.number(totals.all.plans(state))
      page.raw(" height=1 />")
      start += totals.all.plans(state)
    }
    page.raw("</svg>\n")
  }

  private func entry(
    _ name: String, _ number: Int, _ style: String, to page: inout MarkupBuffer
  ) {
    page.raw("<div class=\"")
    page.text(style)
    page.raw("\"><dt")
    if !style.isEmpty {
      page.raw(" data-state=")
      page.text(style)
    }
    page.raw(">")
    page.text(name)
    page.raw("<dd>")
    page.text(words.grouped(number))
    page.raw("</div>\n")
  }

  private var sections: [(id: String, title: String)] {
    var sections = [("kinds", kindsTitle)]
    if !causes.isEmpty { sections.append(("causes", causesTitle)) }
    if faults.rows.pages.total > 0 { sections.append(("faults", faultsTitle)) }
    if stale.rows.pages.total > 0 { sections.append(("stale", StaleList.title(words))) }
    sections += [("units", unitsTitle), ("pages", pagesTitle)]
    return head.acts.isEmpty ? sections : sections + [("acts", actsTitle)]
  }
}
