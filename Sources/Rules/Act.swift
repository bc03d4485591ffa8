public import Deadlines
public import Diagnostics

/// An act of law, and the clauses that answer for what Pysar checks and makes.
public struct Act: Sendable {
  /// The name of its folder: `nads-217-20-2020`.
  public let id: String
  /// What it is called.
  public let title: Message
  /// How a clause of it is cited, behind the clause: «Методичних рекомендацій, затверджених …».
  public let citation: Message
  /// The first day on which it is in force; nil for an open end.
  public let since: LocalDate?
  /// The last day on which it is in force; nil for an open end.
  public let until: LocalDate?
  /// Which edition the rules speak of.
  public let edition: Message
  /// When the rules were last compared with that edition.
  public let checked: LocalDate?
  /// How sure the facts are: `high`, `medium` or `low`.
  public let confidence: String
  /// The clauses, in the order of the act.
  public let clauses: [Clause]

  /// A clause of an act in our own words, and what answers it.
  public struct Clause: Sendable {
    /// Its place in the act: `розд. III, п. 2`.
    public let id: String
    /// What it says, in our own words.
    public let summary: Message
    /// How sure this fact is, where it is surer or less sure than the act as a whole.
    public let confidence: String?
    /// How it is cited, behind its place, where not as the act is: a custom stands in no act.
    public let citation: Message?
    /// What of Pysar answers it, besides the rules that cite it.
    public let answers: [Answer]
  }

  /// What answers a clause.
  public enum Answer: Sendable, Equatable {
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
