import Diagnostics
internal import Discovery
import Files
import Reports
import RunState

/// Goes through all plans once more, in their order, when everything about them is known: writes what
/// has changed into the state, and the reports, aside.
struct RecordMerge: ~Copyable {
  private let run: BatchRun
  private let plans: CheckedPlans
  private let reader: RecordReader
  private let findings: RecordTable
  private var files: OutputFiles
  private var position = 0
  private var reports: BatchReports?
  private let state: BuildStateWriter?
  private(set) var result = BatchResult()
  private(set) var totals = BatchTotals()

  /// Makes a merge; without a state and reports nothing is written, only counted.
  init(
    _ run: BatchRun, _ plans: CheckedPlans, into state: BuildStateWriter?,
    reports: consuming BatchReports?
  ) throws(ProgramFault) {
    self.run = run
    self.plans = plans
    self.state = state
    self.reports = reports
    files = OutputFiles(run.output)
    reader = RecordReader(plans.places.files, beside: state)
    findings = try BuildStateFault.turned { () throws(BuildStateFault) in try plans.check.table() }
  }

  /// Records all files, those that are gone among them.
  ///
  /// - Throws: that the run was told to stop, among other things.
  mutating func record(unless isStopped: () -> Bool) throws(ProgramFault) {
    do throws(BuildStateFault) {
      for path in plans.forgotten { try state?.remove(path: path) }
    } catch {
      throw error.fault
    }
    var gone = plans.gone[...]
    for index in 0...run.list.files.count {
      if index.isMultiple(of: 256), isStopped() { throw .stopped }
      while let next = gone.first, next.before == index {
        try record(next)
        gone.removeFirst()
      }
      if index < run.list.files.count { try record(index) }
    }
  }

  /// The paths in the output folder that were left alone because a link stands in them.
  var barred: Set<PathKey> { files.barred }

  /// Finishes the reports; only then it is known what they are called.
  ///
  /// - Returns: what is told of findings that they leave out.
  mutating func finishReports() throws(ProgramFault) -> [Diagnostic] {
    try reports?.finish(totals) ?? []
  }

  /// What the run has come to.
  func trailer(_ former: BuildStateTrailer?, _ folder: ReportFolder) throws(ProgramFault)
    -> BuildStateTrailer
  {
    let reports = try folder.reports()
    let paths = Set(reports.map(\.path))
    let removed =
      former?.reports.map(\.path).filter { !paths.contains($0) && !plans.check.claims($0) } ?? []
    let newFolders = plans.places.newFolders.sorted { $0.lexicographicallyPrecedes($1) }
    return BuildStateTrailer(
      totals: totals.all, isHindered: result.isHindered, reports: reports, removed: removed,
      newFolders: newFolders.map { String(decoding: $0, as: UTF8.self) })
  }

  private mutating func record(_ index: Int) throws(ProgramFault) {
    guard let place = plans.places[index] else { return }
    let record: FileRecord
    do throws(BuildStateFault) {
      record = try settled(index, place)
    } catch {
      throw error.fault
    }
    let name = run.list.name(of: run.list.files[index])
    for plan in record.plans {
      try tell(plan.outcome(in: record, called: name), plan)
    }
  }

  /// The record of a file as the state keeps it from now on.
  private mutating func settled(_ index: Int, _ place: RecordPlaces.Place) throws(BuildStateFault)
    -> FileRecord
  {
    let bytes = try reader.bytes(at: place)
    var record = try FileRecord(bytes, .findings)
    let across = try plans.check.findings(on: index, &position, findings)
    let isChanged =
      !across.isEmpty
      || record.plans.contains {
        !$0.acrossFindings.isEmpty || !$0.former.isEmpty || !$0.removed.isEmpty || $0.isWithheld
      }
    if isChanged {
      record = try FileRecord(bytes, .all)
      settle(&record, across)
      let settled = record.encoded()
      if settled != bytes || !reader.isState(place) { try put(record, settled) }
    } else if !reader.isState(place) {
      try put(record, bytes)
    }
    return record
  }

