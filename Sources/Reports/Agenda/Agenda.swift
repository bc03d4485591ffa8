package import Calendars
internal import Deadlines
package import Plans

/// Duties by the day they are due: what is overdue, what is to come, what has no day.
package struct Agenda: Sendable {
  /// A duty and the file that its plan stands in.
  package typealias Item = (file: String, duty: Duty)

  /// Where an entry stands.
  package enum State: String, Sendable {
    case overdue, ahead, undated
  }

  /// A duty on one of the days by which it is due, or without a day.
  package struct Entry: Sendable {
    /// Where it stands.
    package let state: State
    /// The day; nil for what has none.
    package let day: LocalDate?
    /// The plan's file.
    package let file: String
    /// The duty.
    package let duty: Duty
  }

  /// The day that it is looked from.
  package let on: LocalDate
  /// The entries: overdue, ahead, without a day; each by the day and the order of the plans.
  package let entries: [Entry]

  /// Puts duties in their order.
  ///
  /// - Parameters:
  ///   - on: the day to look from; what was due before is overdue, a recurrence by its last time.
  ///   - until: the last day to look at. Without it, what recurs by months is shown to the end of
  ///     its plan, and what recurs more often, or without an end, by its next time.
  package init(of duties: [Item], on: LocalDate, until: LocalDate?) {
    self.on = on
    var overdue: [Entry] = []
    var ahead: [Entry] = []
    var undated: [Entry] = []
    for (file, duty) in duties {
      let days = duty.deadline.map { Self.days(of: $0, from: on, until: until) } ?? []
      let entry = { Entry(state: $0, day: $1, file: file, duty: duty) }
      if let last = days.last(where: { $0 < on }) { overdue.append(entry(.overdue, last)) }
      ahead += days.filter { $0 >= on && $0 <= until ?? $0 }.map { entry(.ahead, $0) }
      if days.isEmpty { undated.append(entry(.undated, nil)) }
    }
    entries = Self.ordered(overdue) + Self.ordered(ahead) + undated
  }

  /// The last permitted days of a deadline that are worth a line each.
  private static func days(of deadline: Deadline, from on: LocalDate, until: LocalDate?)
    -> [LocalDate]
  {
    guard let every = deadline.every else { return [deadline.to].compactMap { $0 } }
    let end = deadline.to ?? on.adding(months: 12 * 12) ?? on
    let days = deadline.occurrences(until: max(until ?? on, end.adding(months: 24) ?? end))
    if until != nil || deadline.to != nil && every.unit.months != nil { return days }
    return days.filter { $0 < on }.suffix(1) + days.filter { $0 >= on }.prefix(1)
  }

  private static func ordered(_ entries: [Entry]) -> [Entry] {
    entries.enumerated().sorted { left, right in
      (left.element.day ?? .distant, left.offset) < (right.element.day ?? .distant, right.offset)
    }.map(\.element)
  }
}

extension LocalDate {
  fileprivate static let distant = LocalDate(year: 9999, month: 12, day: 31) ?? endless

  private static var endless: LocalDate { preconditionFailure("the calendar has this day") }
}
