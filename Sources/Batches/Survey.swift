import Diagnostics
internal import Glibc

/// Where the records of all files of a batch are found: in the ledger of the run before, or in what
/// the tasks of this run have made.
struct RecordPlaces: Sendable {
  /// The stores: the first is the ledger.
  var stores: [RecordStore] = []
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

/// What the ledger knows of the files of a batch.
struct LedgerMatch: Sendable {
  /// The records of files that are there.
  var places: RecordPlaces
  /// The offsets of the records of files that are gone, each before the file of the list at `before`.
  var gone: [(offset: Int, before: Int)] = []
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
    while let (start, next) = try window.record(at: offset) {
      var reader = start
      let path = try reader.text()
      while index < list.files.count, list.files[index].path.comes(before: path) { index += 1 }
      if index < list.files.count, list.files[index].path == path {
        places[index] = (0, offset)
        index += 1
      } else {
        let record = try window.record(at: offset, [])
        if !record.isGone { hasNewlyGone = true }
        if !record.isGone || record.plans.contains(where: { !$0.former.isEmpty }) {
          gone.append((offset, index))
        }
      }
      offset = next
    }
  }
}

extension String {
  fileprivate func comes(before other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
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
    let queue = WorkQueue(count: list.files.count, portion: 256)
    let survey = self
    let parts = try await crew.work { _ in
      var made: [(start: Int, verdicts: [Verdict])] = []
      var sources = SourceFolder(survey.list, time: .max)
      var windows = match.places.windows()
      while let range = queue.claim() {
        made.append(
          (
            range.lowerBound,
            range.map { survey.verdict(on: $0, match.places, header, &sources, &windows) }
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
    _ windows: inout [RecordWindow]
  ) -> Verdict {
    guard let place = places[index], let record = try? windows.record(at: place, []),
      !record.isGone
    else { return .press }
    for plan in record.plans {
      guard plan.outcome != .failed else { return .press }
      if plan.dependsOnDay, header.asOf != batch.asOf { return .press }
      let wasTaken = Batch.takes(
        signedOn: plan.signedOn, isSignedOff: header.isSignedOff, asOf: header.asOf)
      guard plan.kind.isEmpty || batch.takes(signedOn: plan.signedOn) == wasTaken else {
        return .press
      }
      guard plan.renditions.allSatisfy({ output.stamp(of: $0.path) == $0.stamp }),
        plan.former.allSatisfy({ output.stamp(of: $0) != nil })
      else { return .press }
    }
    return sources.stamp(of: list.files[index]) == record.stamp ? .keep : .look
  }
}
