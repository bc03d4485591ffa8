import Diagnostics

extension BatchRunner {
  /// Finishes what killed runs have written down as to be put in its place, and removes what others
  /// have left aside. A run of everything, which no shard is beside, does so for the shards, too.
  ///
  /// - Throws: what cannot be put in its place; the next run goes on with it.
  func recover(_ lock: borrowing BatchLock, _ output: OutputFolder, _ crew: TaskCrew)
    async throws(ProgramFault)
  {
    try await Commitment(batch.output, batch.shard)?.carryOut(crew)
    if let token = lock.leftToken { OutputFolder(path: batch.output, token: token).sweep() }
    guard batch.shard == nil else { return }
    for shard in LockFile.shards(in: output.path(OutputFolder.own)) {
      try await Commitment(batch.output, shard)?.carryOut(crew)
      let left = try BatchLock.take(output, shard, isWithin: true)
      if let token = left.leftToken { OutputFolder(path: batch.output, token: token).sweep() }
      left.lift()
    }
  }
}
