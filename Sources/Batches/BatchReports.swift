import Diagnostics
import Plans

/// Tells what came of a batch, plan by plan: the manifest, the findings, and the index for people.
struct BatchReports: ~Copyable {
  private var manifest: ReportFile
  private var json: ReportFile
  private var jsonFindings: JSONStream
  private var sarif: ReportFile
  private var sarifFindings: SARIFStream
  private var index: IndexWriter?

  /// Begins the reports of a batch in a folder. A shard has no index: the merged batch has.
  static func begin(_ batch: Batch, _ folder: ReportFolder, _ faults: [Diagnostic])
    throws(ProgramFault) -> BatchReports
  {
    let suffix = batch.shard?.suffix ?? ""
    var index: IndexWriter?
    if batch.shard == nil {
      index = IndexWriter(
        language: batch.language,
        assets: try IndexAssets(KindLibrary(folders: batch.templates)), open: folder.open)
    }
    var reports = BatchReports(
      manifest: try folder.open("manifest\(suffix).jsonl"),
      json: try folder.open("findings\(suffix).json"),
      jsonFindings: JSONStream(language: batch.language),
      sarif: try folder.open("findings\(suffix).sarif"),
      sarifFindings: SARIFStream(language: batch.language, version: batch.version), index: index)
    try reports.add(faults)
    return reports
  }

  /// Takes what came of a plan; plans come in the order of their paths.
  mutating func add(_ outcome: PlanOutcome) throws(ProgramFault) {
    try manifest.write(ManifestLine(outcome).bytes)
    try add(outcome.findings)
    try index?.add(outcome)
  }

  private mutating func add(_ findings: [Diagnostic]) throws(ProgramFault) {
    for finding in findings {
      try json.write(jsonFindings.add(finding))
      try sarif.write(sarifFindings.add(finding))
    }
  }

  /// Writes the rest, when all plans have been taken.
  mutating func finish(_ totals: BatchTotals) throws(ProgramFault) {
    try manifest.flush()
    try json.write(jsonFindings.finish())
    try json.flush()
    try sarif.write(sarifFindings.finish())
    try sarif.flush()
    try index?.finish(totals)
  }
}
