package import Diagnostics
package import Schemas

/// Tells what came of a batch, plan by plan: the manifest, the findings, and the index for people.
package struct BatchReports: ~Copyable {
  private var manifest: ReportFile
  private var json: ReportFile
  private var jsonFindings: JSONStream
  private var sarif: ReportFile
  private var sarifFindings: SARIFStream
  private var index: IndexWriter?
  /// How many findings were told, and how many were not.
  private var told: RunFindings

  /// What the reports of a batch are written with.
  package struct Options {
    /// The language of their readers.
    package var language: Language
    /// What the reports say of themselves.
    package var head: ReportHead
    /// What stands in the names of a shard's reports, which have no index: the merged batch has one.
    package var suffix: String?
    /// Where the index takes its style, its script and the names of kinds from.
    package var kinds: KindLibrary
    /// How many findings are told of the run.
    package var findingLimit = [Diagnostic].runLimit

    /// Makes options.
    package init(language: Language, head: ReportHead, suffix: String?, kinds: KindLibrary) {
      self.language = language
      self.head = head
      self.suffix = suffix
      self.kinds = kinds
    }
  }

  /// Begins the reports of a batch.
  ///
  /// - Parameter open: Opens a report aside by its path in the output folder.
  /// - Throws: why they cannot be written.
  package static func begin(
    _ options: Options, open: @escaping (String) throws(ProgramFault) -> ReportFile
  ) throws(ProgramFault) -> BatchReports {
    let (language, suffix) = (options.language, options.suffix ?? "")
    var index: IndexWriter?
    if options.suffix == nil {
      index = IndexWriter(
        language: language, head: options.head, assets: try IndexAssets(options.kinds), open: open)
    }
    var manifest = try open("manifest\(suffix).jsonl")
    try manifest.write(options.head.line(language))
    return BatchReports(
      manifest: manifest, json: try open("findings\(suffix).json"),
      jsonFindings: JSONStream(language: language, options.head),
      sarif: try open("findings\(suffix).sarif"),
      sarifFindings: SARIFStream(language: language, options.head), index: index,
      told: RunFindings(limit: options.findingLimit))
  }

  /// The paths that pages of an index may have in the output folder, a thousand of each sort.
  package static var pagePaths: [String] { PageSeries.paths }

  /// Takes what came of a plan; plans come in the order of their paths.
  package mutating func add(_ outcome: PlanOutcome) throws(ProgramFault) {
    try manifest.write(ManifestLine(outcome).bytes)
    try add(outcome.findings)
    try index?.add(outcome)
  }

  /// Takes what was found wrong besides plans.
  package mutating func add(_ findings: [Diagnostic]) throws(ProgramFault) {
    for finding in told.told(of: findings) { try write(finding) }
  }

  private mutating func write(_ finding: Diagnostic) throws(ProgramFault) {
    try json.write(jsonFindings.add(finding))
    try sarif.write(sarifFindings.add(finding))
  }

  /// Writes the rest, when all plans have been taken.
  ///
  /// - Returns: what is told of findings that are left out.
  package mutating func finish(_ totals: BatchTotals) throws(ProgramFault) -> [Diagnostic] {
    let remarks = told.remarks
    for remark in remarks { try write(remark) }
    try manifest.flush()
    try json.write(jsonFindings.finish())
    try json.flush()
    try sarif.write(sarifFindings.finish())
    try sarif.flush()
    try index?.finish(totals)
    return remarks
  }
}
