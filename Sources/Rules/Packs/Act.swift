package import Calendars
package import Diagnostics

/// An act of law, and the clauses that answer for what Pysar checks and makes.
package struct Act: Sendable {
  /// The name of its folder: `nads-217-20-2020`.
  package let id: String
  /// What it is called.
  package let title: Message
  /// How a clause of it is cited, behind the clause: «Методичних рекомендацій, затверджених …».
  package let citation: Message
  /// Where it is published; nil where no address is known.
  package let url: String?
  /// The first day on which it is in force; nil for an open end.
  package let since: LocalDate?
  /// The last day on which it is in force; nil for an open end.
  package let until: LocalDate?
  /// Which edition the rules speak of.
  package let edition: Message
  /// When the rules were last compared with that edition.
  package let checked: LocalDate?
  /// How sure the facts are: `high`, `medium` or `low`.
  package let confidence: String
  /// The clauses, in the order of the act.
  package let clauses: [Clause]
  /// The patterns that its rules share, by the name that they have in expressions: `$name`.
  package let patterns: [String: String]

  /// A clause of an act in our own words, and what answers it.
  package struct Clause: Sendable {
    /// Its place in the act: `розд. III, п. 2`.
    package let id: String
    /// What it says, in our own words.
    package let summary: Message
    /// How sure this fact is, where it is surer or less sure than the act as a whole.
    package let confidence: String?
    /// How it is cited, behind its place, where not as the act is: a custom stands in no act.
    package let citation: Message?
    /// Where that is published, where not with the act.
    package let url: String?
    /// What of Pysar answers it, besides the rules that cite it.
    package let answers: [Answer]
  }

  /// What answers a clause.
  package enum Answer: Sendable, Equatable {
    /// A rule of the pack, by its name.
    case rule(String)
    /// The schema of a kind.
    case schema(String)
    /// A form of a kind.
    case form(String)
    /// A command.
    case command(String)
    /// Nothing that a program could do, and why.
    case none(Message)
  }
}
