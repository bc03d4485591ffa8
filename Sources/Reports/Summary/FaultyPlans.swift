internal import Diagnostics

/// The plans that nothing was made of because of errors, as far as a person is told of them: the first
/// with errors of their own, and behind them one for each plan that others refer to and that is wrong.
package struct FaultyPlans: Sendable {
  /// How many are told of.
  package static let limit = 10

  private var causes: [PlanOutcome] = []
  private var others: [(message: Message, first: PlanOutcome, further: Int)] = []

  /// Makes the list of none yet.
  package init() {}

  /// Whether no other plan will be told of.
  package var isFull: Bool { causes.count == Self.limit }

  /// Takes a plan, if it is one of them.
  package mutating func add(_ outcome: PlanOutcome) {
    guard outcome.state == .faulty || outcome.state == .failed, !isFull else { return }
    let errors = outcome.findings.filter { $0.severity == .error }
    guard let first = errors.first, errors.allSatisfy(\.isOfAnother) else {
      return causes.append(outcome)
    }
    if let index = others.firstIndex(where: { $0.message == first.message }) {
      others[index].further += 1
    } else if others.count < Self.limit {
      others.append((first.message, outcome, 0))
    }
  }

  private var shownOthers: ArraySlice<(message: Message, first: PlanOutcome, further: Int)> {
    others.prefix(Self.limit - causes.count)
  }

  /// The plans that are told of.
  package var told: [PlanOutcome] {
    causes
      + shownOthers.map { message, first, further in
        var outcome = first
        outcome.findings = first.findings.map {
          $0.message == message ? $0.told(forFurther: further) : $0
        }
        return outcome
      }
  }

  /// How many plans that tells of.
  package var toldCount: Int { causes.count + shownOthers.reduce(0) { $0 + 1 + $1.further } }
}
