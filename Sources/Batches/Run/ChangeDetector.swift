import Bytes
import Diagnostics
import Discovery
import Files
import RunState

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

  /// What was found of all files.
  struct Found: Sendable {
    /// What is to be done with each.
    var changes: [Change]
    /// The paths of documents that have other bytes than were written.
    var altered: [String] = []
  }

  /// Looks at all files.
  func look(_ match: BuildStateMatch, _ workers: WorkerPool) async throws(ProgramFault) -> Found {
    var result = Found(changes: [Change](repeating: .build, count: list.files.count))
    let isAnew = batch.isForced || header?.fingerprint != fingerprint.digest
    guard let header, !isAnew || batch.isVerifying else { return result }
    let queue = WorkQueue(count: list.files.count, tasks: workers.count, portion: 256)
    let detector = self
    let parts = try await workers.work { worker in
      var made: [(start: Int, found: Found)] = []
      var look = Look(detector, header, match.places)
      while let range = queue.claim(worker) {
        var found = Found(changes: range.map { look.change(on: $0) })
        found.altered = look.takeAltered()
        made.append((range.lowerBound, found))
      }
      return .success(made)
    }
    for (start, found) in parts.joined() {
      result.altered += found.altered
      guard !isAnew else { continue }
      result.changes.replaceSubrange(start..<start + found.changes.count, with: found.changes)
    }
    result.altered.sort { $0.precedes($1) }
    return result
  }

  /// What one task looks with.
  private struct Look: ~Copyable {
    private let detector: ChangeDetector
    private let header: BuildStateHeader
    private let places: RecordPlaces
    private let reader: RecordReader
    private var sources: SourceFolder
    private var outputs: OutputFiles
    private var told: Set<PathKey> = []

    init(_ detector: ChangeDetector, _ header: BuildStateHeader, _ places: RecordPlaces) {
      self.detector = detector
      self.header = header
      self.places = places
      reader = places.reader()
      sources = SourceFolder(detector.list, time: .max)
      outputs = OutputFiles(detector.output, isVerifying: detector.batch.isVerifying)
    }

    mutating func change(on index: Int) -> Change {
      guard let place = places[index], let record = try? reader.record(at: place, []),
        isCurrent(record)
      else { return .build }
      let isSame =
        sources.stamp(of: detector.list.files[index]) == record.stamp
        && header.hasRoots(detector.batch.plans) && record.dependencies.allSatisfy(\.isUntouched)
      return isSame ? .keep : .look
    }

    /// The paths of documents with other bytes that were found since this was asked last.
    mutating func takeAltered() -> [String] {
      let altered = outputs.altered.subtracting(told)
      told.formUnion(altered)
      return altered.paths
    }

    /// Whether the options have changed nothing about the plans of a file, and all that was made of
    /// them is in its place.
    private mutating func isCurrent(_ record: FileRecord) -> Bool {
      guard !record.isGone else { return false }
      // Where other plans are looked for, others may be found.
      if !record.dependencies.isEmpty, header.roots != detector.batch.plans { return false }
      var areInPlace = true
      for plan in record.plans {
        guard isTaken(plan) || detector.batch.isVerifying else { return false }
        for rendition in plan.renditions where !outputs.holds(rendition) {
          guard detector.batch.isVerifying else { return false }
          areInPlace = false
        }
        for path in plan.former where outputs.stamp(of: path) == nil { return false }
      }
      for plan in record.plans where !isTaken(plan) { return false }
      return areInPlace
    }

    /// Whether a plan would be taken as it was, and come as far.
    private func isTaken(_ plan: PlanRecord) -> Bool {
      let batch = detector.batch
      guard plan.outcome != .failed,
        !batch.isFailFast || plan.outcome != .faulty && !plan.isWithheld
      else { return false }
      if plan.dependsOnDay, header.asOf != batch.asOf { return false }
      let wasTaken = Batch.takes(
        signedOn: plan.signedOn, isSignedOff: header.isSignedOff, asOf: header.asOf)
      return plan.kind.isEmpty || batch.takes(signedOn: plan.signedOn) == wasTaken
    }
  }
}
