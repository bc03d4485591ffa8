import Diagnostics
import Digests
import Files
import Rules
import Synchronization

/// Has the plans of many files built at a time.
struct BuildStage: Sendable {
  let batch: Batch
  let list: PlanList
  let output: OutputFolder
  let packs: RulePacks
  /// The time of the file system when the run began.
  let time: Int
  let progress: @Sendable (_ done: Int, _ total: Int) -> Void
  let isStopped: @Sendable () -> Bool

  /// What was built.
  struct Built: Sendable {
    /// The first file with an error, if that ends the run.
    let firstError: Int?
    /// What the records bring to the check across plans.
    let crossPlanInputs: [CrossPlanCheck.Inputs]
  }

  /// What a task has made.
  private struct Made: Sendable {
    var crossPlanInputs = CrossPlanCheck.Inputs()
    var newFolders: Set<[UInt8]> = []
    var places: [(index: Int, store: Int, offset: Int)] = []
    /// The first file with an error, where that ends the run.
    var firstError: Int?
  }

  /// Builds files, and puts the places of their new records into `places`.
  ///
  /// - Parameter changes: for every file of the list what is to be done with it.
  /// - Throws: why the work cannot go on.
  func build(
    _ indices: [Int], _ changes: [ChangeDetector.Change], _ places: inout RecordPlaces, round: Int,
    _ workers: WorkerPool
  ) async throws(ProgramFault) -> Built {
    guard !indices.isEmpty else { return Built(firstError: nil, crossPlanInputs: []) }
    let first = places.stores.count
    for _ in 0..<workers.count {
      places.stores.append(
        try .nameless(in: batch.isDryRun ? "/tmp" : output.path(OutputFolder.own), output))
    }
    let queue = WorkQueue(
      count: indices.count, tasks: batch.isFailFast ? 1 : workers.count)
    let counter = ProgressCounter(total: indices.count, progress)
    let known = places
    let made = try await workers.work { worker in
      do throws(ProgramFault) {
        return .success(
          try work(
            worker, of: workers.count, round, indices, changes, known, first + worker, queue,
            counter)
        )
      } catch {
        queue.stop(behind: -1)
        return .failure(error)
      }
    }
    for part in made {
      for place in part.places { places[place.index] = (place.store, place.offset) }
      places.newFolders.formUnion(part.newFolders)
    }
    return Built(
      firstError: made.compactMap(\.firstError).min(), crossPlanInputs: made.map(\.crossPlanInputs))
  }

  private func work(
    _ worker: Int, of count: Int, _ round: Int, _ indices: [Int],
    _ changes: [ChangeDetector.Change],
    _ places: RecordPlaces, _ store: Int, _ queue: WorkQueue, _ counter: ProgressCounter
  ) throws(ProgramFault) -> Made {
    let planBuild = PlanBuild(batch, packs, time: time)
    var writer = StagingWriter(
      output, worker: worker, of: count, round: round, isDryRun: batch.isDryRun)
    var sources = SourceFolder(list, time: time)
    var windows = places.windows()
    var appender = RecordAppender(places.stores[store])
    var made = Made()
    var writing = ByteWriter()
    do throws(SystemError) {
      while let range = queue.claim(worker), !isStopped() {
        for position in range {
          let index = indices[position]
          let former = places[index].flatMap { try? windows.record(at: $0, .all) }
          let record = try record(
            of: list.files[index], former, changes[index], planBuild, &sources, &writer)
          made.places.append((index, store, appender.offset))
          made.crossPlanInputs.add(record, index)
          record.write(to: &writing)
          try appender.append(writing.bytes)
          writing.removeAll()
          if batch.isFailFast, record.hasErrors, made.firstError == nil {
            made.firstError = index
            queue.stop(behind: position)
          }
        }
        counter.add(range.count)
      }
      made.newFolders = writer.newFolders
      try appender.flush()
    } catch {
      throw error.fault("записати до теки", "write to the folder", output.path)
    }
    return made
  }

  private func record(
    of file: PlanFile, _ former: FileRecord?, _ change: ChangeDetector.Change,
    _ planBuild: PlanBuild,
    _ sources: inout SourceFolder, _ writer: inout StagingWriter
  ) throws(SystemError) -> FileRecord {
    let source: SourceFile
    let stamp: FileStamp
    do throws(FileFault) {
      (source, stamp) = try sources.read(file)
    } catch {
      return PlanBuild.record(
        of: list.path(of: file), root: list.folders[file.folder].root,
        error.diagnostic(file: list.name(of: file)), former: former)
    }
    if change == .look, var former, former.digest == Digest(of: source.bytes),
      let dependencies = former.dependencies.renewed(time: time)
    {
      former.stamp = stamp
      former.dependencies = dependencies
      former.root = list.folders[file.folder].root
      return former
    }
    var known = former
    known?.forgetRenditions { output.stamp(of: $0.path) != $0.stamp }
    return try planBuild.build(
      list.path(of: file), root: list.folders[file.folder].root, source, stamp, former: former,
      known: known, &writer)
  }
}

extension FileRecord {
  /// Whether a plan has an error of its own.
  var hasErrors: Bool { plans.contains { $0.outcome == .faulty || $0.outcome == .failed } }

  fileprivate mutating func forgetRenditions(where isLost: (StagedRendition) -> Bool) {
    for index in plans.indices { plans[index].renditions.removeAll(where: isLost) }
  }
}
