import Bytes
package import Diagnostics

/// How many plans came how far.
package struct BatchTotals: Sendable {
  /// How many plans there are of a kind, a unit or in all.
  package struct Count: Sendable, Equatable {
    /// The plans, by the place of their state in ``PlanOutcome/State/allCases``.
    package var plans = [Int](repeating: 0, count: PlanOutcome.State.allCases.count)
    /// The findings, by the place of their severity in ``Severity/allCases``.
    package var findings = [Int](repeating: 0, count: Severity.allCases.count)
    /// The stale files of plans that are still there and made nothing.
    package var stale = 0
    /// The files that plans once made and make no longer, though they are built.
    package var surplus = 0
    /// The files of plans that are gone.
    package var orphans = 0
    /// The renditions that are there.
    package var renditions = 0

    /// Counts nothing yet.
    package init() {}

    /// The plans of a state.
    package func plans(_ state: PlanOutcome.State) -> Int {
      PlanOutcome.State.allCases.firstIndex(of: state).map { plans[$0] } ?? 0
    }

    /// The findings of a severity.
    package func findings(_ severity: Severity) -> Int {
      Severity.allCases.firstIndex(of: severity).map { findings[$0] } ?? 0
    }

    /// All plans whose files are there.
    var present: Int { plans.reduce(0, +) - plans(.gone) }

    /// Counts a plan.
    package mutating func add(_ outcome: PlanOutcome) {
      for (index, state) in PlanOutcome.State.allCases.enumerated() where state == outcome.state {
        plans[index] += 1
      }
      for finding in outcome.findings {
        for (index, severity) in Severity.allCases.enumerated() where severity == finding.severity {
          findings[index] += 1
        }
      }
      renditions += outcome.state == .built ? outcome.renditions.count : 0
      switch outcome.state {
      case .gone: orphans += outcome.stale.count
      case .built: surplus += outcome.stale.count
      default: stale += outcome.stale.count
      }
    }
  }

  /// Counts by a name of the plans. A plan has mostly the name of the one before it, which then is
  /// not looked up again: that means to normalise and hash it.
  private struct Names {
    private(set) var counts: [String: Count] = [:]
    private var last: Dictionary<String, Count>.Index?

    func isLast(_ name: String) -> Bool {
      last.map { counts[$0].key.hasSameBytes(as: name) } ?? false
    }

    mutating func add(_ outcome: PlanOutcome, to name: String) {
      if !isLast(name) {
        if counts[name] == nil { counts[name] = Count() }
        last = counts.index(forKey: name)
      }
      if let last { counts.values[last].add(outcome) }
    }
  }

  /// All plans.
  package private(set) var all = Count()
  private var byKind = Names()
  private var byUnit = Names()

  /// The plans of each kind.
  package var kinds: [String: Count] { byKind.counts }
  /// The plans of each unit; not more than ``unitLimit`` units are told apart.
  package var units: [String: Count] { byUnit.counts }
  /// How many units are told apart; those beyond are counted together under an empty name.
  static let unitLimit = 20_000

  /// Counts nothing yet.
  package init() {}

  /// Counts a plan.
  package mutating func add(_ outcome: PlanOutcome) {
    all.add(outcome)
    byKind.add(outcome, to: outcome.kind)
    let isOneMore = units.count >= Self.unitLimit && units[outcome.unit] == nil
    byUnit.add(outcome, to: isOneMore ? "" : outcome.unit)
  }
}
