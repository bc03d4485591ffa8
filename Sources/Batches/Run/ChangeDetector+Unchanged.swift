import Diagnostics
import Digests
internal import Discovery
import Files
import Reports
import RunState

extension ChangeDetector {
  /// What is left to be written down where every file, every output and every report is as it was:
  /// the records of files that were touched, with their new stamps. Nil where there is more to do.
  ///
  /// - Parameter time: the time of the file system when the run began, in nanoseconds since 1970.
  func touched(_ changes: [Change], _ match: BuildStateMatch, _ state: BuildState, time: Int)
    -> [FileRecord]?
  {
    guard changes.allSatisfy({ $0 != .build }), nothingElseHasChanged(match, state) else {
      return nil
    }
    var sources = SourceFolder(list, time: time)
    let reader = match.places.reader()
    var result: [FileRecord] = []
    for index in changes.indices where changes[index] == .look {
      guard state.header.hasRoots(batch.plans), let place = match.places[index],
        let record = try? reader.record(at: place, .all),
        let (source, stamp) = try? sources.read(list.files[index]),
        let renewed = record.renewed(source, stamp, time: time)
      else { return nil }
      result.append(renewed)
    }
    return result
  }

  /// Whether every output and every report is as it was, and the batch is taken as it was.
  private func nothingElseHasChanged(_ match: BuildStateMatch, _ state: BuildState) -> Bool {
    guard !batch.isVerifying, !match.hasNewlyGone else { return false }
    guard state.header.language == batch.language, list.faults.isEmpty, !state.header.isPartial
    else { return false }
    guard batch.shard == nil || isOfThisBatch(state.header) else { return false }
    if batch.isPruning, state.trailer.totals.surplus + state.trailer.totals.orphans > 0 {
      return false
    }
    var files = OutputFiles(output)
    let reader = match.places.reader()
    for gone in match.gone {
      guard let record = try? reader.record(at: gone.place, []) else { return false }
      for path in record.plans.flatMap(\.former) where files.stamp(of: path) == nil {
        return false
      }
    }
    for report in state.trailer.reports where files.stamp(of: report.path) != report.stamp {
      return false
    }
    return true
  }

  /// Whether a state says of the batch what the states of all its shards must say to be merged.
  private func isOfThisBatch(_ header: BuildStateHeader) -> Bool {
    header.isOf(
      fingerprint.digest, asOf: batch.asOf, isSignedOff: batch.isSignedOff, roots: batch.plans)
  }
}

extension FileRecord {
  /// The record with the stamps of now; nil where the file or one that its plans refer to has other
  /// bytes.
  ///
  /// - Parameter time: the time of the file system when the run began, in nanoseconds since 1970.
  func renewed(_ source: SourceFile, _ stamp: FileStamp, time: Int) -> FileRecord? {
    guard digest == Digest(of: source.bytes), let dependencies = dependencies.renewed(time: time)
    else { return nil }
    var result = self
    result.stamp = stamp
    result.dependencies = dependencies
    return result
  }
}
