internal import Bytes
import Diagnostics
import Markup

/// The totals by unit: on the first page those with trouble and then the largest, on pages of their
/// own, where there are more, all of them in the order of the alphabet.
struct UnitTotals {
  private let words: IndexWords
  private let totals: BatchTotals
  private let table: TotalsTable
  /// The rows on the first page.
  private(set) var front: FrontList
  /// All units, if they are not all on the first page.
  private(set) var pages: PageSeries

  init(_ output: IndexOutput, _ limits: IndexLimits, _ totals: BatchTotals) {
    words = output.words
    self.totals = totals
    table = TotalsTable(words, totals.all)
    pages = PageSeries(
      output, limits, name: "units", title: words("Підрозділи", "Units"), style: "totals",
      columns: table.columns(words("Підрозділ", "Unit")), numbersFrom: 1)
    front = FrontList(rows: limits.frontUnits, bytes: 2 * limits.frontBytes)
  }

  /// Chooses the rows of the first page, and writes the pages if there are more of them.
  mutating func finish() throws(ProgramFault) {
    let names = UkrainianOrder.sorted(totals.units.keys)
    var front = front
    for name in Self.byTrouble(names, totals) {
      front.add { markup in
        markup.raw("<tr>")
        write(name, to: &markup)
      }
    }
    self.front = front
    guard names.count > front.count else { return }
    for name in names {
      var cells = MarkupBuffer()
      write(name, to: &cells)
      try pages.add(cells, shown(name))
    }
    try pages.finish()
  }

  private func write(_ name: String, to markup: inout MarkupBuffer) {
    let count = totals.units[name] ?? BatchTotals.Count()
    table.write(
      shown(name), value: name.isEmpty ? nil : name, filter: "unit", count, to: &markup)
  }

  private func shown(_ name: String) -> String {
    if !name.isEmpty { return name }
    return totals.units.count > BatchTotals.unitLimit
      ? words("не зазначено, і решта підрозділів", "none given, and all other units")
      : words("не зазначено", "none given")
  }

  private static func byTrouble(_ names: [String], _ totals: BatchTotals) -> [String] {
    names.enumerated().map { place, name in
      let count = totals.units[name] ?? BatchTotals.Count()
      let trouble = count.plans(.faulty) + count.plans(.failed)
      return (name: name, key: (-trouble, -count.plans.reduce(0, +), place))
    }
    .sorted { $0.key < $1.key }.map(\.name)
  }
}
