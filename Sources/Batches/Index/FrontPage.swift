import Diagnostics

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

  private var words: IndexWords { output.words }
  private var states: [PlanOutcome.State] {
    PlanOutcome.State.allCases.filter { totals.all.plans($0) > 0 }
  }
  /// The kinds by what they are called, the unknown last.
  private var kindNames: [String] {
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
    if faults.pages.total > 0 { writeFaults(to: &page) }
    if stale.pages.total > 0 { writeStale(to: &page) }
    writeUnits(to: &page)
    writePages(to: &page)
    page.raw("</main>\n")
    output.foot(&page)
    return page.bytes
  }

  private func kindName(_ kind: String) -> String {
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
    page.raw("</dl>\n<div class=bar aria-hidden=true>")
    for state in states {
      page.raw("<span class=")
      page.text(state.rawValue)
      page.raw(" style=\"flex-grow:")
      page.number(totals.all.plans(state))
      page.raw("\"></span>")
    }
    page.raw("</div>\n<nav aria-label=\"")
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
    if faults.pages.total > 0 { sections.append(("faults", faultsTitle)) }
    if stale.pages.total > 0 { sections.append(("stale", StaleList.title(words))) }
    return sections + [("units", unitsTitle), ("pages", pagesTitle)]
  }

  private var kindsTitle: String { words("За видом", "By kind") }
  private var unitsTitle: String { words("За підрозділом", "By unit") }
  private var faultsTitle: String { words("Що не вдалося і чому", "What failed and why") }
  private var causesTitle: String { words("Найчастіші зауваження", "Most frequent findings") }
  private var pagesTitle: String { words("Усі плани", "All plans") }

  private func begin(_ id: StaticString, _ title: String, to page: inout MarkupBuffer) {
    page.raw("<section aria-labelledby=")
    page.raw(id)
    page.raw(">\n<h2 id=")
    page.raw(id)
    page.raw(">")
    page.text(title)
    page.raw("</h2>\n")
  }

  private func writeKinds(to page: inout MarkupBuffer) {
    let table = TotalsTable(words, totals.all)
    begin("kinds", kindsTitle, to: &page)
    page.beginTable(
      "totals", caption: words("Плани кожного виду", "Plans of each kind"),
      columns: table.columns(words("Вид", "Kind")), numbersFrom: 1)
    page.raw("<tbody>\n")
    for kind in kindNames {
      page.raw("<tr>")
      table.write(
        kindName(kind), value: kind.isEmpty ? nil : kind, filter: "kind",
        totals.kinds[kind] ?? BatchTotals.Count(), to: &page)
    }
    page.endTable()
    page.raw("</section>\n")
  }

  private func writeUnits(to page: inout MarkupBuffer) {
    let table = TotalsTable(words, totals.all)
    begin("units", unitsTitle, to: &page)
    page.beginTable(
      "totals",
      caption: words(
        "Плани кожного підрозділу: спершу ті, де є чим зайнятися, потім найбільші",
        "Plans of each unit: those with trouble first, then the largest"),
      columns: table.columns(words("Підрозділ", "Unit")), numbersFrom: 1)
    page.raw("<tbody>\n")
    for name in units.front {
      page.raw("<tr>")
      units.write(name, to: &page)
    }
    page.endTable()
    writeLinks(to: units.pages, words("Усі підрозділи за абеткою", "All units in order"), &page)
    page.raw("</section>\n")
  }

  private func writeFaults(to page: inout MarkupBuffer) {
    begin("faults", faultsTitle, to: &page)
    page.raw("<ul class=faults>\n")
    page.append(faults.front.markup.bytes)
    page.raw("</ul>\n")
    writeLinks(to: faults.pages, words("Усе, що не вдалося", "All that failed"), &page)
    page.raw("</section>\n")
  }

  private func writeCauses(to page: inout MarkupBuffer) {
    begin("causes", causesTitle, to: &page)
    page.beginTable(
      "causes",
      caption: words(
        "Зауваження кожного роду: у скількох планах і що саме, за прикладом першого",
        "Findings of each sort: in how many plans, and what, by the first as an example"),
      columns: [
        words("Планів", "Plans"), words("Вага", "Weight"), words("Приклад", "Example"),
        words("Підстава", "Clause"),
      ])
    page.raw("<tbody>\n")
    for cause in causes.prefix(50) {
      page.raw("<tr><td data-label=\"")
      page.text(words("Планів", "Plans"))
      page.raw("\">")
      page.text(words.grouped(cause.plans))
      page.raw("<td class=")
      page.text(cause.severity.rawValue)
      page.raw(">")
      page.text(words.severity(cause.severity))
      page.raw("<td>")
      page.text(cause.example.message[words.language])
      page.raw(" <code>")
      page.text(cause.example.code)
      page.raw("</code><td>")
      page.text(cause.example.citation?[words.language] ?? "")
      page.raw("\n")
    }
    page.endTable()
    page.raw("</section>\n")
  }

  private func writeStale(to page: inout MarkupBuffer) {
    begin("stale", StaleList.title(words), to: &page)
    page.beginTable(
      "stale",
      caption: words(
        "Файли попередніх запусків, які не показують план таким, як він є",
        "Files of former runs that do not show their plan as it is"),
      columns: StaleList.columns(words))
    page.raw("<tbody>\n")
    page.append(stale.front.markup.bytes)
    page.endTable()
    writeLinks(to: stale.pages, words("Усі застарілі документи", "All stale documents"), &page)
    page.raw("</section>\n")
  }

  private func writePages(to page: inout MarkupBuffer) {
    begin("pages", pagesTitle, to: &page)
    if plans.pages.isEmpty {
      page.raw("<p>")
      page.text(words("Планів немає.", "There are no plans."))
      page.raw("</p>\n")
    }
    writeLinks(to: plans, nil, &page)
    page.raw("</section>\n")
  }

  /// How many pages are listed with what is on them; beyond that with their numbers alone.
  private static let describedPages = 1_000

  private func writeLinks(to series: PageSeries, _ title: String?, _ page: inout MarkupBuffer) {
    guard !series.pages.isEmpty else { return }
    if let title {
      page.raw("<p>")
      page.text(title)
      page.raw(":</p>\n")
    }
    let isDescribed = series.pages.count <= Self.describedPages
    page.raw("<ol class=pages>\n")
    for (index, range) in series.pages.enumerated() {
      page.raw("<li><a href=\"")
      page.address(series.path(index + 1))
      page.raw("\">")
      if isDescribed { page.text(range) } else { page.number(index + 1) }
      page.raw("</a>\n")
    }
    page.raw("</ol>\n")
  }
}
