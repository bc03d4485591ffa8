import Diagnostics
import Files
internal import Glibc

/// Puts everything in its place that a run has written aside, as its state says: all renditions of a
/// plan one after the other, then the reports, then the state itself. What is in its place already
/// stays, so that it can be done again from the beginning.
struct Commit: Sendable {
  private let state: BuildState
  private let output: OutputFolder
  private let shard: Batch.Shard?

  /// What an output folder still has to put in its place; nil where there is nothing.
  init?(_ path: String, _ shard: Batch.Shard?) {
    guard
      let state = BuildState.open(
        BuildState.path(OutputFolder(path: path, token: ""), shard, isNext: true))
    else { return nil }
    self.state = state
    self.shard = shard
    output = OutputFolder(path: path, token: state.header.token, asides: state.header.asides)
  }

  /// Puts it all in its place.
  ///
  /// - Throws: what cannot be put there; the next run goes on with it.
  func carryOut(_ workers: WorkerPool) async throws(ProgramFault) {
    for folder in state.trailer.newFolders {
      try putting(folder) { path throws(SystemError) in try output.putFolder(path) }
    }
    _ = try await workers.work { worker in
      Result { () throws(ProgramFault) in try carryOut(worker, of: workers.count) }
    }
    for report in state.trailer.reports where output.asides.contains(report.aside) {
      try putting(report.path) { path throws(SystemError) in
        _ = try output.put(path, report.aside)
      }
    }
    for path in state.trailer.removed {
      try putting(path) { path throws(SystemError) in try output.remove(path) }
    }
    let next = BuildState.path(output, shard, isNext: true)
    guard unsafe rename(next, BuildState.path(output, shard)) == 0 else {
      throw SystemError(code: errno).fault("замінити", "replace", next)
    }
  }

  /// The share of one task: every so many records.
  private func carryOut(_ worker: Int, of count: Int) throws(ProgramFault) {
    var window = RecordWindow(state.store, size: 1 << 18)
    var placer = OutputPlacer(output)
    var offset = state.start
    var index = 0
    // What hinders one plan does not hinder the others.
    var fault: ProgramFault?
    while true {
      let record: FileRecord? = try BuildStateFault.turned { () throws(BuildStateFault) in
        guard let (start, next) = try window.record(at: offset) else { return nil }
        offset = next
        index += 1
        guard index / 64 % count == worker else {
          return FileRecord(
            source: "", root: 0, stamp: .none, digest: state.header.fingerprint, plans: [])
        }
        var reader = start
        return try FileRecord(&reader, [])
      }
      guard let record else { break }
      for plan in record.plans {
        do throws(ProgramFault) {
          try put(plan.renditions, &placer)
          for path in plan.removed {
            try putting(path) { path throws(SystemError) in try output.remove(path) }
          }
        } catch {
          fault = fault ?? error
        }
      }
    }
    if let fault { throw fault }
  }

  /// Puts all renditions of a plan in their places, or takes those back that had none before.
  private func put(_ renditions: [StagedRendition], _ placer: inout OutputPlacer)
    throws(ProgramFault)
  {
    var placed: [StagedRendition] = []
    for rendition in renditions
    where !rendition.isNamed && output.asides.contains(rendition.aside) {
      do throws(SystemError) {
        if try placer.put(rendition.path, rendition.aside), !rendition.replaces {
          placed.append(rendition)
        }
      } catch {
        for rendition in placed { output.takeBack(rendition.path, rendition.aside) }
        throw error.fault("поставити на місце", "put in its place", output.path(rendition.path))
      }
    }
  }

  private func putting(_ path: String, _ body: (String) throws(SystemError) -> Void)
    throws(ProgramFault)
  {
    do throws(SystemError) {
      try body(path)
    } catch {
      throw error.fault("поставити на місце", "put in its place", output.path(path))
    }
  }
}
