package import Diagnostics
import Digests
import Discovery
import Files
import Renditions
import Reports
import Rules
import RunState
internal import Schemas

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
    let list = PlanFinder.find(batch)
    if let folder = list.emptyFolders.first { throw .noPlan(in: folder) }
    let output = OutputFolder(path: batch.output)
    let foreign = output.foreignRemarks
    let clashes =
      list.clashes + list.foldersLikeReports(of: batch.shard)
      + (batch.formats.contains(.xml) ? list.overwritten(in: output) : [])
    guard clashes.isEmpty else { return .refused(clashes) }
    if batch.isDryRun {
      let run = try begin(list, output)
      defer { run.working.remove() }
      var result = try await build(run, time: .max)
      result.remarks = foreign + result.remarks
      return result
    }
    let lock = try BatchLock.take(output, batch.shard)
    let unswept = try await recover(lock, output, workers)
    let time = try lock.sign([output.token] + unswept, isSynchronizing: batch.isSynchronizing)
    let run = try begin(list, output)
    do throws(ProgramFault) {
      var result: BatchResult
      do throws(ProgramFault) {
        result = try await build(run, time: time)
      } catch  where error == BuildStateFault.damaged.fault {
        // What nobody had read so far shows its damage when it is written to.
        StagingCleaner.clean(output)
        result = try await build(run, time: time, isAnew: true)
      }
      run.working.remove()
      lock.lift(leaving: output.unswept + unswept)
      result.remarks = foreign + result.remarks
      return result
    } catch {
      try giveUp(lock, output, unswept)
      throw error
    }
  }

  private var workers: WorkerPool { WorkerPool(count: batch.jobs) }

  func begin(_ list: PlanList, _ output: OutputFolder) throws(ProgramFault) -> BatchRun {
    BatchRun(
      batch: batch, list: list, output: output,
      working: try WorkingFiles(output, isDryRun: batch.isDryRun), workers: workers)
  }

  /// Leaves nothing aside of a run that has failed; what is written down as to be put in its place is
  /// left to the next one.
  func giveUp(_ lock: consuming BatchLock, _ output: OutputFolder, _ unswept: [String])
    throws(ProgramFault)
  {
    guard try Commit(output, batch.shard) == nil else { return }
    lock.lift(leaving: StagingCleaner.clean(output.path, of: [output.token] + unswept))
  }

  /// Opens the state, and holds it against the plans; one that is of no use is told of.
  private func openState(_ run: BatchRun, isAnew: Bool) throws(ProgramFault) -> (
    state: BuildState?, match: BuildStateMatch, remarks: [Diagnostic]
  ) {
    let file = BuildStateFile(run.output, batch.shard)
    let found = isAnew ? .unusable(file.unreadable) : try file.open()
    var remarks: [Diagnostic] = []
    do throws(BuildStateFault) {
      switch found {
      case .nothing: break
      case .unusable(let remark): remarks.append(remark)
      case .state(let state): return (state, try BuildStateMatch(state, run.list), [])
      }
      return (nil, try BuildStateMatch(nil, run.list), remarks)
    } catch .damaged {
      return (nil, BuildStateMatch(count: run.list.files.count), [file.unreadable])
    } catch {
      throw error.fault
    }
  }

  private func build(_ run: BatchRun, time: Int, isAnew: Bool = false)
    async throws(ProgramFault) -> BatchResult
  {
    let list = run.list
    let (state, match, remarks) = try openState(run, isAnew: isAnew)
    let fingerprint = try Fingerprint(batch, former: state?.header.program)
    let detector = ChangeDetector(
      batch: batch, list: list, output: run.output, header: state?.header,
      fingerprint: fingerprint)
    let found = try await detector.look(match, run.workers)
    let changes = found.changes
    if let state, let touched = detector.touched(changes, match, state, time: time) {
      if !touched.isEmpty, !batch.isDryRun {
        let file = BuildStateFile(run.output, batch.shard)
        try BuildStateWriter.renew(touched, in: file, isSynchronizing: batch.isSynchronizing)
      }
      return try unchanged(state, list, match)
    }
    let law = Law(batch)
    guard let packs = law.packs, !law.faults.hasErrors else { return .broken(law.faults) }
    let run = run.with(law)
    let stage = BuildStage(
      batch: batch, list: list, output: run.output, working: run.working, kinds: law.kinds,
      packs: packs, time: time, progress: progress, isStopped: isStopped)
    var places = match.places
    let indices = changes.indices.filter { changes[$0] != .keep }
    let built = try await stage.build(
      BuildStage.Round(number: 0, indices: indices, changes: changes), &places, run.workers)
    if isStopped() { throw .stopped }
    if let first = built.firstError { return try refuse(run, first, places) }

    let kept = changes.indices.filter { changes[$0] == .keep }
    var check = try await CrossPlanCheck.run(
      run, places, CrossPlanCheck.Members(built: built.crossPlanInputs, rest: kept), by: packs)
    let released = try BuildStateFault.turned { () throws(BuildStateFault) in
      try check.released(list, places)
    }
    if !released.isEmpty {
      _ = try await stage.build(
        BuildStage.Round(number: 1, indices: released, changes: nil), &places, run.workers)
      check = try await CrossPlanCheck.run(
        run, places, CrossPlanCheck.Members(built: [], rest: Array(list.files.indices)), by: packs)
    }
    if batch.isFailFast, let firstError = check.firstError {
      return try refuse(run, firstError, places, beside: check)
    }
    let claimed = try BuildStateFault.turned { () throws(BuildStateFault) in
      try check.clashes(list, places)
    }
    guard claimed.isEmpty else { return refuse(run, claimed) }
    if isStopped() { throw .stopped }
    let plans = CheckedPlans(
      places: places, gone: match.gone, forgotten: match.forgotten, check: check)
    var result = try await record(
      run, plans, try header(fingerprint, run), after: state?.trailer)
    let altered = found.altered.map { Diagnostic.altered(run.output.path($0)) }
    result.remarks = list.remarks + remarks + altered + result.remarks
    return result
  }

  /// Writes down what came of the batch, and puts everything in its place.
  ///
  /// - Parameter former: what the run before has left, in a state that is used again.
  func record(
    _ run: BatchRun, _ plans: CheckedPlans, _ header: BuildStateHeader,
    after former: BuildStateTrailer?, isNew: Bool? = nil
  ) async throws(ProgramFault) -> BatchResult {
    let folder = ReportFolder(run.output, round: batch.isPruning ? 2 : 3)
    var state: BuildStateWriter?
    var reports: BatchReports?
    if !batch.isDryRun {
      state = try BuildStateWriter(
        BuildStateFile(run.output, batch.shard), header, isNew: isNew ?? (former == nil),
        isSynchronizing: batch.isSynchronizing)
      var options = BatchReports.Options(
        language: batch.language, head: run.head, suffix: batch.shard?.suffix,
        kinds: KindLibrary(folders: batch.templates, known: run.law?.kinds ?? []))
      options.findingLimit = batch.findingLimit
      reports = try .begin(options, open: folder.open)
      try reports?.add(run.list.faults)
    }
    var merge = try RecordMerge(run, plans, into: state, reports: reports)
    try merge.record(unless: isStopped)
    var result = merge.result
    result.totals = merge.totals.all
    result.faults = run.list.faults
    result.remarks = merge.barred.paths.map { .barred(run.output.path($0)) }
    result.settle()
    let limit = batch.pruneLimit(of: result.totals.renditions + result.removed)
    if result.removed > limit {
      try state?.cancel()
      folder.discard()
      var careful = try await withoutPruning.record(
        run.withoutPruning, plans, header, after: former, isNew: isNew)
      careful.faults.append(.tooManyRemovals(result.removed, limit: limit, in: batch.output))
      careful.settle()
      return careful
    }
    guard let state else { return result }
    result.remarks += try merge.finishReports()
    let overwritten = (folder.paths + run.list.reportsOfWhole(batch.shard)).filter(
      plans.check.claims)
    if !overwritten.isEmpty {
      try state.cancel()
      let clashes = try BuildStateFault.turned { () throws(BuildStateFault) in
        try plans.check.clashes(run.list, plans.places, reports: overwritten)
      }
      return refuse(run, clashes)
    }
    let trailer = try merge.trailer(former, folder)
    if batch.isSynchronizing { try run.output.synchronize() }
    try state.commit(trailer)
    guard let commit = try Commit(run.output, batch.shard, isOwn: true) else {
      throw BuildStateFault.damaged.fault
    }
    try await commit.carryOut(run.workers, isSynchronizing: batch.isSynchronizing)
    return result
  }

  /// A runner that removes nothing.
  private var withoutPruning: BatchRunner {
    var batch = batch
    batch.isPruning = false
    return BatchRunner(batch, progress: progress, isStopped: isStopped)
  }

  /// What a state says of this run.
  private func header(_ fingerprint: Fingerprint, _ run: BatchRun) throws(ProgramFault)
    -> BuildStateHeader
  {
    // Templates that changed meanwhile belong to neither run.
    let now = try Fingerprint(batch, former: fingerprint.program)
    return BuildStateHeader(
      fingerprint: now == fingerprint ? now.digest : Digest(of: []),
      templates: now.templates, program: now.program,
      asOf: batch.asOf, isSignedOff: batch.isSignedOff, roots: batch.plans,
      isPartial: !run.list.faults.isEmpty, language: batch.language, token: run.output.token,
      asides: run.output.asides)
  }

  /// The result of a run that has found nothing to do.
  private func unchanged(_ state: BuildState, _ list: PlanList, _ match: BuildStateMatch)
    throws(ProgramFault) -> BatchResult
  {
    var result = BatchResult()
    result.totals = state.trailer.totals
    result.isHindered = state.trailer.isHindered
    result.faults = list.faults
    result.remarks = list.remarks
    result.unchanged = result.totals.plans(.built)
    if result.totals.plans(.faulty) + result.totals.plans(.failed) > 0 {
      result.faulty = try BuildStateFault.turned { () throws(BuildStateFault) in
        try RecordMerge.faulty(list, match.places)
      }
    }
    result.settle()
    return result
  }

  /// The result of a run that writes nothing because of what was found.
  private func refuse(_ run: BatchRun, _ faults: [Diagnostic]) -> BatchResult {
    if !batch.isDryRun { StagingCleaner.clean(run.output) }
    return .refused(faults)
  }

  /// The result of a run that ended with the first plan with an error.
  private func refuse(
    _ run: BatchRun, _ index: Int, _ places: RecordPlaces, beside check: CrossPlanCheck? = nil
  ) throws(ProgramFault) -> BatchResult {
    let findings = try BuildStateFault.turned { () throws(BuildStateFault) in
      var findings = try RecordMerge.findings(on: index, run.list, places)
      var position = 0
      if let check {
        findings += try check.findings(on: index, &position, try check.table()).map {
          _, finding in
          var named = finding
          named.file = run.list.name(of: run.list.files[index])
          return named
        }
      }
      return findings
    }
    return refuse(run, findings)
  }
}
