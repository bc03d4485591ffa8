internal import Calendars
package import Diagnostics

/// The rules explained, from the rules themselves: for the terminal and as Markdown.
package struct RuleDocumentation: Sendable {
  private let packs: RulePacks
  private let language: Language

  /// Makes the documentation of packs in a language.
  package init(packs: RulePacks, language: Language) {
    self.packs = packs
    self.language = language
  }

  /// A line for every rule: its weight, its name, what it says.
  package func list() -> String {
    packs.rules.map { rule in
      let state = rule.isOff ? " (\(say("вимкнено", "off")))" : ""
      return "\(name(of: rule.force))  \(rule.id)\(state)\n    \(rule.clause)"
        + (rule.why.map { ": \($0[language])" } ?? "") + "\n"
    }.joined()
  }

  /// All rules in Markdown, by act.
  package func book() -> String {
    var text =
      "<!-- \(say("Створено з правил; не редагуйте.", "Made from the rules; do not edit.")) -->\n"
    text += "# \(say("Правила", "Rules"))\n"
    for act in packs.acts {
      let rules = packs.rules.filter { $0.act == act.id }
      text += "\n## \(act.title[language])\n"
      let checked = act.checked.map { ", \(say("звірено", "checked")) \($0.iso)" } ?? ""
      text +=
        "\n\(act.edition[language])\(checked); \(say("достовірність", "confidence")): \(sureness(act.confidence))\n"
      for rule in rules { text += "\n" + page(of: rule, asMarkdown: true) }
    }
    return text
  }

  /// One rule: law, clause, force, dates, why, a good and a bad example.
  package func page(of rule: Rule, asMarkdown: Bool) -> String {
    let citation = packs.citation(of: rule)[language]
    var lines: [String] = [asMarkdown ? "### \(rule.id)" : rule.id, ""]
    if let why = rule.why { lines += [why[language], ""] }
    var facts = [
      (say("норма", "law"), citation), (say("сила", "force"), name(of: rule.force)),
    ]
    let kinds = rule.kinds.isEmpty ? say("усі", "all") : rule.kinds.joined(separator: ", ")
    facts.append((say("види планів", "kinds of plans"), kinds))
    if let since = rule.since { facts.append((say("діє з", "since"), since.iso)) }
    if let until = rule.until { facts.append((say("діяло до", "until"), until.iso)) }
    if let reason = rule.reason {
      facts.append(
        (
          say(rule.isOff ? "вимкнено" : "замінено", rule.isOff ? "switched off" : "replaced"),
          reason[language]
        ))
    }
    let clause = packs.act(of: rule)?.clauses.first { $0.id == rule.clause }
    if let sureness = clause?.confidence ?? packs.act(of: rule)?.confidence, !sureness.isEmpty {
      facts.append((say("достовірність", "confidence"), self.sureness(sureness)))
    }
    lines += facts.map { asMarkdown ? "- **\($0.0)**: \($0.1)" : "  \($0.0): \($0.1)" }
    for (title, examples) in [
      (say("правильно", "good"), rule.valid), (say("неправильно", "bad"), rule.invalid),
    ] {
      guard let example = examples.first else { continue }
      lines += ["", asMarkdown ? "\(title.capitalizedFirst):" : "  \(title):", ""]
      if asMarkdown { lines.append("```yaml") }
      lines += example.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { asMarkdown ? String($0) : "    \($0)" }
        .dropLastEmpty()
      if asMarkdown { lines.append("```") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every clause of every act, with what answers it.
  package func coverage() -> String {
    packs.acts.map { act in
      "\(act.title[language])\n"
        + act.clauses.map { clause in
          let answers = packs.answers(to: clause, of: act).map(text).joined(separator: "; ")
          let missing = say("БЕЗ ВІДПОВІДІ", "UNANSWERED")
          let sureness =
            clause.confidence.map {
              " [\(say("достовірність", "confidence")): \(self.sureness($0))]"
            }
            ?? ""
          return "  \(clause.id): \(clause.summary[language])\(sureness)\n"
            + "    → \(answers.isEmpty ? missing : answers)\n"
        }.joined()
    }.joined(separator: "\n")
  }

  private func text(_ answer: Act.Answer) -> String {
    switch answer {
    case .rule(let name): "\(say("правило", "rule")) \(name)"
    case .schema(let name): "\(say("схема", "schema")) \(name)"
    case .form(let name): "\(say("форма", "form")) \(name)"
    case .command(let name): "\(say("команда", "command")) \(name)"
    case .none(let reason): "\(say("не для програми", "not for a program")): \(reason[language])"
    }
  }

  private func name(of force: Rule.Force) -> String {
    switch force {
    case .binding: say("обов’язкове", "binding")
    case .recommended: say("рекомендоване", "recommended")
    case .custom: say("звичай", "custom")
    }
  }

  private func sureness(_ word: String) -> String {
    switch word {
    case "high": say("висока", word)
    case "medium": say("середня", word)
    case "low": say("низька", word)
    default: word
    }
  }

  private func say(_ uk: String, _ en: String) -> String { language == .uk ? uk : en }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension [String] {
  fileprivate func dropLastEmpty() -> [String] {
    last.map { $0.allSatisfy { $0 == " " } } == true ? dropLast() : self
  }
}
