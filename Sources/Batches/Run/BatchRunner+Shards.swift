import Bytes
internal import Calendars
package import Diagnostics
import Digests
import Discovery
import Files
import RunState

extension BatchRunner {
  /// Joins what the shards of a batch have left in the output folder: judges all plans together, and
  /// writes the reports of the whole. The batch says where that is, and in which language.
  ///
  /// - Returns: what came of it. A plan that is wrong only beside one of another shard is told as
  ///   faulty; its documents are stale.
  /// - Throws: which shard is missing, or why the work could not be done.
  package func mergeShards() async throws(ProgramFault) -> BatchResult {
    let output = OutputFolder(path: batch.output)
    guard let own = OwnFolder(output) else { throw .noShards(batch.output) }
    let lock = try BatchLock.take(output, nil)
    let count = try shardCount(own)
    let unswept = try await recover(lock, output, WorkerPool(count: batch.jobs))
    let shards = try openShards(count, output)
    _ = try lock.sign([output.token] + unswept, isSynchronizing: batch.isSynchronizing)
    do throws(ProgramFault) {
      let result = try await merge(shards, output)
      lock.lift(leaving: output.unswept + unswept)
      return result
    } catch {
      try giveUp(lock, output, unswept)
      throw error
    }
  }

  private func merge(_ shards: [BuildState], _ output: OutputFolder)
    async throws(ProgramFault) -> BatchResult
  {
    var header = shards[0].header
    var whole = batch
    whole.plans = header.roots
    whole.asOf = header.asOf
    whole.isSignedOff = header.isSignedOff
    let law = Law(whole)
    guard let packs = law.packs, !law.faults.hasErrors else { return .broken(law.faults) }
    let found = try BuildStateFault.turned { () throws(BuildStateFault) in try ShardRecords(shards)
    }
    let clashes = found.list.clashes + found.list.foldersLikeReports(of: nil)
    guard clashes.isEmpty else { return .refused(clashes) }
    let runner = BatchRunner(whole, progress: { _, _ in }, isStopped: { false })
    let run = try runner.begin(found.list, output).with(law)
    defer { run.working.remove() }
    let members = CrossPlanCheck.Members(built: [], rest: Array(found.list.files.indices))
    let check = try await CrossPlanCheck.run(run, found.places, members, by: packs)
    let claimed = try BuildStateFault.turned { () throws(BuildStateFault) in
      try check.clashes(found.list, found.places)
    }
    guard claimed.isEmpty else { return .refused(claimed) }
    header.language = batch.language
    header.token = output.token
    header.asides = output.asides
    let plans = CheckedPlans(
      places: found.places, gone: found.gone, forgotten: [], check: check)
    let former = try BuildStateFile(output, nil).state()?.trailer
    return try await runner.record(run, plans, header, after: former, isNew: true)
  }

  /// How many shards there are, by the names of the states.
  private func shardCount(_ own: OwnFolder) throws(ProgramFault) -> Int {
    let names = ((try? own.folder.entries()) ?? []).compactMap(\.name)
    let counts = Set(
      names.filter { $0.hasPrefix(BuildStateFile.prefix + ".") }.compactMap { name -> Int? in
        name.split(separator: "-").last.flatMap { Int($0) }
      })
    guard let count = counts.first, (1...100_000).contains(count) else {
      throw .noShards(batch.output)
    }
    guard counts.count == 1 else {
      let list = counts.sorted().map(String.init).joined(separator: ", ")
      throw ProgramFault(
        uk: "у «\(own.path(""))» частини різних поділів (на \(list)): вилучіть зайві state.*",
        en:
          "'\(own.path(""))' has shards of several divisions (by \(list)): remove the wrong state.*"
      )
    }
    return count
  }

  private func openShards(_ count: Int, _ output: OutputFolder) throws(ProgramFault) -> [BuildState]
  {
    var shards: [BuildState] = []
    for number in 1...count {
      let shard = Shard(number: number, of: count)
      guard let state = try BuildStateFile(output, shard).state() else {
        throw ProgramFault(
          uk: "бракує частини \(number)/\(count): складіть її з --shard \(number)/\(count)",
          en: "the shard \(number)/\(count) is missing: build it with --shard \(number)/\(count)")
      }
      shards.append(state)
    }
    let first = shards[0].header
    guard first.templates == Fingerprint.digest(of: batch.templates) else {
      throw ProgramFault(
        uk: "частини складено з іншими шаблонами: назвіть ті самі теки через --templates",
        en: "the shards were built with other templates: name the same folders with --templates")
    }
    for (index, state) in shards.enumerated() where !state.header.isOfOneBatch(with: first) {
      throw ProgramFault(
        uk:
          "частини 1 і \(index + 1) складено з різними шаблонами, параметрами чи версіями програми",
        en: "the shards 1 and \(index + 1) were built with other templates, options or programs")
    }
    return shards
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
  /// Whether another state tells of the same batch, so that both may be of parts of it.
  func isOfOneBatch(with other: BuildStateHeader) -> Bool {
    isOf(other.fingerprint, asOf: other.asOf, isSignedOff: other.isSignedOff, roots: other.roots)
  }

  /// Whether it tells of a batch with this fingerprint and these options.
  func isOf(
    _ fingerprint: Digest, asOf day: LocalDate?, isSignedOff: Bool, roots: [String]
  ) -> Bool {
    self.fingerprint == fingerprint && asOf == day && self.isSignedOff == isSignedOff
      && hasRoots(roots)
  }

  /// Whether it tells of plans of these files and folders, by the bytes of their paths.
  func hasRoots(_ roots: [String]) -> Bool {
    self.roots.elementsEqual(roots) { $0.hasSameBytes(as: $1) }
  }
}

/// The records of all shards of a batch, in the order of paths.
private struct ShardRecords {
  var list = PlanList()
  var places: RecordPlaces
  var gone: [GoneFile] = []

  /// A record of a shard.
  private struct Entry {
    let path: String
    let place: RecordPlaces.Place
    let root: Int
    let isGone: Bool
  }

  init(_ shards: [BuildState]) throws(BuildStateFault) {
    let roots = shards[0].header.roots
    var found: [Entry] = []
    for (file, state) in shards.enumerated() {
      try state.forEach { row throws(BuildStateFault) in
        let record = try FileRecord(row.bytes, [])
        guard roots.indices.contains(record.root) else { throw .damaged }
        found.append(
          Entry(
            path: row.path, place: RecordPlaces.Place(file: file, id: row.id), root: record.root,
            isGone: record.isGone))
      }
    }
    found.sort {
      $0.path.hasSameBytes(as: $1.path)
        ? $0.place.file < $1.place.file : $0.path.precedes($1.path)
    }
    list.folders = roots.enumerated().map { root, name in
      // A file that was named itself stands in the folder before its name.
      let single = found.first { $0.root == root && name.hasSuffix($0.path) }
      return PlanList.Folder(
        name: single.map { String(name.dropLast($0.path.count)) } ?? name, root: root, path: "")
    }
    places = RecordPlaces(count: found.count { !$0.isGone })
    places.files = shards.map(\.file)
    for entry in found {
      if entry.isGone {
        gone.append(GoneFile(place: entry.place, before: list.files.count))
      } else {
        places[list.files.count] = entry.place
        list.files.append(PlanFile(folder: entry.root, name: entry.path))
      }
    }
  }
}
