import Diagnostics
import Reports

extension ChangeDetector {
  /// Whether the run has nothing to do: every file, every output and every report is as it was.
  func nothingHasChanged(_ changes: [Change], _ match: BuildStateMatch, _ state: BuildState) -> Bool
  {
    guard changes.allSatisfy({ $0 == .keep }), !match.hasNewlyGone else { return false }
    guard state.header.language == batch.language, list.faults.isEmpty, !state.header.isPartial
    else { return false }
    guard batch.shard == nil || isOfThisBatch(state.header) else { return false }
    if batch.isPruning, state.trailer.totals.surplus + state.trailer.totals.orphans > 0 {
      return false
    }
    var window = RecordWindow(state.store, size: 1 << 12)
    let areOrphansThere = match.gone.allSatisfy { gone in
      guard let record = try? window.record(at: gone.offset, []) else { return false }
      return record.plans.allSatisfy { $0.former.allSatisfy { output.stamp(of: $0) != nil } }
    }
    return areOrphansThere
      && state.trailer.reports.allSatisfy { output.stamp(of: $0.path) == $0.stamp }
  }

  /// Whether a state says of the batch what the states of all its shards must say to be merged.
  private func isOfThisBatch(_ header: BuildStateHeader) -> Bool {
    header.fingerprint == fingerprint.digest && header.asOf == batch.asOf
      && header.isSignedOff == batch.isSignedOff && header.roots == batch.plans
  }
}
