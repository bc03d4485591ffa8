package import Diagnostics
package import Reports
import RunState

/// What a run came to.
package struct BatchResult: Sendable {
  /// How many plans came how far.
  package internal(set) var totals = BatchTotals.Count()
  /// How many files were written.
  package internal(set) var written = 0
  /// How many plans were left as they were.
  package internal(set) var unchanged = 0
  /// How many files were removed that no plan makes any longer.
  package internal(set) var removed = 0
  /// What is told in any case: what kept the run from looking at all plans, or from building at all.
  package internal(set) var faults: [Diagnostic] = []
  /// What is worth knowing besides, and kept nothing from being done.
  package internal(set) var remarks: [Diagnostic] = []
  /// The first plans that nothing was made of because of errors.
  package internal(set) var faulty = FaultyPlans()
  /// Whether what is told of some plan keeps the program from its work, whatever the plan says.
  var isHindered = false
  /// Whether nothing was written because of the faults.
  package internal(set) var isRefused = false
  /// How the run ended: 0, 1 where plans have errors, 2 where work could not be done.
  package internal(set) var status: Int32 = 0

  mutating func count(_ plan: PlanRecord, _ outcome: PlanOutcome, _ asides: Range<UInt64>) {
    let written = plan.renditions.count { asides.contains($0.aside) }
    self.written += written
    if outcome.state == .built, written == 0 { unchanged += 1 }
    removed += plan.removed.count
    if outcome.findings.keepFromWork { isHindered = true }
    faulty.add(outcome)
  }

  /// The result of a run that wrote nothing because of what was found.
  static func refused(_ faults: [Diagnostic]) -> BatchResult {
    var result = BatchResult()
    result.faults = faults
    result.isRefused = true
    result.status = faults.keepFromWork ? 2 : 1
    return result
  }

  /// The result of a run that wrote nothing because the templates cannot be read, or are wrong.
  static func broken(_ faults: [Diagnostic]) -> BatchResult {
    var result = refused(faults)
    result.status = 2
    return result
  }

  /// Sets the status that the totals call for.
  mutating func settle() {
    if totals.plans(.failed) > 0 || !faults.isEmpty || isHindered {
      status = 2
    } else if totals.plans(.faulty) > 0 {
      status = 1
    }
  }
}
