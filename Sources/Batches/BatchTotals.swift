public import Diagnostics

/// How many plans came how far.
public struct BatchTotals: Sendable, Equatable {
  /// How many plans there are of a kind, a unit or in all.
  public struct Count: Sendable, Equatable {
    /// The plans, by the place of their state in ``PlanOutcome/State/allCases``.
    public private(set) var plans = [Int](repeating: 0, count: PlanOutcome.State.allCases.count)
    /// The findings, by the place of their severity in ``Severity/allCases``.
    public private(set) var findings = [Int](repeating: 0, count: Severity.allCases.count)
    /// The stale files of plans that are still there and made nothing.
    public internal(set) var stale = 0
    /// The files that plans once made and make no longer, though they are built.
    public internal(set) var surplus = 0
    /// The files of plans that are gone.
    public internal(set) var orphans = 0
    /// The renditions that are there.
    public internal(set) var renditions = 0

    /// Counts nothing yet.
    public init() {}

    /// The plans of a state.
    public func plans(_ state: PlanOutcome.State) -> Int {
      PlanOutcome.State.allCases.firstIndex(of: state).map { plans[$0] } ?? 0
    }

    /// The findings of a severity.
    public func findings(_ severity: Severity) -> Int {
      Severity.allCases.firstIndex(of: severity).map { findings[$0] } ?? 0
    }

    /// All plans whose files are there.
    public var present: Int { plans.reduce(0, +) - plans(.gone) }

    mutating func add(_ outcome: PlanOutcome) {
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

  /// All plans.
  public private(set) var all = Count()
  /// The plans of each kind.
  public private(set) var kinds: [String: Count] = [:]
  /// The plans of each unit; not more than ``unitLimit`` units are told apart.
  public private(set) var units: [String: Count] = [:]
  /// How many units are told apart; those beyond are counted together under an empty name.
  public static let unitLimit = 20_000

  /// Counts nothing yet.
  public init() {}

  /// Counts a plan.
  public mutating func add(_ outcome: PlanOutcome) {
    all.add(outcome)
    kinds[outcome.kind, default: Count()].add(outcome)
    let unit = units[outcome.unit] == nil && units.count >= Self.unitLimit ? "" : outcome.unit
    units[unit, default: Count()].add(outcome)
  }
}

extension BatchTotals.Count {
  func write(_ writer: inout ByteWriter) {
    writer.write(plans) { $0.write($1) }
    writer.write(findings) { $0.write($1) }
    for number in [stale, surplus, orphans, renditions] { writer.write(number) }
  }

  init(_ reader: inout ByteReader) throws(LedgerFault) {
    plans = try reader.list { reader throws(LedgerFault) in try reader.number() }
    findings = try reader.list { reader throws(LedgerFault) in try reader.number() }
    stale = try reader.number()
    surplus = try reader.number()
    orphans = try reader.number()
    renditions = try reader.number()
    guard plans.count == PlanOutcome.State.allCases.count,
      findings.count == Severity.allCases.count
    else { throw .damaged }
  }
}
