import Diagnostics

extension BatchRunner {
  /// Finishes what killed runs have written down as to be put in its place, and removes what others
  /// have left aside. A run of everything, which no shard is beside, does so for the shards, too.
  ///
  /// - Throws: what cannot be put in its place; the next run goes on with it.
  func recover(_ lock: borrowing BatchLock, _ output: OutputFolder, _ workers: WorkerPool)
    async throws(ProgramFault)
  {
    try await Commit(batch.output, batch.shard)?.carryOut(workers)
    if let token = lock.leftToken { OutputFolder(path: batch.output, token: token).clean() }
    guard batch.shard == nil else { return }
    for shard in LockFile.shards(in: output.path(OutputFolder.own)) {
      try await Commit(batch.output, shard)?.carryOut(workers)
      let left = try BatchLock.take(output, shard, isWithin: true)
      if let token = left.leftToken { OutputFolder(path: batch.output, token: token).clean() }
      left.lift()
    }
  }
}
