import Calendars
import Diagnostics
import Discovery
import Files
import Rules
import RunState
import Schemas

/// One run over a batch: what all of its stages need.
struct BatchRun: Sendable {
  var batch: Batch
  /// The files of plans.
  let list: PlanList
  /// Where it writes to.
  let output: OutputFolder
  /// What it keeps in the meantime.
  let working: WorkingFiles
  /// Who works.
  let workers: WorkerPool
  /// The kinds and rules that were read for it.
  var law: Law?

  /// The same run with what was read for it.
  func with(_ law: Law) -> BatchRun {
    var run = self
    run.law = law
    return run
  }

  /// What its reports say of themselves.
  var head: ReportHead {
    var head =
      law?.packs?.reportHead(version: batch.version, day: batch.asOf)
      ?? ReportHead(version: batch.version, day: batch.asOf?.iso)
    let root = ReportRoot(ofBatch: batch.plans, in: batch.output)
    head.folders = root.folders
    head.path = root.path
    return head
  }

  /// The same run that removes nothing.
  var withoutPruning: BatchRun {
    var run = self
    run.batch.isPruning = false
    return run
  }
}

/// What is known of the plans of a run when all of them were checked, alone and beside each other.
struct CheckedPlans: Sendable {
  /// The records of all files.
  let places: RecordPlaces
  /// The records of files that are gone.
  let gone: [GoneFile]
  /// The paths of files of which nothing is left to tell.
  let forgotten: [String]
  /// What is wrong between plans.
  let check: CrossPlanCheck
}

extension ProgramFault {
  /// The run was told to stop.
  static var stopped: ProgramFault {
    ProgramFault(uk: "роботу перервано, нічого не змінено", en: "stopped, nothing was changed")
  }
}
