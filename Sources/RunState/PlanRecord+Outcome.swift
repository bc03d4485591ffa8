internal import Diagnostics
package import Reports

extension PlanRecord {
  /// What came of the plan, its file called as the user calls it.
  package func outcome(in record: FileRecord, called name: String) -> PlanOutcome {
    let all = (findings + acrossFindings).map { finding in
      guard finding.file.isEmpty else { return finding }
      var named = finding
      named.file = name
      return named
    }
    let state: PlanOutcome.State =
      if record.isGone {
        .gone
      } else {
        switch outcome {
        case .sound: isWithheld ? .faulty : .built
        case .faulty: .faulty
        case .unsigned: .unsigned
        case .failed: .failed
        }
      }
    return PlanOutcome(
      source: record.source, number: number, count: record.plans.count, kind: kind, title: title,
      unit: unit, digest: record.digest, state: state, renditions: renditions.map(\.rendition),
      stale: former,
      findings: all)
  }
}
