package import Calendars
package import Diagnostics
internal import XPathLanguage

/// A rule of law: a condition on a plan, the clause that sets it, and what is said where it fails.
package struct Rule: Sendable {
  /// The legal force of a rule, which alone decides how much a finding weighs.
  package enum Force: String, Sendable, CaseIterable {
    /// The law demands it: an error.
    case binding
    /// The law recommends it: a warning.
    case recommended
    /// Custom, or good style: a note.
    case custom

    /// The severity of a finding.
    package var severity: Severity {
      switch self {
      case .binding: .error
      case .recommended: .warning
      case .custom: .note
      }
    }
  }

  /// The pack and the name: `nads-217-20-2020/task-count`.
  package var id: String { act + "/" + name }
  /// The name of the act's folder.
  package let act: String
  /// The name of the rule's file.
  package let name: String
  /// The clause of the act.
  package let clause: String
  /// Its legal force.
  package let force: Force
  /// The kinds of plans that it speaks of; empty for all.
  package let kinds: [String]
  /// The first day of the plans that it judges; nil for an open end.
  package let since: LocalDate?
  /// The last day of the plans that it judges; nil for an open end.
  package let until: LocalDate?
  /// The nodes that it speaks of.
  let context: Place
  /// What it looks for in each, a text that is empty where there is none, `$found` to the other
  /// expressions; nil for a rule that looks for nothing in particular.
  let found: Place?
  /// What must be true of each: where it is not written, that nothing is found.
  let assert: Place
  /// Where a finding points, from such a node.
  let at: Place?
  /// How plans are compared with each other, for a rule across plans.
  let batch: Batch?
  /// What is said.
  let message: LocalizedTemplate
  /// How to mend it.
  let help: LocalizedTemplate?
  /// Why the rule is there.
  package let why: Message?
  /// Plans that it finds nothing wrong with.
  package let valid: [RuleExample]
  /// Plans that it finds something wrong with, at the mark.
  package let invalid: [RuleExample]
  /// Why an institution replaced the rule, or switched it off.
  package let reason: Message?
  /// Whether it was switched off.
  package let isOff: Bool
  /// The file that it was read from.
  package let file: SourceFile

  /// An expression and where it stands in the rule's file.
  struct Place: Sendable {
    let expression: XPathExpression
    let start: SourcePosition
  }

  /// A rule across plans: those of one key meet in pairs.
  struct Batch: Sendable {
    /// What brings plans together.
    let key: Place
    /// Which plans the rule judges.
    let this: Place
    /// Which plans they are held against.
    let other: Place
    /// What is taken from each plan, by name: attributes of `this` and `other` in the assertion.
    let facts: [(name: String, value: Place)]
    /// Whether a plan is wrong where there is no other of its key.
    let needsOther: Bool
  }

  /// Whether the rule judges plans of a kind and a day; a plan without a day is judged by the law
  /// that has not lapsed.
  package func applies(to kind: String, on day: LocalDate?) -> Bool {
    speaks(of: kind) && Self.judges(day, from: since, to: until)
  }

  /// Whether the rule judges plans of a kind, on some day.
  func speaks(of kind: String) -> Bool { !isOff && (kinds.isEmpty || kinds.contains(kind)) }

  static func judges(_ day: LocalDate?, from since: LocalDate?, to until: LocalDate?) -> Bool {
    guard let day else { return until == nil }
    return since.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
  }
}
