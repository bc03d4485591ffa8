import Diagnostics
internal import Glibc

/// Where the records of all files of a batch are found: in the ledger of the run before, or in what
/// the tasks of this run have made.
struct RecordPlaces: Sendable {
  /// The stores: the first is the ledger.
  var stores: [RecordStore] = []
  /// The paths in UTF-8 of output folders that were made aside for what the records tell of.
  var newFolders: Set<[UInt8]> = []
  /// For every file of the list its store and offset; -1 where there is none.
  private var places: [Int]

  init(count: Int) {
    places = [Int](repeating: -1, count: count)
  }

  /// The store and the offset of a file's record.
  subscript(index: Int) -> (store: Int, offset: Int)? {
    get {
      let place = places[index]
      return place < 0 ? nil : (place >> 48, place & 0xFFFF_FFFF_FFFF)
    }
    set { places[index] = newValue.map { $0.store << 48 | $0.offset } ?? -1 }
  }

  /// Windows on all stores.
  func windows(size: Int = 1 << 16) -> [RecordWindow] {
    stores.map { RecordWindow($0, size: size) }
  }
}

extension [RecordWindow] {
  /// The record at a place, as far as it is asked for.
  mutating func record(at place: (store: Int, offset: Int), _ parts: FileRecord.Parts)
    throws(LedgerFault) -> FileRecord
  {
    try self[place.store].record(at: place.offset, parts)
  }
}

/// Where the record of a file is found that is gone.
struct GoneFile: Sendable {
  let store: Int
  let offset: Int
  /// The number of the file in the list that its path comes before.
  let before: Int
  /// Whether the file may still be there, in a folder that could not be looked into.
  var isUnseen = false
}

/// What the ledger knows of the files of a batch.
struct LedgerMatch: Sendable {
  /// The records of files that are there.
  var places: RecordPlaces
  /// The records of files that are gone.
  var gone: [GoneFile] = []
  /// Whether a file is gone that was there the last time.
  var hasNewlyGone = false

  /// Holds the ledger against a list; both are in the order of paths.
  init(_ ledger: Ledger?, _ list: PlanList) throws(LedgerFault) {
    places = RecordPlaces(count: list.files.count)
    guard let ledger else { return }
    places.stores = [ledger.store]
    var window = RecordWindow(ledger.store, size: 1 << 18)
    var offset = ledger.start
    var index = 0
    var current = list.files.first.map(list.path) ?? ""
    func advance() {
      index += 1
      if index < list.files.count { current = list.path(of: list.files[index]) }
    }
    while let (start, next) = try window.record(at: offset) {
      var reader = start
      let path = try reader.text()
      while index < list.files.count, current.precedes(path) { advance() }
      if index < list.files.count, current.hasSameBytes(as: path) {
        places[index] = (0, offset)
        advance()
      } else if list.unseen.contains(where: path.beginsWithBytes) {
        gone.append(GoneFile(store: 0, offset: offset, before: index, isUnseen: true))
      } else {
        let record = try window.record(at: offset, [])
        if !record.isGone { hasNewlyGone = true }
        if !record.isGone || record.plans.contains(where: { !$0.former.isEmpty }) {
          gone.append(GoneFile(store: 0, offset: offset, before: index))
        }
      }
      offset = next
    }
  }
}

/// Looks which files are as the ledger says, with everything that was made of them.
struct Survey: Sendable {
  /// What is to be done with a file.
  enum Verdict: UInt8, Sendable {
    /// Nothing has changed.
    case keep
    /// Something about the file has changed, perhaps not its bytes.
    case look
    /// It is to be pressed, changed or not.
    case press
  }

  let batch: Batch
  let list: PlanList
  let output: OutputFolder
  let header: LedgerHeader?
  let fingerprint: Fingerprint

  /// The verdicts on all files.
  func verdicts(_ match: LedgerMatch, _ crew: TaskCrew) async throws(ProgramFault) -> [Verdict] {
    var verdicts = [Verdict](repeating: .press, count: list.files.count)
    guard !batch.isForced, let header, header.fingerprint == fingerprint.digest else {
      return verdicts
    }
    let queue = WorkQueue(count: list.files.count, tasks: crew.count, portion: 256)
    let survey = self
    let parts = try await crew.work { worker in
      var made: [(start: Int, verdicts: [Verdict])] = []
      var sources = SourceFolder(survey.list, time: .max)
      var outputs = OutputGlance(survey.output)
      var windows = match.places.windows()
      while let range = queue.claim(worker) {
        made.append(
          (
            range.lowerBound,
            range.map {
              survey.verdict(on: $0, match.places, header, &sources, &outputs, &windows)
            }
          ))
      }
      return .success(made)
    }
    for (start, found) in parts.joined() {
      verdicts.replaceSubrange(start..<start + found.count, with: found)
    }
    return verdicts
  }

  private func verdict(
    on index: Int, _ places: RecordPlaces, _ header: LedgerHeader, _ sources: inout SourceFolder,
    _ outputs: inout OutputGlance, _ windows: inout [RecordWindow]
  ) -> Verdict {
    guard let place = places[index],
      let (reader, _) = try? windows[place.store].record(at: place.offset),
      let stamp = try? stampIfCurrent(reader, header, &outputs)
    else { return .press }
    let isSame = sources.stamp(of: list.files[index]) == stamp && header.roots == batch.plans
    return isSame ? .keep : .look
  }

  /// The stamp of the source in a record, if the options have changed nothing about its plans and all
  /// that was made of them is in its place. Reads past everything else: nothing is so often read.
  private func stampIfCurrent(
    _ start: ByteReader, _ header: LedgerHeader, _ outputs: inout OutputGlance
  ) throws(LedgerFault) -> FileStamp? {
    var reader = start
    let source = try reader.slice(try reader.number())
    _ = try reader.number()
    let stamp = try reader.stamp()
    _ = try reader.slice(32)
    guard try !reader.flag() else { return nil }
    for _ in 0..<(try reader.number()) {
      _ = try reader.number()
      let hasKind = try !reader.slice(try reader.number()).isEmpty
      for _ in 0..<2 { _ = try reader.slice(try reader.number()) }
      let outcome = try reader.byte()
      guard outcome != PlanRecord.Outcome.failed.rawValue,
        !batch.isFailFast || outcome != PlanRecord.Outcome.faulty.rawValue
      else { return nil }
      let signedOn = try reader.optional { reader throws(LedgerFault) in try reader.day() }
      if try reader.flag(), header.asOf != batch.asOf { return nil }
      let wasTaken = Batch.takes(
        signedOn: signedOn, isSignedOff: header.isSignedOff, asOf: header.asOf)
      if hasKind, batch.takes(signedOn: signedOn) != wasTaken { return nil }
      if try reader.flag(), batch.isFailFast { return nil }
      for _ in 0..<(try reader.number()) {
        let shared = try reader.number()
        guard shared >= 0, shared <= source.count else { throw .damaged }
        let end = try reader.slice(try reader.number())
        _ = try reader.slice(32)
        guard outputs.stamp(of: source.prefix(shared), end) == (try reader.stamp()) else {
          return nil
        }
        _ = try reader.word()
        _ = try reader.flag()
        _ = try reader.number()
      }
      for _ in 0..<(try reader.number()) {
        guard outputs.stamp(of: try reader.slice(try reader.number()), []) != nil else {
          return nil
        }
      }
      for _ in 0..<(try reader.number()) { _ = try reader.slice(try reader.number()) }
      for _ in 0..<3 { _ = try reader.section() }
    }
    return stamp
  }
}
