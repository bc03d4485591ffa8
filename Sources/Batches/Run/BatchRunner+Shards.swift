import Bytes
package import Diagnostics
import Digests
import Files

extension BatchRunner {
  /// Joins what the shards of a batch have left in the output folder: judges all plans together, and
  /// writes the reports of the whole. The batch says where that is, and in which language.
  ///
  /// - Returns: what came of it. A plan that is wrong only beside one of another shard is told as
  ///   faulty; its documents are stale.
  /// - Throws: which shard is missing, or why the work could not be done.
  package func mergeShards() async throws(ProgramFault) -> BatchResult {
    let workers = WorkerPool(count: max(1, batch.jobs))
    let output = OutputFolder(path: batch.output)
    guard FileSystem.isFolder(output.path(OutputFolder.own)) else { throw .noShards(batch.output) }
    let lock = try BatchLock.take(output, nil)
    let count = try shardCount(output)
    try await recover(lock, output, workers)
    let ledgers = try openShards(count, output)
    _ = try lock.sign(output.token)
    do throws(ProgramFault) {
      let result = try await merge(ledgers, output, workers)
      lock.lift()
      return result
    } catch {
      if BuildState.open(BuildState.path(output, nil, isNext: true)) == nil {
        output.clean()
        lock.lift()
      }
      throw error
    }
  }

  private func merge(_ ledgers: [BuildState], _ output: OutputFolder, _ workers: WorkerPool)
    async throws(ProgramFault) -> BatchResult
  {
    let header = ledgers[0].header
    var whole = batch
    whole.plans = header.roots
    whole.asOf = header.asOf
    whole.isSignedOff = header.isSignedOff
    let runner = BatchRunner(whole, progress: { _, _ in }, isStopped: { false })
    let law = Law(whole)
    guard let packs = law.packs, !law.faults.hasErrors else { return .refused(law.faults) }
    let found = try BuildStateFault.turned { () throws(BuildStateFault) in try ShardRecords(ledgers)
    }
    let clashes = found.list.clashes
    guard clashes.isEmpty else { return .refused(clashes) }
    let crossPlanCheck = try await runner.checkAcrossPlans(
      found.list, found.places, [], Array(found.list.files.indices), packs, output, workers)
    let claimed = try BuildStateFault.turned { () throws(BuildStateFault) in
      try crossPlanCheck.clashes(found.list, found.places)
    }
    guard claimed.isEmpty else { return .refused(claimed) }
    let former = BuildState.open(BuildState.path(output, nil))?.trailer
    return try await runner.record(
      found.list, gone: found.gone, found.places, crossPlanCheck, former, header, output, workers)
  }

  /// How many shards there are, by the names of the states.
  private func shardCount(_ output: OutputFolder) throws(ProgramFault) -> Int {
    let folder = output.path(OutputFolder.own)
    let names = (try? Folder.names(at: folder)) ?? []
    let counts = Set(
      names.filter { $0.hasPrefix("state.") }.compactMap { name -> Int? in
        name.split(separator: "-").last.flatMap { Int($0) }
      })
    guard let count = counts.first, (1...100_000).contains(count) else {
      throw .noShards(batch.output)
    }
    guard counts.count == 1 else {
      let list = counts.sorted().map(String.init).joined(separator: ", ")
      throw ProgramFault(
        uk: "у «\(folder)» частини різних поділів (на \(list)): вилучіть зайві state.*",
        en: "'\(folder)' has shards of several divisions (by \(list)): remove the wrong state.*")
    }
    return count
  }

  private func openShards(_ count: Int, _ output: OutputFolder) throws(ProgramFault) -> [BuildState]
  {
    var ledgers: [BuildState] = []
    for number in 1...count {
      let shard = Batch.Shard(number: number, of: count)
      guard let state = BuildState.open(BuildState.path(output, shard)) else {
        throw ProgramFault(
          uk: "бракує частини \(number)/\(count): складіть її з --shard \(number)/\(count)",
          en: "the shard \(number)/\(count) is missing: build it with --shard \(number)/\(count)")
      }
      ledgers.append(state)
    }
    let first = ledgers[0].header
    guard first.templates == Fingerprint.digest(of: batch.templates) else {
      throw ProgramFault(
        uk: "частини складено з іншими шаблонами: назвіть ті самі теки через --templates",
        en: "the shards were built with other templates: name the same folders with --templates")
    }
    for (index, state) in ledgers.enumerated() where !state.header.isOfOneBatch(with: first) {
      throw ProgramFault(
        uk:
          "частини 1 і \(index + 1) складено з різними шаблонами, параметрами чи версіями програми",
        en: "the shards 1 and \(index + 1) were built with other templates, options or programs")
    }
    return ledgers
  }
}

extension ProgramFault {
  fileprivate static func noShards(_ path: String) -> ProgramFault {
    ProgramFault(
      uk: "у теці «\(path)» немає частин пакета (pysar build --shard)",
      en: "the folder '\(path)' has no shards of a batch (pysar build --shard)")
  }
}

extension BuildStateHeader {
  /// Whether two ledgers tell of the same batch, each of a part.
  fileprivate func isOfOneBatch(with other: BuildStateHeader) -> Bool {
    fingerprint == other.fingerprint && asOf == other.asOf && isSignedOff == other.isSignedOff
      && roots == other.roots
  }
}

/// The records of all shards of a batch, in the order of paths.
private struct ShardRecords {
  var list = PlanList()
  var places: RecordPlaces
  var gone: [GoneFile] = []

  init(_ ledgers: [BuildState]) throws(BuildStateFault) {
    var found: [(path: String, store: Int, offset: Int, root: Int, isGone: Bool)] = []
    for (store, state) in ledgers.enumerated() {
      var window = RecordWindow(state.store, size: 1 << 18)
      var offset = state.start
      while let (start, next) = try window.record(at: offset) {
        var reader = start
        let record = try FileRecord(&reader, [])
        found.append((record.source, store, offset, record.root, record.isGone))
        offset = next
      }
    }
    found.sort {
      $0.path.hasSameBytes(as: $1.path) ? $0.store < $1.store : $0.path.precedes($1.path)
    }
    list.folders = ledgers[0].header.roots.enumerated().map { root, name in
      // A file that was named itself stands in the folder before its name.
      let single = found.first { $0.root == root && name.hasSuffix($0.path) }
      return PlanList.Folder(
        name: single.map { String(name.dropLast($0.path.count)) } ?? name, root: root, path: "")
    }
    places = RecordPlaces(count: found.count { !$0.isGone })
    places.stores = ledgers.map(\.store)
    for entry in found {
      if entry.isGone {
        gone.append(
          GoneFile(store: entry.store, offset: entry.offset, before: list.files.count))
      } else {
        places[list.files.count] = (entry.store, entry.offset)
        list.files.append(PlanFile(folder: entry.root, name: entry.path))
      }
    }
  }
}
