package import Diagnostics
internal import XML

/// All acts and rules of the template folders.
package struct RulePacks: Sendable {
  /// The acts, by name.
  package let acts: [Act]
  /// The rules, by act and name; those switched off are among them.
  package let rules: [Rule]

  /// A rule that was not read, since it speaks of other kinds than were asked for.
  struct Skipped: Sendable {
    let id: String
    let isBatch: Bool

    /// Its name without its pack.
    var name: String { String(id[id.index(after: id.lastIndex(of: "/") ?? id.startIndex)...]) }
  }

  /// The rules that were not read.
  let skipped: [Skipped]

  /// The functions that the rules may call.
  let functions: [XPathFunction]
  /// The literals in the rules' calls of them.
  let calls: XPathTextCalls

  /// The act of a rule.
  package func act(of rule: Rule) -> Act? { acts.first { $0.id == rule.act } }

  /// The packs with one rule only, for those who want to know what it alone finds.
  package func limited(to rule: Rule) -> RulePacks {
    RulePacks(acts: acts, rules: [rule], skipped: [], functions: functions, calls: calls)
  }

  /// The rules of that name, with or without their pack.
  package func rules(named name: String) -> [Rule] {
    rules.filter { $0.id == name || $0.name == name }
  }

  /// The names of all rules, with and without their pack, and whether any rule of that name is across
  /// plans.
  var areAcrossPlans: [String: Bool] {
    let own = rules.flatMap { [($0.name, $0.batch != nil), ($0.id, $0.batch != nil)] }
    let others = skipped.flatMap { [($0.name, $0.isBatch), ($0.id, $0.isBatch)] }
    return Dictionary(own + others) { $0 || $1 }
  }

  /// The names of all rules, with and without their pack.
  var names: [String] {
    rules.flatMap { [$0.name, $0.id] } + skipped.flatMap { [$0.name, $0.id] }
  }

  /// What answers a clause: what the act says, and the rules that cite it.
  package func answers(to clause: Act.Clause, of act: Act) -> [Act.Answer] {
    let citing = rules.filter { $0.act == act.id && $0.clause == clause.id }.map {
      Act.Answer.rule($0.name)
    }
    return clause.answers + citing.filter { !clause.answers.contains($0) }
  }

  /// How a rule's clause is cited.
  package func citation(of rule: Rule) -> Message {
    let act = act(of: rule)
    let source =
      act?.clauses.first { $0.id == rule.clause }?.citation ?? act?.citation
      ?? Message(uk: rule.act, en: rule.act)
    return Message(uk: "\(rule.clause) \(source.uk)", en: "\(rule.clause) \(source.en)")
  }
}
