import Diagnostics
import Discovery
import Files
import RunState

/// Puts everything in its place that a run has written aside, as its state says: all renditions of a
/// plan one after the other, then the reports, then the state itself. What is in its place already
/// stays, so that it can be done again from the beginning.
struct Commit: Sendable {
  private let file: RecordFile
  private let trailer: BuildStateTrailer
  private let output: OutputFolder

  /// What an output folder still has to put in its place; nil where there is nothing.
  ///
  /// - Parameter isOwn: whether this run has written the state; what a run before has left is read
  ///   through to the end before anything is put in its place.
  /// - Throws: why the state cannot be read.
  init?(_ output: OutputFolder, _ shard: Shard?, isOwn: Bool = false) throws(ProgramFault) {
    guard let state = try BuildStateFile(output, shard).state(), state.isPlacing else {
      return nil
    }
    do throws(BuildStateFault) {
      if !isOwn {
        try state.forEach { row throws(BuildStateFault) in _ = try FileRecord(row.bytes, []) }
      }
    } catch .damaged {
      // The run finds it so, too, and builds everything anew.
      return nil
    } catch {
      throw error.fault
    }
    file = state.file
    trailer = state.trailer
    self.output = OutputFolder(
      path: output.path, token: state.header.token, asides: state.header.asides)
  }

  /// Puts it all in its place.
  ///
  /// - Throws: what cannot be put there; the next run goes on with it.
  func carryOut(_ workers: WorkerPool, isSynchronizing: Bool) async throws(ProgramFault) {
    var files = OutputFiles(output)
    for folder in trailer.newFolders {
      try putting(folder) { () throws(SystemError) in try files.putFolder(folder) }
    }
    _ = try await workers.work { worker in
      Result { () throws(ProgramFault) in
        try carryOut(WorkerShare(worker: worker, count: workers.count))
      }
    }
    for report in trailer.reports where output.asides.contains(report.aside) {
      try putting(report.path) { () throws(SystemError) in
        _ = try files.put(report.path, report.aside)
      }
    }
    for path in trailer.removed {
      try putting(path) { () throws(SystemError) in try files.remove(path) }
    }
    if isSynchronizing { try output.synchronize() }
    BuildStateWriter.settle(file, isSynchronizing: isSynchronizing)
  }

  /// The share of one task.
  private func carryOut(_ share: WorkerShare) throws(ProgramFault) {
    var files = OutputFiles(output)
    // What hinders one plan does not hinder the others.
    var fault: ProgramFault?
    do throws(BuildStateFault) {
      try BuildState(file).forEachPending(share) { record throws(BuildStateFault) in
        for plan in record.plans {
          do throws(ProgramFault) {
            try put(plan.renditions, &files)
            for path in plan.removed {
              try putting(path) { () throws(SystemError) in try files.remove(path) }
            }
          } catch {
            fault = fault ?? error
          }
        }
      }
    } catch {
      throw error.fault
    }
    if let fault { throw fault }
  }

  /// Puts all renditions of a plan in their places, or takes those back that had none before.
  private func put(_ renditions: [StagedRendition], _ files: inout OutputFiles)
    throws(ProgramFault)
  {
    var placed: [StagedRendition] = []
    for rendition in renditions
    where !rendition.isNamed && output.asides.contains(rendition.aside) {
      do throws(SystemError) {
        if try files.put(rendition.path, rendition.aside), !rendition.replaces {
          placed.append(rendition)
        }
      } catch {
        for rendition in placed { files.takeBack(rendition.path, rendition.aside) }
        throw error.fault("поставити на місце", "put in its place", output.path(rendition.path))
      }
    }
  }

  private func putting(_ path: String, _ body: () throws(SystemError) -> Void)
    throws(ProgramFault)
  {
    do throws(SystemError) {
      try body()
    } catch {
      throw error.fault("поставити на місце", "put in its place", output.path(path))
    }
  }
}
