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
    let day: LocalDate?
    /// The number of the duty.
    let number: Int
  }

  /// The day that it is looked from.
  package let on: LocalDate
  /// The duties.
  package let duties: [Item]
  /// The entries: overdue, ahead, without a day; each by the day and the order of the plans.
  package let entries: [Entry]
  /// The numbers of the duties of which more than ``limit`` days are ahead: the later are left out.
  package let cut: [Int]

  /// How many days ahead of one duty are listed: those of a year, the months of thirty.
  package static let limit = 366

  /// Puts duties in their order.
  ///
  /// - Parameters:
  ///   - on: the day to look from; what was due before is overdue, a recurrence by its last time.
  ///   - until: the last day to look at. Without it, what recurs by months is shown to the end of
  ///     its plan, and what recurs more often, or without an end, by its next time.
  ///   - calendar: what knows working days, of which a deadline may speak.
  package init(
    of duties: [Item], on: LocalDate, until: LocalDate?, _ calendar: WorkingCalendar? = nil
  ) {
    self.on = on
    self.duties = duties
    var overdue: [Entry] = []
    var ahead: [Entry] = []
    var undated: [Entry] = []
    var cut: [Int] = []
    for (number, item) in duties.enumerated() {
      let days =
        item.duty.deadline.map { Self.days(of: $0, from: on, until: until, calendar) } ?? []
      let entry = { Entry(state: $0, day: $1, number: number) }
      if let last = days.last(where: { $0 < on }) { overdue.append(entry(.overdue, last)) }
      let next = days.filter { $0 >= on && $0 <= until ?? $0 }
      ahead += next.prefix(Self.limit).map { entry(.ahead, $0) }
      if next.count > Self.limit { cut.append(number) }
      let isCutShort = item.duty.deadline?.outlasts(calendar) ?? false
      if days.isEmpty || isCutShort { undated.append(entry(.undated, nil)) }
    }
    entries = Self.ordered(overdue) + Self.ordered(ahead) + undated
    self.cut = cut
  }

  /// The last permitted days of a deadline that are worth a line each, and some more than ``limit``
  /// where there are more.
  private static func days(
    of deadline: Deadline, from on: LocalDate, until: LocalDate?, _ calendar: WorkingCalendar?
  ) -> [LocalDate] {
    guard let every = deadline.every else { return [deadline.to].compactMap { $0 } }
    let end = deadline.to ?? on.adding(months: 12 * 12) ?? on
    let last = max(until ?? on, end.adding(months: 24) ?? end)
    let enough = every.end(of: limit + 1, from: max(on, deadline.from ?? on)) ?? last
    let days = deadline.occurrences(until: min(last, enough), calendar)
    if until != nil || deadline.to != nil && every.unit.months != nil { return days }
    return days.filter { $0 < on }.suffix(1) + days.filter { $0 >= on }.prefix(1)
  }

  private static func ordered(_ entries: [Entry]) -> [Entry] {
    entries.sorted { left, right in
      guard let day = left.day, let other = right.day, day != other else {
        return left.number < right.number
      }
      return day < other
    }
  }
}

extension Recurrence {
  /// A day by which so many of its periods are over that begin after a day.
  fileprivate func end(of count: Int, from day: LocalDate) -> LocalDate? {
    if let months = unit.months { return day.adding(months: months * interval * (count + 1)) }
    return day.adding(days: (unit == .week ? 7 : 1) * interval * (count + 1))
  }
}
