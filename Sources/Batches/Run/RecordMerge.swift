import Diagnostics
import Digests
import Reports

/// Goes through all plans once more, in their order, when everything about them is known: writes the
/// new state and the reports, aside.
struct RecordMerge: ~Copyable {
  private let batch: Batch
  private let list: PlanList
  private let output: OutputFolder
  private let crossPlanCheck: CrossPlanCheck
  private let places: RecordPlaces
  private var windows: [RecordWindow]
  private var findings: RecordWindow
  private var position = 0
  private var reports: BatchReports?
  private var state: BuildStateWriter?
  private(set) var result = BatchResult()
  private(set) var totals = BatchTotals()

  /// Makes a merge; without a state and reports nothing is written, only counted.
  init(
    _ batch: Batch, _ list: PlanList, _ output: OutputFolder, _ places: RecordPlaces,
    _ crossPlanCheck: CrossPlanCheck, _ state: BuildStateWriter?, _ reports: consuming BatchReports?
  ) {
    self.batch = batch
    self.list = list
    self.output = output
    self.places = places
    self.crossPlanCheck = crossPlanCheck
    self.state = state
    self.reports = reports
    windows = places.windows()
    findings = crossPlanCheck.window
  }

  /// Records all files, those that are gone among them.
  mutating func record(gone: [GoneFile]) throws(ProgramFault) {
    var gone = gone[...]
    for index in 0...list.files.count {
      while let next = gone.first, next.before == index {
        try record(next)
        gone.removeFirst()
      }
      if index < list.files.count { try record(index) }
    }
  }

  /// Finishes the reports; only then it is known what they are called.
  mutating func finishReports() throws(ProgramFault) {
    try reports?.finish(totals)
  }

  /// Writes the state's trailer, and gives the state its name.
  mutating func finish(_ former: BuildStateTrailer?, _ folder: ReportFolder, as name: String)
    throws(ProgramFault)
  {
    let reports = try folder.reports()
    let paths = Set(reports.map(\.path))
    let removed =
      former?.reports.map(\.path).filter { !paths.contains($0) && !crossPlanCheck.claims($0) } ?? []
    try state?.finish(
      BuildStateTrailer(
        totals: totals.all, reports: reports, removed: removed,
        newFolders: places.newFolders.sorted { $0.lexicographicallyPrecedes($1) }.map {
          String(decoding: $0, as: UTF8.self)
        }), as: name)
  }

  private mutating func record(_ index: Int) throws(ProgramFault) {
    guard let place = places[index] else { return }
    var (record, across) = try reading { merge throws(BuildStateFault) in
      (
        try merge.windows.record(at: place, .findings),
        try merge.crossPlanCheck.findings(
          on: index, &merge.position, &merge.findings)
      )
    }
    let isChanged =
      !across.isEmpty
      || record.plans.contains {
        !$0.acrossFindings.isEmpty || !$0.former.isEmpty || !$0.removed.isEmpty || $0.isWithheld
      }
    if isChanged {
      record = try reading { merge throws(BuildStateFault) in
        try merge.windows.record(at: place, .all)
      }
      settle(&record, across)
      try state?.append(record.encoded())
    } else if state != nil {
      let raw = try reading { merge throws(BuildStateFault) in
        try merge.windows[place.store].raw(at: place.offset)
      }
      try state?.append(raw)
    }
    let name = list.name(of: list.files[index])
    for plan in record.plans {
      try tell(plan.outcome(in: record, called: name), plan)
    }
  }

  private mutating func record(_ gone: GoneFile) throws(ProgramFault) {
    if gone.isUnseen { return try recordUnseen(gone) }
    var record = try reading { merge throws(BuildStateFault) in
      try merge.windows.record(at: (gone.store, gone.offset), .all)
    }
    record.retire()
    settle(&record, [])
    record.plans.removeAll { $0.former.isEmpty && $0.removed.isEmpty }
    guard !record.plans.isEmpty else { return }
    try state?.append(record.encoded())
    for plan in record.plans {
      if plan.former.isEmpty {
        result.removed += plan.removed.count
      } else {
        try tell(plan.outcome(in: record, called: record.source), plan)
      }
    }
  }

