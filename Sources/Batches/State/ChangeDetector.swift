import Diagnostics
import Files
internal import Glibc

/// Looks which files are as the state says, with everything that was made of them.
struct ChangeDetector: Sendable {
  /// What is to be done with a file.
  enum Change: UInt8, Sendable {
    /// Nothing has changed.
    case keep
    /// Something about the file has changed, perhaps not its bytes.
    case look
    /// It is to be built, changed or not.
    case build
  }

  let batch: Batch
  let list: PlanList
  let output: OutputFolder
  let header: BuildStateHeader?
  let fingerprint: Fingerprint

  /// The changes on all files.
  func changes(_ match: BuildStateMatch, _ workers: WorkerPool) async throws(ProgramFault)
    -> [Change]
  {
    var changes = [Change](repeating: .build, count: list.files.count)
    guard !batch.isForced, let header, header.fingerprint == fingerprint.digest else {
      return changes
    }
    let queue = WorkQueue(count: list.files.count, tasks: workers.count, portion: 256)
    let detector = self
    let parts = try await workers.work { worker in
      var made: [(start: Int, changes: [Change])] = []
      var sources = SourceFolder(detector.list, time: .max)
      var outputs = OutputStat(detector.output)
      var windows = match.places.windows()
      while let range = queue.claim(worker) {
        made.append(
          (
            range.lowerBound,
            range.map {
              detector.change(on: $0, match.places, header, &sources, &outputs, &windows)
            }
          ))
      }
      return .success(made)
    }
    for (start, found) in parts.joined() {
      changes.replaceSubrange(start..<start + found.count, with: found)
    }
    return changes
  }

  private func change(
    on index: Int, _ places: RecordPlaces, _ header: BuildStateHeader,
    _ sources: inout SourceFolder,
    _ outputs: inout OutputStat, _ windows: inout [RecordWindow]
  ) -> Change {
    guard let place = places[index],
      let (reader, _) = try? windows[place.store].record(at: place.offset),
      let stamp = try? stampIfCurrent(reader, header, &outputs)
    else { return .build }
    let isSame = sources.stamp(of: list.files[index]) == stamp && header.roots == batch.plans
    return isSame ? .keep : .look
  }

  /// The stamp of the source in a record, if the options have changed nothing about its plans and all
  /// that was made of them is in its place. Reads past everything else: nothing is so often read.
  private func stampIfCurrent(
    _ start: ByteReader, _ header: BuildStateHeader, _ outputs: inout OutputStat
  ) throws(BuildStateFault) -> FileStamp? {
    var reader = start
    let source = try reader.slice(try reader.number())
    _ = try reader.number()
    let stamp = try reader.stamp()
    _ = try reader.slice(32)
    guard try !reader.flag() else { return nil }
    let areUntouched = try reader.list { reader throws(BuildStateFault) in
      try reader.dependency().isUntouched
    }
    // Where other plans are looked for, others may be found.
    if !areUntouched.isEmpty, header.roots != batch.plans { return nil }
    for _ in 0..<(try reader.number()) {
      _ = try reader.number()
      let hasKind = try !reader.slice(try reader.number()).isEmpty
      for _ in 0..<2 { _ = try reader.slice(try reader.number()) }
      let outcome = try reader.byte()
      guard outcome != PlanRecord.Outcome.failed.rawValue,
        !batch.isFailFast || outcome != PlanRecord.Outcome.faulty.rawValue
      else { return nil }
      let signedOn = try reader.optional { reader throws(BuildStateFault) in try reader.day() }
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
    // One whose bytes may have changed is looked at, as a plan is.
    return areUntouched.allSatisfy(\.self) ? stamp : FileStamp.none
  }
}
