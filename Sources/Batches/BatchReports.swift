import Diagnostics

/// Tells what came of a batch, plan by plan.
struct BatchReports: ~Copyable {
  init(_ batch: Batch, _ folder: ReportFolder) throws(ProgramFault) {}
  mutating func add(_ outcome: PlanOutcome) throws(ProgramFault) {}
  mutating func finish(_ totals: BatchTotals) throws(ProgramFault) {}
}
