import Diagnostics
import Markup
internal import Schemas

/// The sections of the first page.
extension FrontPage {
  var kindsTitle: String { words("За видом", "By kind") }
  var unitsTitle: String { words("За підрозділом", "By unit") }
  var faultsTitle: String { words("Що не вдалося і чому", "What failed and why") }
  var causesTitle: String { words("Найчастіші зауваження", "Most frequent findings") }
  var pagesTitle: String { words("Усі плани", "All plans") }
  var actsTitle: String { words("За чим перевірено", "What plans were held to") }

  private func begin(_ id: StaticString, _ title: String, to page: inout MarkupBuffer) {
    page.raw("<section aria-labelledby=")
    page.raw(id)
    page.raw(">\n<h2 id=")
    page.raw(id)
    page.raw(">")
    page.text(title)
    page.raw("</h2>\n")
  }

  func writeKinds(to page: inout MarkupBuffer) {
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

  func writeUnits(to page: inout MarkupBuffer) {
    let table = TotalsTable(words, totals.all)
    begin("units", unitsTitle, to: &page)
    page.beginTable(
      "totals",
      caption: words(
        "Плани кожного підрозділу: спершу ті, де є чим зайнятися, потім найбільші",
        "Plans of each unit: those with trouble first, then the largest"),
      columns: table.columns(words("Підрозділ", "Unit")), numbersFrom: 1)
    page.raw("<tbody>\n")
    page.append(units.front.markup.bytes)
    page.endTable()
    writeLinks(to: units.pages, words("Усі підрозділи за абеткою", "All units in order"), &page)
    page.raw("</section>\n")
  }

  func writeFaults(to page: inout MarkupBuffer) {
    begin("faults", faultsTitle, to: &page)
    page.raw("<ul class=faults>\n")
    page.append(faults.rows.front.markup.bytes)
    page.append(faults.rows.last.markup.bytes)
    page.raw("</ul>\n")
    writeLinks(to: faults.rows.pages, words("Усе, що не вдалося", "All that failed"), &page)
    page.raw("</section>\n")
  }

  func writeCauses(to page: inout MarkupBuffer) {
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
    for cause in causes.prefix(20) {
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

  func writeStale(to page: inout MarkupBuffer) {
    begin("stale", StaleList.title(words), to: &page)
    page.beginTable(
      "stale",
      caption: words(
        "Файли попередніх запусків, які не показують план таким, як він є",
        "Files of former runs that do not show their plan as it is"),
      columns: StaleList.columns(words))
    page.raw("<tbody>\n")
    page.append(stale.rows.front.markup.bytes)
    page.endTable()
    writeLinks(to: stale.rows.pages, words("Усі застарілі документи", "All stale documents"), &page)
    page.raw("</section>\n")
  }

  func writePages(to page: inout MarkupBuffer) {
    begin("pages", pagesTitle, to: &page)
    if plans.pages.isEmpty {
      page.raw("<p>")
      page.text(words("Планів немає.", "There are no plans."))
      page.raw("</p>\n")
    }
    writeLinks(to: plans, nil, &page)
    page.raw("</section>\n")
  }

  /// The acts whose rules judged the plans, with their editions, the program and the day.
  func writeActs(to page: inout MarkupBuffer) {
    begin("acts", actsTitle, to: &page)
    page.raw("<p>Pysar ")
    page.text(head.version)
    if let day = head.day {
      let date = day.split(separator: "-").reversed().joined(separator: ".")
      page.text(words(", за правом на \(date)", ", by the law of \(day)"))
    }
    page.raw("</p>\n")
    page.beginTable(
      "acts",
      caption: words(
        "Акти, правила яких застосовано, і редакції, за якими їх записано",
        "Acts whose rules were applied, and the editions that they were written by"),
      columns: [words("Акт", "Act"), words("Редакція", "Edition")])
    page.raw("<tbody>\n")
    for act in head.acts {
      page.raw("<tr><th scope=row>")
      if let url = act.url {
        page.raw("<a href=\"")
        page.text(url)
        page.raw("\">")
      }
      page.text(act.title[words.language])
      if act.url != nil { page.raw("</a>") }
      page.raw("<td data-label=\"")
      page.text(words("Редакція", "Edition"))
      page.raw("\">")
      page.text(act.edition[words.language])
      page.raw("\n")
    }
    page.endTable()
    page.raw("</section>\n")
  }

  /// How many bytes a list of pages has at most; a longer one has their numbers alone.
  private static let listBytes = 300_000

  private func writeLinks(to series: PageSeries, _ title: String?, _ page: inout MarkupBuffer) {
    guard !series.pages.isEmpty else { return }
    if let title {
      page.raw("<p>")
      page.text(title)
      page.raw(":</p>\n")
    }
    page.raw("<ol class=pages>\n")
    let described = links(to: series, isDescribed: true)
    let list =
      described.count > Self.listBytes ? links(to: series, isDescribed: false) : described
    page.append(list.bytes)
    page.raw("</ol>\n")
  }

  private func links(to series: PageSeries, isDescribed: Bool) -> MarkupBuffer {
    var list = MarkupBuffer()
    for (index, range) in series.pages.enumerated() {
      list.raw("<li><a href=\"")
      list.address(series.path(index + 1))
      list.raw("\">")
      if isDescribed { list.text(range) } else { list.number(index + 1) }
      list.raw("</a>\n")
    }
    return list
  }
}
