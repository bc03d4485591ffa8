internal import Calendars
internal import Deadlines

/// When an event of an iCalendar takes place: its first day, and a rule or a list for the others.
struct ICalendarTimes {
  /// DTSTART.
  let first: LocalDate
  /// RRULE, where a rule can say it.
  let rule: String?
  /// RDATE, where none can.
  let others: [LocalDate]

  /// The days of a deadline up to a last one, or nil where it has none.
  init?(_ deadline: Deadline, until: LocalDate? = nil, _ calendar: WorkingCalendar? = nil) {
    guard let start = deadline.from ?? deadline.to,
      let limit = (deadline.to ?? start).adding(months: deadline.to == nil ? 1200 : 60)
    else { return nil }
    let days = deadline.occurrences(until: min(limit, until ?? limit), calendar)
    guard let first = days.first, let last = days.last else { return nil }
    self.first = first
    guard days.count > 1, let every = deadline.every?.evenly,
      let frequency = every.frequency(from: first), days == every.days(from: first, to: last)
    else {
      (rule, others) = (nil, Array(days.dropFirst()))
      return
    }
    let isEndless = deadline.to == nil && until == nil
    rule = frequency + (isEndless ? "" : ";UNTIL=" + last.basic)
    others = []
  }
}

extension Recurrence {
  /// The same with one time in each period; nil where there are more, which no rule here says.
  fileprivate var evenly: Recurrence? {
    if times == 1 { return due.count < 2 ? self : nil }
    return due.isEmpty ? monthsApart.map { Recurrence(.month, interval: $0) } : nil
  }

  /// The rule without its end, or nil where no rule says the same: the 30th of each month.
  fileprivate func frequency(from first: LocalDate) -> String? {
    if unit == .workingDay { return rules.first }
    if case .workingDay? = due.first { return nil }
    guard let months = unit.months else {
      let count = interval == 1 ? "" : ";INTERVAL=\(interval)"
      return (unit == .week ? "FREQ=WEEKLY" : "FREQ=DAILY") + count
    }
    let monthDay: Int
    switch due.first {
    case .day(let day, _)? where day <= 28: monthDay = day
    case .day(31, _)?, nil: monthDay = -1
    default: return nil
    }
    let count = months * interval
    let step = count % 12 == 0 ? count / 12 : count
    let interval = step == 1 ? "" : ";INTERVAL=\(step)"
    return count % 12 == 0
      ? "FREQ=YEARLY\(interval);BYMONTH=\(first.month);BYMONTHDAY=\(monthDay)"
      : "FREQ=MONTHLY\(interval);BYMONTHDAY=\(monthDay)"
  }

  /// The days that the rule gives.
  fileprivate func days(from first: LocalDate, to last: LocalDate) -> [LocalDate] {
    var result: [LocalDate] = []
    var index = 0
    while true {
      let day: LocalDate?
      if let months = unit.months {
        let isEnd = if case .day(let day, _)? = due.first { day == 31 } else { true }
        day = first.in(monthsLater: index * months * interval, day: isEnd ? 31 : first.day)
      } else {
        day = first.adding(days: index * interval * (unit == .week ? 7 : 1))
      }
      guard let day, day <= last else { return result }
      if unit != .workingDay || day.weekday < 6 { result.append(day) }
      index += 1
    }
  }
}

extension LocalDate {
  /// The day as iCalendar writes it: `20211115`.
  var basic: String { iso.filter { $0 != "-" } }
}
