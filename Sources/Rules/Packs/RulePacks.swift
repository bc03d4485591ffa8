package import Calendars
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
  /// What the rules need, as far as anybody has asked.
  let needs = RuleNeeds()

  /// What a plan must hold for a rule on plans by themselves to find anything in it.
  func need(of rule: Rule) -> RuleNeed { needs.need(of: rule, calls) }

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

  /// How a rule's clause is cited, and where it is published.
  package func citation(of rule: Rule) -> Citation {
    let act = act(of: rule)
    let clause = act?.clauses.first { $0.id == rule.clause }
    let source = clause?.citation ?? act?.citation ?? Message(uk: rule.act, en: rule.act)
    return Citation(
      Message(uk: "\(rule.clause) \(source.uk)", en: "\(rule.clause) \(source.en)"),
      url: clause?.citation == nil ? act?.url : clause?.url)
  }

  /// What reports say of themselves: the acts and rules that plans are judged by.
  ///
  /// - Parameter day: the day whose law judges plans without one of their own.
  package func reportHead(version: String, day: LocalDate?) -> ReportHead {
    var head = ReportHead(version: version, day: day?.iso)
    head.acts = acts.map {
      ReportHead.Act(name: $0.id, title: $0.title, edition: $0.edition, url: $0.url)
    }
    for rule in rules {
      let clause = act(of: rule)?.clauses.first { $0.id == rule.clause }
      guard let summary = clause?.summary ?? rule.why else { continue }
      head.rules[rule.id] = ReportHead.Rule(
        summary: summary, why: rule.why, url: citation(of: rule).url)
    }
    return head
  }
}