  /// Puts a record into the state.
  private func put(_ record: FileRecord, _ bytes: [UInt8]) throws(BuildStateFault) {
    guard let state else { return }
    let isPending = record.plans.contains { plan in
      !plan.removed.isEmpty || plan.renditions.contains { run.output.asides.contains($0.aside) }
    }
    try state.put(bytes, path: record.source, isPending: isPending)
  }

  private mutating func record(_ gone: GoneFile) throws(ProgramFault) {
    var record: FileRecord
    do throws(BuildStateFault) {
      if gone.isUnseen {
        record = try reader.record(at: gone.place, [])
      } else {
        record = try reader.record(at: gone.place, .all)
        record.retire()
        settle(&record, [])
        record.plans.removeAll { $0.former.isEmpty && $0.removed.isEmpty }
        if record.plans.isEmpty {
          try state?.remove(path: record.source)
        } else {
          try put(record, record.encoded())
        }
      }
    } catch {
      throw error.fault
    }
    for plan in record.plans {
      if gone.isUnseen {
        var outcome = plan.outcome(in: record, called: record.source)
        outcome.keepUnseen()
        try tell(outcome, plan)
      } else if plan.former.isEmpty {
        result.removed += plan.removed.count
      } else {
        try tell(plan.outcome(in: record, called: record.source), plan)
      }
    }
  }

  private mutating func tell(_ outcome: PlanOutcome, _ plan: PlanRecord) throws(ProgramFault) {
    totals.add(outcome)
    result.count(plan, outcome, run.output.asides)
    try reports?.add(outcome)
  }

  /// Gives the plans of a file the findings between plans, and settles what becomes of old outputs.
  private mutating func settle(
    _ record: inout FileRecord, _ across: [(plan: Int, finding: Diagnostic)]
  ) {
    for index in record.plans.indices {
      var plan = record.plans[index]
      plan.acrossFindings = across.filter { $0.plan == plan.number }.map(\.finding)
      let isWithheld = plan.outcome == .sound && plan.acrossFindings.hasErrors
      if isWithheld { withhold(&plan) }
      plan.isWithheld = isWithheld
      plan.former = plan.former.filter { path in
        !plans.check.claims(path) && files.stamp(of: path) != nil
      }
      plan.removed = []
      // What could not be looked at may still be there: a share that is not mounted takes nothing along.
      let isUnwanted =
        record.isGone ? run.list.faults.isEmpty : plan.outcome == .sound && !isWithheld
      if run.batch.isPruning, isUnwanted {
        plan.removed = plan.former
        plan.former = []
      }
      record.plans[index] = plan
    }
  }

  /// Takes back what was made of a plan that is wrong beside others.
  private mutating func withhold(_ plan: inout PlanRecord) {
    for rendition in plan.renditions {
      let isNew = run.output.asides.contains(rendition.aside)
      if isNew, !run.batch.isDryRun { files.discardLast(rendition) }
      // What stands in its place may have been made of another plan.
      if isNew || rendition.replaces, plans.check.isShared(rendition.path) { continue }
      plan.former.append(rendition.path)
    }
    plan.renditions = []
  }
}

extension FileRecord {
  /// Makes the record one of a file that is gone: only what was made of it is left.
  fileprivate mutating func retire() {
    isGone = true
    dependencies = []
    for index in plans.indices {
      plans[index].former += plans[index].renditions.map(\.path)
      plans[index].renditions = []
      plans[index].findings = []
      plans[index].acrossFindings = []
      plans[index].facts = []
    }
  }
}

extension PlanOutcome {
  /// Makes it that of a plan that could not be looked at.
  fileprivate mutating func keepUnseen() {
    guard state != .gone else { return }
    state = .failed
    stale += renditions.map(\.path)
    renditions = []
  }
}
