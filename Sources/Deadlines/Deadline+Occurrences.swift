extension Deadline {
  /// The days by which it is due, up to and including a day.
  ///
  /// A recurrence is due on the last permitted day of each of its periods, within `from` and `to`:
  /// the period's own last day (a week ends on Sunday) unless the words name another; a last
  /// period cut short by `to` ends with it. A day or an interval is due once, on its last day.
  /// What has no day has none here.
  package func occurrences(until limit: LocalDate) -> [LocalDate] {
    guard kind == .recurrence, let every else {
      return kind == .day || kind == .interval ? [to].compactMap { $0 }.filter { $0 <= limit } : []
    }
    guard let from else { return [] }
    var result: [LocalDate] = []
    var start = every.start(around: from)
    while let period = start, period <= to ?? limit, period <= limit {
      let following = every.start(after: period)
      if let end = following?.adding(days: -1), let due = every.dueDay(from: period, to: end) {
        let day = every.due == nil ? min(due, to ?? due) : due
        if day >= from, day <= limit { result.append(day) }
      }
      start = following
    }
    return result
  }
}

extension Recurrence {
  /// The first day of the period that a day lies in.
  fileprivate func start(around date: LocalDate) -> LocalDate? {
    if let months = unit.months {
      let month = (date.month - 1) / months * months + 1
      return LocalDate(year: date.year, month: month, day: 1)
    }
    return unit == .week ? date.adding(days: 1 - date.weekday) : date
  }

  /// The first day of the next period.
  fileprivate func start(after date: LocalDate) -> LocalDate? {
    if let months = unit.months { return date.adding(months: months * interval) }
    return date.adding(days: unit == .week ? 7 * interval : interval)
  }

  /// The last permitted day of a period.
  fileprivate func dueDay(from start: LocalDate, to end: LocalDate) -> LocalDate? {
    switch due {
    case nil: end
    case .weekday(let day): start.adding(days: day - 1)
    case .day(let day, let months): start.in(monthsLater: months, day: day)
    }
  }
}
