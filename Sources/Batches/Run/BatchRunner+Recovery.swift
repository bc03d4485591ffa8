import Diagnostics
import RunState

extension BatchRunner {
  /// Finishes what killed runs have written down as to be put in its place, and removes what others
  /// have left aside. A run of everything, which no shard is beside, does so for the shards, too.
  ///
  /// - Throws: what cannot be put in its place; the next run goes on with it.
  func recover(_ lock: borrowing BatchLock, _ output: OutputFolder, _ workers: WorkerPool)
    async throws(ProgramFault)
  {
    try await Commit(output, batch.shard)?.carryOut(
      workers, isSynchronizing: batch.isSynchronizing)
    if let token = lock.leftToken {
      StagingCleaner.clean(OutputFolder(path: batch.output, token: token))
    }
    guard batch.shard == nil, let own = OwnFolder(output) else { return }
    for shard in LockFile.shards(in: own.folder) {
      try await Commit(output, shard)?.carryOut(
        workers, isSynchronizing: batch.isSynchronizing)
      let left = try BatchLock.take(output, shard, isWithin: true)
      if let token = left.leftToken {
        StagingCleaner.clean(OutputFolder(path: batch.output, token: token))
      }
      left.lift()
    }
  }
}
