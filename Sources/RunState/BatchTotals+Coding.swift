internal import Diagnostics
internal import Reports

/// How a count stands among a run's records.
extension BatchTotals.Count {
  func write(_ writer: inout ByteWriter) {
    writer.write(plans) { $0.write($1) }
    writer.write(findings) { $0.write($1) }
    for number in [stale, surplus, orphans, renditions] { writer.write(number) }
  }

  init(_ reader: inout ByteReader) throws(BuildStateFault) {
    self.init()
    plans = try reader.list { reader throws(BuildStateFault) in try reader.number() }
    findings = try reader.list { reader throws(BuildStateFault) in try reader.number() }
    stale = try reader.number()
    surplus = try reader.number()
    orphans = try reader.number()
    renditions = try reader.number()
    guard plans.count == PlanOutcome.State.allCases.count,
      findings.count == Severity.allCases.count
    else { throw .damaged }
  }
}
