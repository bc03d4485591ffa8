package import Diagnostics
internal import XML

/// What a rule across plans keeps of one plan: all that it takes to hold the plan against others,
/// long after its tree is gone.
package struct BatchFacts: Sendable, Equatable {
  /// The rule's id, with its pack.
  package var rule: String
  /// What brings plans together: those of one rule with the same bytes meet.
  package var key: [UInt8]
  /// Whether the rule judges the plan.
  package var isThis: Bool
  /// Whether others are held against the plan.
  package var isOther: Bool
  /// Whether it is wrong where there is no other plan to hold it against.
  package var needsOther: Bool
  /// The values of the rule's facts, in the rule's order.
  package var values: [String]
  /// Where a finding points.
  package var range: SourceRange
  /// The line at that place, which the finding shows.
  package var excerpt: String
  /// How many characters of the line stand before that.
  package var excerptStart: Int
  /// Why a comment of the plan allows the finding; nil where none does.
  package var allowance: String?

  /// Makes the facts of a plan for a rule.
  package init(
    rule: String, key: [UInt8], isThis: Bool, isOther: Bool, needsOther: Bool = false,
    values: [String], range: SourceRange, excerpt: String, excerptStart: Int = 0, allowance: String?
  ) {
    self.rule = rule
    self.key = key
    self.isThis = isThis
    self.isOther = isOther
    self.needsOther = needsOther
    self.values = values
    self.range = range
    self.excerpt = excerpt
    self.excerptStart = excerptStart
    self.allowance = allowance
  }
}

extension RuleChecker {
  /// What the rules across plans ask of a plan, by rule; only rules that it is a member to.
  package func facts(of plan: CheckedPlan) -> [BatchFacts] {
    var result: [BatchFacts] = []
    let rules = rules(for: plan.kind)
    let texts = rules.shared
    defer { texts.forget() }
    for batch in rules.batch where batch.rule.judges(plan.day) {
      let rule = batch.rule
      let isThis = evaluator.boolean(batch.this, at: plan.root)
      let isOther = evaluator.boolean(batch.other, at: plan.root)
      guard isThis || isOther else { continue }
      let place = rule.at.flatMap { evaluator.first($0, at: plan.root) } ?? plan.root
      let range = plan.range(place)
      let line = range.start.line
      let same = result.first { $0.range.start == range.start }
      let (excerpt, excerptStart) =
        same.map { ($0.excerpt, $0.excerptStart) } ?? plan.source.excerpt(at: range.start)
      result.append(
        BatchFacts(
          rule: rule.id, key: texts.utf8(batch.key, at: plan.root),
          isThis: isThis, isOther: isOther, needsOther: isThis && batch.needsOther,
          values: batch.facts.map { texts.string($0, at: plan.root) },
          range: range, excerpt: excerpt, excerptStart: excerptStart,
          allowance: comments(in: plan.source).allowance(of: rule.id, onLine: line)))
    }
    return result
  }
}
