import Diagnostics
import RunState

extension BatchRunner {
  /// Finishes what killed runs have written down as to be put in its place, and removes what others
  /// have left aside. A run of everything, which no shard is beside, does so for the shards, too.
  ///
  /// - Returns: the tokens of runs of which something may still stand aside.
  /// - Throws: what cannot be put in its place; the next run goes on with it.
  func recover(_ lock: borrowing BatchLock, _ output: OutputFolder, _ workers: WorkerPool)
    async throws(ProgramFault) -> [String]
  {
    try await Commit(output, batch.shard)?.carryOut(
      workers, isSynchronizing: batch.isSynchronizing)
    let unswept = StagingCleaner.clean(batch.output, of: lock.leftTokens)
    guard batch.shard == nil, let own = OwnFolder(output) else { return unswept }
    for shard in LockFile.shards(in: own.folder) {
      try await Commit(output, shard)?.carryOut(
        workers, isSynchronizing: batch.isSynchronizing)
      let left = try BatchLock.take(output, shard, isWithin: true)
      let unswept = StagingCleaner.clean(batch.output, of: left.leftTokens)
      left.lift(leaving: unswept)
    }
    return unswept
  }
}