  /// Leaves all as it was of a file that may still be there.
  private mutating func recordUnseen(_ gone: GoneFile) throws(ProgramFault) {
    let (record, raw) = try reading { merge throws(BuildStateFault) in
      (
        try merge.windows.record(at: (gone.store, gone.offset), []),
        try merge.windows[gone.store].raw(at: gone.offset)
      )
    }
    try state?.append(raw)
    for plan in record.plans {
      var outcome = plan.outcome(in: record, called: record.source)
      outcome.keepUnseen()
      try tell(outcome, plan)
    }
  }

  private mutating func tell(_ outcome: PlanOutcome, _ plan: PlanRecord) throws(ProgramFault) {
    totals.add(outcome)
    result.count(plan, outcome, output.asides)
    try reports?.add(outcome)
  }

  /// Gives the plans of a file the findings between plans, and settles what becomes of old outputs.
  private func settle(_ record: inout FileRecord, _ across: [(plan: Int, finding: Diagnostic)]) {
    for index in record.plans.indices {
      var plan = record.plans[index]
      plan.acrossFindings = across.filter { $0.plan == plan.number }.map(\.finding)
      let isWithheld = plan.outcome == .sound && plan.acrossFindings.hasErrors
      if isWithheld {
        for rendition in plan.renditions {
          let isNew = output.asides.contains(rendition.aside)
          if isNew, !batch.isDryRun { output.discardLast(rendition) }
          // What stands in its place may have been made of another plan.
          if isNew || rendition.replaces, crossPlanCheck.isShared(rendition.path) { continue }
          plan.former.append(rendition.path)
        }
        plan.renditions = []
      }
      plan.isWithheld = isWithheld
      plan.former.removeAll { path in
        crossPlanCheck.claims(path) || output.stamp(of: path) == nil
      }
      plan.removed = []
      // What could not be looked at may still be there: a share that is not mounted takes nothing along.
      let isUnwanted =
        record.isGone ? list.faults.isEmpty : plan.outcome == .sound && !isWithheld
      if batch.isPruning, isUnwanted {
        plan.removed = plan.former
        plan.former = []
      }
      record.plans[index] = plan
    }
  }

  private mutating func reading<Value>(
    _ body: (inout RecordMerge) throws(BuildStateFault) -> Value
  ) throws(ProgramFault) -> Value {
    do throws(BuildStateFault) {
      return try body(&self)
    } catch {
      throw error.fault
    }
  }
}

extension FileRecord {
  /// Makes the record one of a file that is gone: only what was made of it is left.
  fileprivate mutating func retire() {
    isGone = true
    for index in plans.indices {
      plans[index].former += plans[index].renditions.map(\.path)
      plans[index].renditions = []
      plans[index].findings = []
      plans[index].acrossFindings = []
      plans[index].facts = []
    }
  }
}

extension PlanRecord {
  /// What came of the plan, its file called as the user calls it.
  func outcome(in record: FileRecord, called name: String) -> PlanOutcome {
    let all = (findings + acrossFindings).map { finding in
      guard finding.file.isEmpty else { return finding }
      var named = finding
      named.file = name
      return named
    }
    let state: PlanOutcome.State =
      if record.isGone {
        .gone
      } else {
        switch outcome {
        case .sound: isWithheld ? .faulty : .built
        case .faulty: .faulty
        case .unsigned: .unsigned
        case .failed: .failed
        }
      }
    return PlanOutcome(
      source: record.source, number: number, count: record.plans.count, kind: kind, title: title,
      unit: unit, digest: record.digest, state: state, renditions: renditions.map(\.rendition),
      stale: former,
      findings: all)
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

extension CrossPlanCheck {
  /// Whether some plan makes a file of that path.
  func claims(_ path: String) -> Bool { outputs.has(PathHash.of(path)) }

  /// Whether what a plan would make, were it not wrong beside others, is what another one makes, would
  /// make or once made.
  func isShared(_ path: String) -> Bool {
    let hash = PathHash.of(path)
    return withheldOutputs[hash, default: 0] > 1 || outputs.has(hash) || formers.has(hash)
  }
}

extension [UInt64] {
  /// Whether a number is among them; they are sorted.
  fileprivate func has(_ number: UInt64) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
