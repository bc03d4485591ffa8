package import Calendars

extension Deadline {
  /// The days by which it is due, up to and including a day.
  ///
  /// A recurrence is due on the last permitted days of each of its periods, within `from` and `to`:
  /// the period's own last day (a week ends on Sunday) unless the words name others; a last
  /// period cut short by `to` ends with it. A day or an interval is due once, on its last day, and
  /// so is a term whose last day is known. What has no day has none here; each working day is
  /// one that is no weekend.
  ///
  /// - Parameter calendar: what knows the n-th working day of a month; without it, and in years that it
  ///   has no data of, such a day is left out.
  package func occurrences(until limit: LocalDate, _ calendar: WorkingCalendar? = nil)
    -> [LocalDate]
  {
    guard kind == .recurrence, let every else {
      let hasDay = kind == .day || kind == .interval || kind == .relative
      return hasDay ? [to].compactMap { $0 }.filter { $0 <= limit } : []
    }
    guard let from else { return [] }
    var result: [LocalDate] = []
    let period = every.period
    var start = period.start(around: from)
    while let first = start, first <= to ?? limit, first <= limit {
      let following = period.start(after: first)
      if let end = following?.adding(days: -1) {
        for due in period.dueDays(from: first, to: end, calendar) {
          let day = every.due.isEmpty ? min(due, to ?? due) : due
          if day >= from, day <= limit, every.mayBe(day) { result.append(day) }
        }
      }
      start = following
    }
    return result
  }

  /// Whether it is due on the n-th working days of months, of which a calendar does not know all.
  package func outlasts(_ calendar: WorkingCalendar?) -> Bool {
    guard let every, let to, every.countsWorkingDays else { return false }
    return calendar?.isWorkingDay(to) == nil
  }

  /// The last permitted day of all: of a yearly duty with a day of its own, that day.
  package var end: LocalDate? {
    guard let every, every.unit == .year, !every.due.isEmpty, let to else { return to }
    return occurrences(until: to.adding(months: 24) ?? to).last ?? to
  }
}

extension Recurrence {
  /// The same with one time in each period, where its times have no days and divide it evenly.
  fileprivate var period: Recurrence {
    guard due.isEmpty, times > 1, let monthsApart else { return self }
    return Recurrence(.month, interval: monthsApart)
  }

  /// Whether it can be due on a day.
  fileprivate func mayBe(_ day: LocalDate) -> Bool { unit != .workingDay || day.weekday < 6 }

  /// The first day of the period that a day lies in.
  fileprivate func start(around date: LocalDate) -> LocalDate? {
    if let months = unit.months {
      let length = 12 % (months * interval) == 0 ? months * interval : months
      let month = (date.month - 1) / length * length + 1
      return LocalDate(year: date.year, month: month, day: 1)
    }
    return unit == .week ? date.adding(days: 1 - date.weekday) : date
  }

  /// The first day of the next period.
  fileprivate func start(after date: LocalDate) -> LocalDate? {
    if let months = unit.months { return date.adding(months: months * interval) }
    return date.adding(days: unit == .week ? 7 * interval : interval)
  }

  /// The last permitted days of a period, in order.
  fileprivate func dueDays(
    from start: LocalDate, to end: LocalDate, _ calendar: WorkingCalendar?
  ) -> [LocalDate] {
    guard !due.isEmpty else { return [end] }
    return due.compactMap { due in
      switch due {
      case .weekday(let day): start.adding(days: day - 1)
      case .day(let day, let months): start.in(monthsLater: months, day: day)
      case .nth(let number, let weekday): start.weekday(weekday, number: number)
      case .workingDay(let number, let months):
        start.in(monthsLater: months, day: number < 0 ? 31 : 1).flatMap {
          calendar?.workingDay(number, from: $0)
        }
      }
    }.sorted()
  }
}

extension LocalDate {
  /// The n-th such day of the week of this day's month, the last for -1; nil where there is none.
  package func weekday(_ weekday: Int, number: Int) -> LocalDate? {
    if number < 0 {
      let last = endOfMonth
      return last.adding(days: -((last.weekday - weekday + 7) % 7))
    }
    guard let first = LocalDate(year: year, month: month, day: 1) else { return nil }
    let day = 1 + (weekday - first.weekday + 7) % 7 + (number - 1) * 7
    return LocalDate(year: year, month: month, day: day)
  }
}
