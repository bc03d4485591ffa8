package import Diagnostics
internal import XML

/// Holds the plans of a batch against each other by the rules across plans; it belongs to one task.
///
/// Plans meet that have the same key for the same rule. A meeting costs what its different plans
/// cost: those that tell the assertion the same facts are held against each other once.
package final class BatchJudge {
  /// A plan at a meeting.
  package struct Party: Sendable {
    /// What the caller knows the plan by.
    package var plan: Int
    /// The name of its file.
    package var file: String
    /// What it says to the meeting's rule.
    package var facts: BatchFacts

    /// Makes a party.
    package init(plan: Int, file: String, facts: BatchFacts) {
      self.plan = plan
      self.file = file
      self.facts = facts
    }
  }

  private let checker: RuleChecker
  private let pairLimit: Int
  private var rules: [String: PairRule] = [:]

  /// Makes a judge that uses a checker's rules.
  package convenience init(_ checker: RuleChecker) {
    self.init(checker, pairLimit: 5_000_000)
  }

  /// Makes a judge that looks at so many pairs of a meeting at most, by default some seconds' worth
  /// and more than a lawful batch needs; a rule that has more is broken.
  package init(_ checker: RuleChecker, pairLimit: Int) {
    self.checker = checker
    self.pairLimit = pairLimit
  }

  /// What a rule finds wrong between the plans that share its key, each with the plan to blame, in
  /// the order of the parties. A plan is found wrong once, against the first other.
  package func findings(in meeting: [Party]) -> [(plan: Int, finding: Diagnostic)] {
    guard meeting.count > 1, let rule = rule(named: meeting[0].facts.rule) else { return [] }
    var session = BatchMeeting(meeting, rule, pairsLeft: pairLimit)
    var found: [(plan: Int, finding: Diagnostic)] = []
    for this in meeting where this.facts.isThis {
      switch session.verdict(on: this) {
      case .right: break
      case .wrong(let other): found.append((this.plan, finding(this, meeting[other], rule)))
      case .endless:
        found.append((this.plan, checker.endless(rule.ready.rule)))
        return found
      }
    }
    return found
  }

  private func rule(named id: String) -> PairRule? {
    if let known = rules[id] { return known }
    let rule = checker.packs.rules.first { $0.id == id && !$0.isOff && $0.batch != nil }
    rules[id] = rule.map { PairRule($0, checker.evaluator) }
    return rules[id]
  }

  private func finding(_ this: Party, _ other: Party, _ rule: PairRule) -> Diagnostic {
    rule.setThis(this.facts.values)
    rule.setOther(other.facts.values)
    let source = SourceFile(name: this.file, bytes: [])
    var finding = checker.finding(rule.ready, in: source, at: this.facts.range) {
      checker.evaluator.string($0, at: rule.pair)
    }
    finding.excerpt = this.facts.excerpt
    finding.other = Diagnostic.Place(file: other.file, range: other.facts.range)
    return this.facts.allowance.map { AllowComments.silenced(finding, $0) } ?? finding
  }
}

extension BatchJudge {
  /// What the rules find wrong between plans, each given by its file's name and its facts: by rule,
  /// key and the order of the plans.
  package func findings(between plans: [(file: String, facts: [BatchFacts])]) -> [Diagnostic] {
    var meetings: [String: [[UInt8]: [Party]]] = [:]
    for (index, plan) in plans.enumerated() {
      for facts in plan.facts {
        meetings[facts.rule, default: [:]][facts.key, default: []].append(
          Party(plan: index, file: plan.file, facts: facts))
      }
    }
    return meetings.sorted { $0.key < $1.key }.flatMap { _, meetings in
      meetings.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .flatMap { findings(in: $0.value).map(\.finding) }
    }
  }
}
