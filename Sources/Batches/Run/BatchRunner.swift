package import Diagnostics
import Digests
import Files
import Plans
import Renditions
import Reports
import Rules
import XML

/// Builds a batch of plans, stage by stage.
package struct BatchRunner: Sendable {
  let batch: Batch
  private let progress: @Sendable (_ done: Int, _ total: Int) -> Void
  private let isStopped: @Sendable () -> Bool

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - progress: is told how many files were built, from several tasks.
  ///   - isStopped: is asked whether to give up; then nothing is written.
  package init(
    _ batch: Batch, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    self.batch = batch
    self.progress = progress
    self.isStopped = isStopped
  }

  /// Builds the batch.
  ///
  /// - Returns: what came of it.
  /// - Throws: why the work could not be done; then the output folder is as it was, or the next run
  ///   finishes what this one began.
  package func run() async throws(ProgramFault) -> BatchResult {
    let workers = WorkerPool(count: max(1, batch.jobs))
    let list = PlanFinder.find(batch)
    if let folder = list.emptyFolders.first {
      throw ProgramFault(
        uk: "у теці «\(folder)» немає жодного плану (*.yaml, *.yml)",
        en: "the folder '\(folder)' has no plan (*.yaml, *.yml)")
    }
    let output = OutputFolder(path: batch.output)
    let clashes =
      list.clashes + (batch.formats.contains(.xml) ? list.overwritten(in: output) : [])
    guard clashes.isEmpty else { return .refused(clashes) }
    if batch.isDryRun {
      return try await build(list, output, time: .max, workers).with(remarks: list.remarks)
    }
    let lock = try BatchLock.take(output, batch.shard)
    try await recover(lock, output, workers)
    let time = try lock.sign(output.token)
    do throws(ProgramFault) {
      let result = try await build(list, output, time: time, workers)
      lock.lift()
      return result.with(remarks: list.remarks)
    } catch {
      // What is written down as to be put in its place is left to the next run.
      if BuildState.open(BuildState.path(output, batch.shard, isNext: true)) == nil {
        output.clean()
        lock.lift()
      }
      throw error
    }
  }

  private func build(
    _ list: PlanList, _ output: OutputFolder, time: Int, _ workers: WorkerPool
  ) async throws(ProgramFault) -> BatchResult {
    let path = BuildState.path(output, batch.shard)
    let state = BuildState.open(path)
    let remarks = state == nil && FileSystem.exists(path) ? [BuildState.unreadable(path)] : []
    let fingerprint = try Fingerprint(batch, former: state?.header.program)
    let match = try BuildStateFault.turned { () throws(BuildStateFault) in
      try BuildStateMatch(state, list)
    }
    let detector = ChangeDetector(
      batch: batch, list: list, output: output, header: state?.header, fingerprint: fingerprint)
    let changes = try await detector.changes(match, workers)
    if let state, detector.nothingHasChanged(changes, match, state) {
      return try unchanged(state, list, match)
    }
    let law = Law(batch)
    guard let packs = law.packs, !law.faults.hasErrors else { return .refused(law.faults) }

    let stage = BuildStage(
      batch: batch, list: list, output: output, packs: packs, time: time, progress: progress,
      isStopped: isStopped)
    var places = match.places
    let indices = changes.indices.filter { changes[$0] != .keep }
    let built = try await stage.build(indices, changes, &places, round: 0, workers)
    if isStopped() { throw .stopped }
    if let first = built.firstError { return try refuse(first, list, places, output) }

    let kept = changes.indices.filter { changes[$0] == .keep }
    var crossPlanCheck = try await checkAcrossPlans(
      list, places, built.crossPlanInputs, kept, packs, output, workers)
    let released = try BuildStateFault.turned { () throws(BuildStateFault) in
      try crossPlanCheck.released(list, places)
    }
    if !released.isEmpty {
      _ = try await stage.build(
        released, [ChangeDetector.Change](repeating: .build, count: list.files.count), &places,
        round: 1, workers)
      crossPlanCheck = try await checkAcrossPlans(
        list, places, [], Array(list.files.indices), packs, output, workers)
    }
    if batch.isFailFast, let firstError = crossPlanCheck.firstError {
      return try refuse(firstError, list, places, output, crossPlanCheck)
    }
    let claimed = try BuildStateFault.turned { () throws(BuildStateFault) in
      try crossPlanCheck.clashes(list, places)
    }
    guard claimed.isEmpty else {
      if !batch.isDryRun { output.clean() }
      return .refused(claimed)
    }
    if isStopped() { throw .stopped }
    var result = try await record(
      list, gone: match.gone, places, crossPlanCheck, state?.trailer,
      try header(fingerprint, isPartial: !list.faults.isEmpty), output, workers)
    result.remarks = remarks
    return result
  }

  func checkAcrossPlans(
    _ list: PlanList, _ places: RecordPlaces, _ built: [CrossPlanCheck.Inputs], _ rest: [Int],
    _ packs: RulePacks, _ output: OutputFolder, _ workers: WorkerPool
  ) async throws(ProgramFault) -> CrossPlanCheck {
    try await CrossPlanCheck.run(
      list, places, built, rest, packs, try workingFile(output), workers)
  }

  private func workingFile(_ output: OutputFolder) throws(ProgramFault) -> RecordStore {
    try .nameless(in: batch.isDryRun ? "/tmp" : output.path(OutputFolder.own), output)
  }

  /// Writes down what came of the batch, and puts everything in its place.
  func record(
    _ list: PlanList, gone: [GoneFile], _ places: RecordPlaces, _ crossPlanCheck: CrossPlanCheck,
    _ former: BuildStateTrailer?, _ header: BuildStateHeader, _ output: OutputFolder,
    _ workers: WorkerPool
  ) async throws(ProgramFault) -> BatchResult {
    let folder = ReportFolder(output, round: 2)
    var state: BuildStateWriter?
    var reports: BatchReports?
    if !batch.isDryRun {
      var header = header
      header.language = batch.language
      header.token = output.token
      header.asides = output.asides
      state = try .begin(output, header)
      let options = BatchReports.Options(
        language: batch.language, version: batch.version, suffix: batch.shard?.suffix,
        kinds: KindLibrary(folders: batch.templates))
      reports = try .begin(options, open: folder.open)
      try reports?.add(list.faults)
    }
    var merge = RecordMerge(batch, list, output, places, crossPlanCheck, state, reports)
    try merge.record(gone: gone)
    var result = merge.result
    result.totals = merge.totals.all
    result.faults = list.faults
    result.settle()
    guard !batch.isDryRun else { return result }
    try merge.finishReports()
    let overwritten = folder.paths.filter(crossPlanCheck.claims)
    if !overwritten.isEmpty {
      output.clean()
      return .refused(
        try BuildStateFault.turned { () throws(BuildStateFault) in
          try crossPlanCheck.clashes(list, places, reports: overwritten)
        })
    }
    try merge.finish(former, folder, as: BuildState.path(output, batch.shard, isNext: true))
    guard let commit = Commit(batch.output, batch.shard) else {
      throw BuildStateFault.damaged.fault
    }
    try await commit.carryOut(workers)
    return result
  }

  /// What a state says of this run.
  private func header(_ fingerprint: Fingerprint, isPartial: Bool) throws(ProgramFault)
    -> BuildStateHeader
  {
    // Templates that changed meanwhile belong to neither run.
    let now = try Fingerprint(batch, former: fingerprint.program)
    return BuildStateHeader(
      fingerprint: now == fingerprint ? now.digest : Digest(of: []),
      templates: now.templates, program: now.program,
      asOf: batch.asOf, isSignedOff: batch.isSignedOff, roots: batch.plans,
      isPartial: isPartial, language: batch.language, token: "", asides: 0..<0)
  }

  /// The result of a run that has found nothing to do.
  private func unchanged(_ state: BuildState, _ list: PlanList, _ match: BuildStateMatch)
    throws(ProgramFault) -> BatchResult
  {
    var result = BatchResult()
    result.totals = state.trailer.totals
    result.faults = list.faults
    result.unchanged = result.totals.plans(.built)
    if result.totals.plans(.faulty) + result.totals.plans(.failed) > 0 {
      result.faulty = try BuildStateFault.turned { () throws(BuildStateFault) in
        try RecordMerge.faulty(list, match.places)
      }
    }
    result.settle()
    return result
  }

  /// The result of a run that ended with the first plan with an error.
  private func refuse(
    _ index: Int, _ list: PlanList, _ places: RecordPlaces, _ output: OutputFolder,
    _ crossPlanCheck: CrossPlanCheck? = nil
  ) throws(ProgramFault) -> BatchResult {
    if !batch.isDryRun { output.clean() }
    let findings = try BuildStateFault.turned { () throws(BuildStateFault) in
      var findings = try RecordMerge.findings(on: index, list, places)
      var position = 0
      if let crossPlanCheck {
        var window = crossPlanCheck.window
        findings += try crossPlanCheck.findings(on: index, &position, &window).map { _, finding in
          var named = finding
          named.file = list.name(of: list.files[index])
          return named
        }
      }
      return findings
    }
    return .refused(findings)
  }
}

extension ProgramFault {
  /// The run was told to stop.
  fileprivate static var stopped: ProgramFault {
    ProgramFault(uk: "роботу перервано, нічого не змінено", en: "stopped, nothing was changed")
  }
}

/// The rules that a batch is judged by, and what is wrong with the templates.
struct Law {
  let packs: RulePacks?
  let faults: [Diagnostic]

  init(_ batch: Batch) {
    let renderer = PlanRenderer(folders: batch.templates)
    let read = RulePackReader(renderer.kinds).read()
    packs = read.value
    faults = renderer.faults() + read.diagnostics
  }
}
