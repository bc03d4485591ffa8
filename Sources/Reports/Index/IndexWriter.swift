import Diagnostics
import Markup

/// The report of a batch for people: `index.html` with the totals and what went wrong, pages of all
/// plans, and the data of its search, all of them to be read from disk and none over 2 MB.
///
/// A pure function of the outcomes, in their order; memory holds a page of each sort at a time.
struct IndexWriter: ~Copyable {
  private let output: IndexOutput
  private let assets: IndexAssets
  private let limits: IndexLimits
  private let head: ReportHead
  private var cells: PlanCells
  private var row = MarkupBuffer()
  private var plans: PageSeries
  private var faults: FaultList
  private var stale: StaleList
  private var search: SearchData
  private var causes: FindingTally

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - language: The language of its readers.
  ///   - head: What it says of itself.
  ///   - assets: The style, the script and the names of kinds.
  ///   - limits: How much stands on a page.
  ///   - open: Opens a report file aside by its path in the output folder: `index.html`,
  ///     `index/plans-001.html`. No path is opened twice.
  init(
    language: Language, head: ReportHead, assets: IndexAssets, limits: IndexLimits = IndexLimits(),
    open: @escaping (String) throws(ProgramFault) -> ReportFile
  ) {
    let words = IndexWords(language: language)
    output = IndexOutput(words: words, open: open)
    self.assets = assets
    self.limits = limits
    self.head = head
    cells = PlanCells(words, assets.kinds, limits)
    plans = PageSeries(
      output, limits, name: "plans", title: words("Плани", "Plans"), style: "plans",
      columns: words.planColumns)
    faults = FaultList(output, limits)
    stale = StaleList(output, limits)
    search = SearchData(output, limits)
    causes = FindingTally(limit: limits.causes)
  }

  /// Takes what came of a plan; plans come in the order of their paths.
  ///
  /// - Throws: why a page cannot be written.
  mutating func add(_ outcome: PlanOutcome) throws(ProgramFault) {
    let path = PlanPath(outcome)
    row.removeAll()
    cells.write(outcome, path, to: &row)
    let place = try plans.add(row, outcome.source, group: path.folder)
    try search.add(outcome, path, page: place.page)
    if !outcome.findings.isEmpty { causes.add(outcome.findings) }
    if outcome.state == .faulty || outcome.state == .failed {
      let page = plans.path(place.page).dropFirst("index/".count)
      try faults.add(outcome, path, at: "\(page)#r\(place.row)")
    }
    if !outcome.stale.isEmpty { try stale.add(outcome) }
  }

  /// Writes the rest, when all plans have been taken.
  ///
  /// - Throws: why a page cannot be written.
  mutating func finish(_ totals: BatchTotals) throws(ProgramFault) {
    try plans.finish()
    try faults.rows.finish()
    try stale.rows.finish()
    try search.finish()
    var units = UnitTotals(output, limits, totals)
    try units.finish()
    let front = FrontPage(
      output: output, kinds: assets.kinds, totals: totals, units: units, plans: plans,
      faults: faults, stale: stale, causes: causes.sorted, searchParts: search.parts, head: head)
    try output.write(front.write(), to: "index.html")
    try output.write(assets.style, to: "index/index.css")
    try output.write(assets.script, to: "index/index.js")
  }
}
