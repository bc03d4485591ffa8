import Diagnostics
import Digests
import Rules
import Synchronization

/// Has the plans of many files pressed at a time.
struct PressRoom: Sendable {
  let batch: Batch
  let list: PlanList
  let output: OutputFolder
  let packs: RulePacks
  /// The time of the file system when the run began.
  let time: Int
  let progress: @Sendable (_ done: Int, _ total: Int) -> Void
  let isStopped: @Sendable () -> Bool

  /// What was pressed.
  struct Pressed: Sendable {
    /// The first file with an error, if that ends the run.
    let firstError: Int?
    /// What the records bring to the judgement.
    let gathered: [Judgement.Gathered]
  }

  /// What a task has made.
  private struct Made: Sendable {
    var gathered = Judgement.Gathered()
    var newFolders: Set<[UInt8]> = []
    var places: [(index: Int, store: Int, offset: Int)] = []
    /// The first file with an error, where that ends the run.
    var firstError: Int?
  }

  /// Presses files, and puts the places of their new records into `places`.
  ///
  /// - Parameter verdicts: for every file of the list what is to be done with it.
  /// - Throws: why the work cannot go on.
  func press(
    _ indices: [Int], _ verdicts: [Survey.Verdict], _ places: inout RecordPlaces, round: Int,
    _ crew: TaskCrew
  ) async throws(ProgramFault) -> Pressed {
    guard !indices.isEmpty else { return Pressed(firstError: nil, gathered: []) }
    let first = places.stores.count
    for _ in 0..<crew.count {
      places.stores.append(
        try .nameless(in: batch.isDryRun ? "/tmp" : output.path(OutputFolder.own), output))
    }
    let queue = WorkQueue(
      count: indices.count, tasks: batch.isFailFast ? 1 : crew.count)
    let counter = WorkCounter(total: indices.count, progress)
    let known = places
    let made = try await crew.work { worker in
      do throws(ProgramFault) {
        return .success(
          try work(
            worker, of: crew.count, round, indices, verdicts, known, first + worker, queue, counter)
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
    return Pressed(
      firstError: made.compactMap(\.firstError).min(), gathered: made.map(\.gathered))
  }

  private func work(
    _ worker: Int, of count: Int, _ round: Int, _ indices: [Int], _ verdicts: [Survey.Verdict],
    _ places: RecordPlaces, _ store: Int, _ queue: WorkQueue, _ counter: WorkCounter
  ) throws(ProgramFault) -> Made {
    let press = PlanPress(batch, packs)
    var writer = AsideWriter(
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
            of: list.files[index], former, verdicts[index], press, &sources, &writer)
          made.places.append((index, store, appender.offset))
          made.gathered.add(record, index)
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
    of file: PlanFile, _ former: FileRecord?, _ verdict: Survey.Verdict, _ press: PlanPress,
    _ sources: inout SourceFolder, _ writer: inout AsideWriter
  ) throws(SystemError) -> FileRecord {
    let source: SourceFile
    let stamp: FileStamp
    do throws(FileFault) {
      (source, stamp) = try sources.read(file)
    } catch {
      return PlanPress.record(
        of: list.path(of: file), root: list.folders[file.folder].root,
        error.diagnostic(file: list.name(of: file)), former: former)
    }
    if verdict == .look, var former, former.digest == Digest(of: source.bytes) {
      former.stamp = stamp
      former.root = list.folders[file.folder].root
      return former
    }
    var known = former
    known?.forgetRenditions { output.stamp(of: $0.path) != $0.stamp }
    return try press.press(
      list.path(of: file), root: list.folders[file.folder].root, source, stamp, former: former,
      known: known, &writer)
  }
}

extension FileRecord {
  /// Whether a plan has an error of its own.
  var hasErrors: Bool { plans.contains { $0.outcome == .faulty || $0.outcome == .failed } }

  fileprivate mutating func forgetRenditions(where isLost: (Rendition) -> Bool) {
    for index in plans.indices { plans[index].renditions.removeAll(where: isLost) }
  }
}
