package import Diagnostics
internal import XML

/// Holds the plans of a batch against each other by the rules across plans; it belongs to one task.
///
/// Plans meet that have the same key for the same rule. A group costs what its different plans
/// cost: those that tell the assertion the same facts are held against each other once.
package final class CrossPlanChecker {
  /// A plan at a group.
  package struct Member: Sendable {
    /// What the caller knows the plan by.
    package var plan: Int
    /// The name of its file.
    package var file: String
    /// What it says to the group's rule.
    package var facts: BatchFacts

    /// Makes a member.
    package init(plan: Int, file: String, facts: BatchFacts) {
      self.plan = plan
      self.file = file
      self.facts = facts
    }
  }

  private let checker: RuleChecker
  private let pairLimit: Int
  private var rules: [String: PairRule] = [:]

  /// Makes a checker that uses a checker's rules.
  package convenience init(_ checker: RuleChecker) {
    self.init(checker, pairLimit: 2_000_000)
  }

  /// Makes a checker that looks at so many pairs of a group at most, by default some seconds' worth
  /// and more than a lawful batch needs; a rule that has more is broken.
  package init(_ checker: RuleChecker, pairLimit: Int) {
    self.checker = checker
    self.pairLimit = pairLimit
  }

  /// What a rule finds wrong between the plans that share its key, each with the plan to blame, in
  /// the order of the members. A plan is found wrong once, against the first other, or because there
  /// is none where the rule needs one.
  package func findings(in group: [Member]) -> [(plan: Int, finding: Diagnostic)] {
    guard group.count > 1 || group.contains(where: \.facts.needsOther),
      let rule = rule(named: group[0].facts.rule)
    else { return [] }
    var session = PlanGroup(group, rule, pairsLeft: pairLimit)
    var found: [(plan: Int, finding: Diagnostic)] = []
    for this in group where this.facts.isThis {
      if this.facts.needsOther,
        !group.contains(where: { $0.facts.isOther && $0.plan != this.plan })
      {
        found.append((this.plan, finding(this, nil, rule)))
        continue
      }
      switch session.outcome(on: this) {
      case .right: break
      case .wrong(let other): found.append((this.plan, finding(this, group[other], rule)))
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

  private func finding(_ this: Member, _ other: Member?, _ rule: PairRule) -> Diagnostic {
    rule.setThis(this.facts.values)
    rule.setOther(other?.facts.values ?? this.facts.values.map { _ in "" })
    let source = SourceFile(name: this.file, bytes: [])
    var finding = checker.finding(rule.ready, in: source, at: this.facts.range) {
      checker.evaluator.string($0, at: rule.pair)
    }
    finding.excerpt = this.facts.excerpt
    finding.excerptStart = this.facts.excerptStart
    finding.other = other.map { Diagnostic.Place(file: $0.file, range: $0.facts.range) }
    return this.facts.allowance.map { AllowComments.silenced(finding, $0) } ?? finding
  }
}

extension CrossPlanChecker {
  /// What the rules find wrong between plans, each given by its file's name and its facts: by rule,
  /// key and the order of the plans.
  package func findings(between plans: [(file: String, facts: [BatchFacts])]) -> [Diagnostic] {
    var groups: [String: [[UInt8]: [Member]]] = [:]
    for (index, plan) in plans.enumerated() {
      for facts in plan.facts {
        groups[facts.rule, default: [:]][facts.key, default: []].append(
          Member(plan: index, file: plan.file, facts: facts))
      }
    }
    return groups.sorted { $0.key < $1.key }.flatMap { _, groups in
      groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .flatMap { findings(in: $0.value).map(\.finding) }
    }
  }
}
