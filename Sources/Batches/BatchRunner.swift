package import Diagnostics
import Digests
import Plans
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
  ///   - progress: is told how many files were pressed, from several tasks.
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
    let crew = TaskCrew(count: max(1, batch.jobs))
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
    if batch.isDryRun { return try await build(list, output, time: .max, crew) }
    let lock = try BatchLock.take(output, batch.shard)
    try await recover(lock, output, crew)
    let time = try lock.sign(output.token)
    do throws(ProgramFault) {
      let result = try await build(list, output, time: time, crew)
      lock.lift()
      return result
    } catch {
      // What is written down as to be put in its place is left to the next run.
      if Ledger.open(Ledger.path(output, batch.shard, isNext: true)) == nil {
        output.sweep()
        lock.lift()
      }
      throw error
    }
  }

  private func build(
    _ list: PlanList, _ output: OutputFolder, time: Int, _ crew: TaskCrew
  ) async throws(ProgramFault) -> BatchResult {
    let path = Ledger.path(output, batch.shard)
    let ledger = Ledger.open(path)
    let remarks = ledger == nil && FileSystem.exists(path) ? [Ledger.unreadable(path)] : []
    let fingerprint = try Fingerprint(batch, former: ledger?.header.program)
    let match = try LedgerFault.turned { () throws(LedgerFault) in try LedgerMatch(ledger, list) }
    let survey = Survey(
      batch: batch, list: list, output: output, header: ledger?.header, fingerprint: fingerprint)
    let verdicts = try await survey.verdicts(match, crew)
    if let ledger, survey.nothingHasChanged(verdicts, match, ledger) {
      return try unchanged(ledger, list, match)
    }
    let law = Law(batch)
    guard let packs = law.packs, !law.faults.hasErrors else { return .refused(law.faults) }

    let room = PressRoom(
      batch: batch, list: list, output: output, packs: packs, time: time, progress: progress,
      isStopped: isStopped)
    var places = match.places
    let indices = verdicts.indices.filter { verdicts[$0] != .keep }
    let pressed = try await room.press(indices, verdicts, &places, round: 0, crew)
    if isStopped() { throw .stopped }
    if let first = pressed.firstError { return try refuse(first, list, places, output) }

    let kept = verdicts.indices.filter { verdicts[$0] == .keep }
    var judgement = try await judge(
      list, places, pressed.gathered, kept, packs, output, crew)
    let released = try LedgerFault.turned { () throws(LedgerFault) in
      try judgement.released(list, places)
    }
    if !released.isEmpty {
      _ = try await room.press(
        released, [Survey.Verdict](repeating: .press, count: list.files.count), &places,
        round: 1, crew)
      judgement = try await judge(
        list, places, [], Array(list.files.indices), packs, output, crew)
    }
    if batch.isFailFast, let firstError = judgement.firstError {
      return try refuse(firstError, list, places, output, judgement)
    }
    let claimed = try LedgerFault.turned { () throws(LedgerFault) in
      try judgement.clashes(list, places)
    }
    guard claimed.isEmpty else {
      if !batch.isDryRun { output.sweep() }
      return .refused(claimed)
    }
    if isStopped() { throw .stopped }
    var result = try await record(
      list, gone: match.gone, places, judgement, ledger?.trailer,
      try header(fingerprint, isPartial: !list.faults.isEmpty), output, crew)
    result.remarks = remarks
    return result
  }

  func judge(
    _ list: PlanList, _ places: RecordPlaces, _ pressed: [Judgement.Gathered], _ rest: [Int],
    _ packs: RulePacks, _ output: OutputFolder, _ crew: TaskCrew
  ) async throws(ProgramFault) -> Judgement {
    try await Judgement.judge(
      list, places, pressed, rest, packs, try workingFile(output), crew)
  }

  private func workingFile(_ output: OutputFolder) throws(ProgramFault) -> RecordStore {
    try .nameless(in: batch.isDryRun ? "/tmp" : output.path(OutputFolder.own), output)
  }

  /// Writes down what came of the batch, and puts everything in its place.
  func record(
    _ list: PlanList, gone: [GoneFile], _ places: RecordPlaces, _ judgement: Judgement,
    _ former: LedgerTrailer?, _ header: LedgerHeader, _ output: OutputFolder, _ crew: TaskCrew
  ) async throws(ProgramFault) -> BatchResult {
    let folder = ReportFolder(output, round: 2)
    var ledger: LedgerWriter?
    var reports: BatchReports?
    if !batch.isDryRun {
      var header = header
      header.language = batch.language
      header.token = output.token
      header.asides = output.asides
      ledger = try .begin(output, header)
      reports = try .begin(batch, folder, list.faults)
    }
    var recording = Recording(batch, list, output, places, judgement, ledger, reports)
    try recording.record(gone: gone)
    var result = recording.result
    result.totals = recording.totals.all
    result.faults = list.faults
    result.settle()
    guard !batch.isDryRun else { return result }
    try recording.finishReports()
    let overwritten = folder.paths.filter(judgement.claims)
    if !overwritten.isEmpty {
      output.sweep()
      return .refused(
        try LedgerFault.turned { () throws(LedgerFault) in
          try judgement.clashes(list, places, reports: overwritten)
        })
    }
    try recording.finish(former, folder, as: Ledger.path(output, batch.shard, isNext: true))
    guard let commitment = Commitment(batch.output, batch.shard) else {
      throw LedgerFault.damaged.fault
    }
    try await commitment.carryOut(crew)
    return result
  }

  /// What a ledger says of this run.
  private func header(_ fingerprint: Fingerprint, isPartial: Bool) throws(ProgramFault)
    -> LedgerHeader
  {
    // Templates that changed meanwhile belong to neither run.
    let now = try Fingerprint(batch, former: fingerprint.program)
    return LedgerHeader(
      fingerprint: now == fingerprint ? now.digest : Digest(of: []),
      templates: now.templates, program: now.program,
      asOf: batch.asOf, isSignedOff: batch.isSignedOff, roots: batch.plans,
      isPartial: isPartial, language: batch.language, token: "", asides: 0..<0)
  }

  /// The result of a run that has found nothing to do.
  private func unchanged(_ ledger: Ledger, _ list: PlanList, _ match: LedgerMatch)
    throws(ProgramFault) -> BatchResult
  {
    var result = BatchResult()
    result.totals = ledger.trailer.totals
    result.faults = list.faults
    result.unchanged = result.totals.plans(.built)
    if result.totals.plans(.faulty) + result.totals.plans(.failed) > 0 {
      result.faulty = try LedgerFault.turned { () throws(LedgerFault) in
        try Recording.faulty(list, match.places)
      }
    }
    result.settle()
    return result
  }

  /// The result of a run that ended with the first plan with an error.
  private func refuse(
    _ index: Int, _ list: PlanList, _ places: RecordPlaces, _ output: OutputFolder,
    _ judgement: Judgement? = nil
  ) throws(ProgramFault) -> BatchResult {
    if !batch.isDryRun { output.sweep() }
    let findings = try LedgerFault.turned { () throws(LedgerFault) in
      var findings = try Recording.findings(on: index, list, places)
      var position = 0
      if let judgement {
        var window = judgement.window
        findings += try judgement.findings(on: index, &position, &window).map { _, finding in
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
    let press = Press(folders: batch.templates)
    var shapes: [String: TreeShape] = [:]
    for name in press.kinds.names {
      shapes[name] = press.kinds.kind(named: name)?.value?.schema.treeShape
    }
    let read = RulePackReader(folders: batch.templates, shapes: shapes).read()
    packs = read.value
    faults = press.faults() + read.diagnostics
  }
}
