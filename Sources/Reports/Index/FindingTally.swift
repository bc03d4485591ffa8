import Diagnostics

/// How often each sort of finding was found, and in how many plans.
struct FindingTally {
  /// One sort of finding.
  struct Cause {
    var severity: Severity
    var findings = 0
    var plans = 0
    /// The first of them, as an example.
    var example: Diagnostic
    fileprivate var lastPlan = -1
  }

  private let limit: Int
  private var causes: [String: Cause] = [:]
  private var plan = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts the findings of a plan.
  mutating func add(_ findings: [Diagnostic]) {
    plan += 1
    for finding in findings {
      if causes[finding.code] == nil {
        guard causes.count < limit else { continue }
        causes[finding.code] = Cause(severity: finding.severity, example: finding)
      }
      count(finding, in: &causes[finding.code])
    }
  }

  private func count(_ finding: Diagnostic, in cause: inout Cause?) {
    cause?.findings += 1
    if cause?.lastPlan != plan { cause?.plans += 1 }
    cause?.lastPlan = plan
    if let severity = cause?.severity { cause?.severity = max(severity, finding.severity) }
  }

  /// The sorts that weigh most first, and of these the most frequent.
  var sorted: [Cause] {
    causes.sorted { left, right in
      let (a, b) = (left.value, right.value)
      if a.severity != b.severity { return a.severity > b.severity }
      if a.plans != b.plans { return a.plans > b.plans }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }.map(\.value)
  }
}
