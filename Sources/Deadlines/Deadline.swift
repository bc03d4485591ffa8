package import Calendars

/// What one phrase of a deadline means in a plan: who reads it needs no grammar any more.
package struct Deadline: Sendable, Equatable {
  /// What sort of deadline it is.
  package enum Kind: String, Sendable, CaseIterable {
    /// One day: `from` and `to` are the same; or only a last permitted day, `to`.
    case day
    /// A stretch of days, `from` and `to` included; open where one of them is nil.
    case interval
    /// A thing due again and again, `every` so often.
    case recurrence
    /// A standing duty, without a day.
    case standing
    /// Due when something happens that no calendar knows: `text` says what.
    case condition
    /// Due a term before or after an event: `text` names it; `to` is its last day where the plan
    /// knows the event's.
    case relative
  }

  /// What sort of deadline it is.
  package var kind: Kind
  /// The first day; nil where the words name none.
  package var from: LocalDate?
  /// The last permitted day; nil where the words name none.
  package var to: LocalDate?
  /// How often a recurrence is due.
  package var every: Recurrence?
  /// The term of a relative deadline.
  package var term: Term?
  /// The words of the condition or event as they were written; empty for the other kinds.
  package var text = ""
  /// What the deadline is for, where the phrase itself says it: «звіт – до 1 березня».
  package var subject = ""
  /// The place of the words: offsets in Unicode scalars.
  package var range: Range<Int>

  /// Makes a deadline of its parts.
  package init(
    kind: Kind, from: LocalDate? = nil, to: LocalDate? = nil, every: Recurrence? = nil,
    term: Term? = nil, range: Range<Int>
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.every = every
    self.term = term
    self.range = range
  }
}

extension Deadline {
  /// The last permitted day of something, and the first one where it has one.
  package init(from: LocalDate?, to: LocalDate) {
    self.init(kind: from == nil ? .day : .interval, from: from, to: to, range: 0..<0)
  }
}
