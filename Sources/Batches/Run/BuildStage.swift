import Diagnostics
import Discovery
import Files
import Rules
import RunState
import Schemas
import Synchronization

/// Has the plans of many files built at a time.
struct BuildStage: Sendable {
  let batch: Batch
  let list: PlanList
  let output: OutputFolder
  let working: WorkingFiles
  let kinds: [Kind]
  let packs: RulePacks
  /// The time of the file system when the run began.
  let time: Int
  let progress: @Sendable (_ done: Int, _ total: Int) -> Void
  let isStopped: @Sendable () -> Bool

  /// The files of one round: a second one has those that the check across plans sets free.
  struct Round: Sendable {
    /// The number of the round, from 0.
    let number: Int
    /// The numbers of the files in the list.
    let indices: [Int]
    /// For every file of the list what is to be done with it; nil where all are built.
    let changes: [ChangeDetector.Change]?

    /// What is to be done with a file.
    func change(_ index: Int) -> ChangeDetector.Change { changes?[index] ?? .build }
  }

  /// What was built.
  struct Built: Sendable {
    /// The first file with an error, if that ends the run.
    let firstError: Int?
    /// What the records bring to the check across plans.
    let crossPlanInputs: [CrossPlanCheck.Inputs]
  }

  /// What a task has made.
  private struct Made: Sendable {
    var file: RecordFile
    /// The numbers of the files whose records are in it, in their order.
    var indices: [Int] = []
    var crossPlanInputs = CrossPlanCheck.Inputs()
    var newFolders: Set<[UInt8]> = []
    /// The first file with an error, where that ends the run.
    var firstError: Int?
  }

  /// Builds files, and puts the places of their new records into `places`.
  ///
  /// - Throws: why the work cannot go on.
  func build(_ round: Round, _ places: inout RecordPlaces, _ workers: WorkerPool)
    async throws(ProgramFault) -> Built
  {
    guard !round.indices.isEmpty else { return Built(firstError: nil, crossPlanInputs: []) }
    let queue = WorkQueue(
      count: round.indices.count, tasks: batch.isFailFast ? 1 : workers.count)
    let counter = ProgressCounter(total: round.indices.count, progress)
    let known = places
    let made = try await workers.work { worker in
      do throws(ProgramFault) {
        let share = WorkerShare(worker: worker, count: workers.count)
        var work = try Work(self, round, share, after: known)
        while let range = queue.claim(worker), !isStopped() {
          for position in range where !isStopped() {
            try work.build(round.indices[position])
            if work.firstError == round.indices[position] { queue.stop(behind: position) }
          }
          counter.add(range.count)
        }
        return .success(try work.finish())
      } catch {
        queue.stop(behind: -1)
        return .failure(error)
      }
    }
    for part in made {
      for (id, index) in part.indices.enumerated() {
        places[index] = RecordPlaces.Place(file: places.files.count, id: id)
      }
      places.files.append(part.file)
      places.newFolders.formUnion(part.newFolders)
    }
    return Built(
      firstError: made.compactMap(\.firstError).min(), crossPlanInputs: made.map(\.crossPlanInputs))
  }

  /// The work of one task.
  private struct Work: ~Copyable {
    private let stage: BuildStage
    private let round: Round
    private let planBuild: PlanBuild
    private let formers: RecordReader
    private let places: RecordPlaces
    private let part: RecordPart
    private var writer: StagingWriter
    private var sources: SourceFolder
    private var encoder = ByteWriter()
    private var made: Made

    init(_ stage: BuildStage, _ round: Round, _ share: WorkerShare, after places: RecordPlaces)
      throws(ProgramFault)
    {
      self.stage = stage
      self.round = round
      self.places = places
      planBuild = PlanBuild(
        stage.batch, stage.kinds, stage.packs, time: stage.time, isStopped: stage.isStopped)
      formers = places.reader()
      part = try BuildStateFault.turned { () throws(BuildStateFault) in
        try stage.working.make("\(round.number)-\(share.worker)")
      }
      writer = StagingWriter(
        stage.output, share, round: round.number, for: stage.batch)
      sources = SourceFolder(stage.list, time: stage.time)
      made = Made(file: part.file)
    }

    /// The first file with an error, where that ends the run.
    var firstError: Int? { made.firstError }

    mutating func build(_ index: Int) throws(ProgramFault) {
      let former = places[index].flatMap { try? formers.record(at: $0, .all) }
      var record: FileRecord
      do throws(SystemError) {
        record = try self.record(of: stage.list.files[index], former, round.change(index))
      } catch {
        throw error.fault("записати до теки", "write to the folder", stage.output.path)
      }
      record.write(to: &encoder)
      if encoder.bytes.count > stage.batch.keptLimit { refuse(&record, index, former) }
      do throws(BuildStateFault) {
        try part.table.add(encoder.bytes, path: record.source, id: made.indices.count)
      } catch {
        throw error.fault
      }
      encoder.removeAll()
      made.indices.append(index)
      made.crossPlanInputs.add(record, index)
      if stage.batch.isFailFast, record.hasErrors, made.firstError == nil {
        made.firstError = index
      }
    }

    /// Makes nothing of a file of which more would have to be kept than may be.
    private mutating func refuse(_ record: inout FileRecord, _ index: Int, _ former: FileRecord?) {
      for rendition in record.plans.flatMap(\.renditions) { writer.discard(rendition) }
      let file = stage.list.files[index]
      record = PlanBuild.record(
        of: SourcePlace(path: record.source, root: record.root),
        .tooMuch(in: stage.list.name(of: file), limit: stage.batch.keptLimit), former: former)
      encoder.removeAll()
      record.write(to: &encoder)
    }

    consuming func finish() throws(ProgramFault) -> Made {
      made.newFolders = writer.newFolders
      do throws(BuildStateFault) {
        try part.finish()
      } catch {
        throw error.fault
      }
      return made
    }

    private mutating func record(
      of file: PlanFile, _ former: FileRecord?, _ change: ChangeDetector.Change
    ) throws(SystemError) -> FileRecord {
      let source: SourceFile
      let stamp: FileStamp
      let place = SourcePlace(
        path: stage.list.path(of: file), root: stage.list.folders[file.folder].root)
      do throws(FileFault) {
        (source, stamp) = try sources.read(file)
      } catch {
        return PlanBuild.record(
          of: place, error.diagnostic(file: stage.list.name(of: file)), former: former)
      }
      if change == .look, var renewed = former?.renewed(source, stamp, time: stage.time) {
        renewed.root = place.root
        return renewed
      }
      var known: [String: StagedRendition] = [:]
      for rendition in former?.plans.flatMap(\.renditions) ?? []
      where writer.files.holds(rendition) {
        known[rendition.path] = rendition
      }
      return try planBuild.build(
        source, at: place, stamp: stamp, FormerRecord(record: former, known: known), &writer)
    }
  }
}

extension FileRecord {
  /// Whether a plan has an error of its own.
  var hasErrors: Bool { plans.contains { $0.outcome == .faulty || $0.outcome == .failed } }
}

extension Diagnostic {
  /// More would have to be kept of a file than may be.
  fileprivate static func tooMuch(in name: String, limit: Int) -> Diagnostic {
    Diagnostic(
      code: "too-much-to-keep", file: name,
      Message(
        uk: "назви, показники й знахідки його планів займають понад \(limit >> 20) МіБ",
        en: "the titles, facts and findings of its plans take more than \(limit >> 20) MiB"),
      help: Message(uk: "поділіть його на кілька файлів", en: "split it into several files"))
  }
}
