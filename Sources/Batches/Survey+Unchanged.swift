import Diagnostics

extension Survey {
  /// Whether the run has nothing to do: every file, every output and every report is as it was.
  func nothingHasChanged(_ verdicts: [Verdict], _ match: LedgerMatch, _ ledger: Ledger) -> Bool {
    guard verdicts.allSatisfy({ $0 == .keep }), !match.hasNewlyGone else { return false }
    guard ledger.header.language == batch.language, list.faults.isEmpty, !ledger.header.isPartial
    else { return false }
    guard batch.shard == nil || isOfThisBatch(ledger.header) else { return false }
    if batch.isPruning, ledger.trailer.totals.surplus + ledger.trailer.totals.orphans > 0 {
      return false
    }
    var window = RecordWindow(ledger.store, size: 1 << 12)
    let areOrphansThere = match.gone.allSatisfy { gone in
      guard let record = try? window.record(at: gone.offset, []) else { return false }
      return record.plans.allSatisfy { $0.former.allSatisfy { output.stamp(of: $0) != nil } }
    }
    return areOrphansThere
      && ledger.trailer.reports.allSatisfy { output.stamp(of: $0.path) == $0.stamp }
  }

  /// Whether a ledger says of the batch what the ledgers of all its shards must say to be merged.
  private func isOfThisBatch(_ header: LedgerHeader) -> Bool {
    header.fingerprint == fingerprint.digest && header.asOf == batch.asOf
      && header.isSignedOff == batch.isSignedOff && header.roots == batch.plans
  }
}
