import Diagnostics
internal import Discovery
import Reports
import RunState

extension ChangeDetector {
  /// Whether the run has nothing to do: every file, every output and every report is as it was.
  func nothingHasChanged(_ changes: [Change], _ match: BuildStateMatch, _ state: BuildState) -> Bool
  {
    guard !batch.isVerifying, changes.allSatisfy({ $0 == .keep }), !match.hasNewlyGone else {
      return false
    }
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
    header.fingerprint == fingerprint.digest && header.asOf == batch.asOf
      && header.isSignedOff == batch.isSignedOff && header.roots == batch.plans
  }
}
