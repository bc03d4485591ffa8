import Bytes
import Diagnostics
import Markup

/// What the search of the index knows of all plans: scripts that hold one text each, a line a plan.
///
/// A line is the file's stem, the title, the number of the unit and that of the sort, separated by
/// tabs; then, where there are findings or several plans in the file, the counts of errors,
/// warnings, notes and the plan's number. Lines before it that begin with a mark say what changes
/// or is new from there on: `#` a page of plans, `/` a folder, `@` a unit, `!` a sort (kind, state,
/// ending of the file, what each rendition's path has behind the stem, or `>` and its whole path).
struct SearchData {
  private let output: IndexOutput
  private let limit: Int
  private var text = ScriptText()
  /// How many files are written.
  private(set) var parts = 0

  private var page = 0
  private var folder: String?
  private var units: [String: Int] = [:]
  private var lastUnit = ""
  private var unitNumber = -1
  private var sorts: [[UInt8]: Int] = [:]
  private var sort = ScriptText()
  private var lastSort: [UInt8] = []
  private var sortNumber = -1

  init(_ output: IndexOutput, _ limits: IndexLimits) {
    self.output = output
    limit = limits.searchBytes
  }

  /// Adds a plan, whose row stands on a page.
  mutating func add(_ outcome: PlanOutcome, _ path: PlanPath, page: Int) throws(ProgramFault) {
    if text.count >= limit { try close() }
    if page != self.page {
      self.page = page
      text.raw("#")
      text.number(page)
      text.raw("\n")
    }
    if folder.map({ path.folder.hasSameBytes(as: $0) }) != true {
      folder = String(path.folder)
      text.raw("/")
      text.path(path.folder)
      text.raw("\n")
    }
    chooseUnit(outcome.unit)
    chooseSort(outcome, path)
    text.path(path.nameStem)
    text.raw("\t")
    text.text(outcome.title)
    text.raw("\t")
    text.number(unitNumber)
    text.raw("\t")
    text.number(sortNumber)
    if !outcome.findings.isEmpty || outcome.count > 1 { writeCounts(outcome) }
    text.raw("\n")
  }

  /// Writes the last file.
  mutating func finish() throws(ProgramFault) {
    if !text.isEmpty { try close() }
  }

  private mutating func close() throws(ProgramFault) {
    parts += 1
    let digits = String(parts)
    let zeros = String(repeating: "0", count: max(0, 3 - digits.count))
    var file = try output.open("index/search-\(zeros)\(digits).js")
    try file.write("pysar(\(parts),`")
    try file.write(text.bytes)
    try file.write("`)\n")
    try file.flush()
    text.removeAll()
    page = 0
    folder = nil
    units.removeAll(keepingCapacity: true)
    unitNumber = -1
    sorts.removeAll(keepingCapacity: true)
    sortNumber = -1
  }

  private mutating func chooseUnit(_ unit: String) {
    if unitNumber >= 0, unit.hasSameBytes(as: lastUnit) { return }
    lastUnit = unit
    if let number = units[unit] {
      unitNumber = number
      return
    }
    unitNumber = units.count
    units[unit] = unitNumber
    text.raw("@")
    text.text(unit)
    text.raw("\n")
  }

  private mutating func chooseSort(_ outcome: PlanOutcome, _ path: PlanPath) {
    sort.removeAll()
    sort.text(outcome.kind)
    sort.raw("\t")
    sort.text(outcome.state.rawValue)
    sort.raw("\t")
    sort.path(path.name[path.nameStem.endIndex...])
    for (rendition, suffix) in zip(outcome.renditions, path.suffixes) {
      sort.raw("\t")
      if let suffix {
        if outcome.count > 1 { sort.raw("-") }
        if outcome.count > 1 { sort.number(outcome.number) }
        sort.path(suffix)
      } else {
        sort.raw(">")
        sort.path(rendition.path)
      }
    }
    if sortNumber >= 0, sort.bytes == lastSort { return }
    lastSort = sort.bytes
    if let number = sorts[lastSort] {
      sortNumber = number
      return
    }
    sortNumber = sorts.count
    sorts[lastSort] = sortNumber
    text.raw("!")
    text.append(lastSort)
    text.raw("\n")
  }

  private mutating func writeCounts(_ outcome: PlanOutcome) {
    for severity in Severity.allCases.reversed() {
      text.raw("\t")
      text.number(outcome.count(of: severity))
    }
    if outcome.count > 1 {
      text.raw("\t")
      text.number(outcome.number)
    }
  }
}
