extension LocalDate {
  /// The number of the day, counted from 1 January 1970, which is 0.
  package var dayNumber: Int {
    let shiftedYear = month > 2 ? year : year - 1
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Makes the day with a number; nil outside the years 1000 to 9999.
  package init?(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    guard (0...3_700_000).contains(shifted) else { return nil }
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = shifted / 146_097 * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week as ISO 8601 counts: Monday is 1, Sunday 7.
  package var weekday: Int {
    let fromMonday = (dayNumber + 3) % 7
    return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
  }

  /// The quarter of the year, from 1 to 4.
  package var quarter: Int { (month + 2) / 3 }

  /// The last day of the month.
  package var endOfMonth: LocalDate { self.in(monthsLater: 0, day: 31) ?? self }

  /// The day some days later, or earlier; nil outside the years 1000 to 9999.
  package func adding(days: Int) -> LocalDate? {
    let (number, overflows) = dayNumber.addingReportingOverflow(days)
    return overflows || number.magnitude > 4_000_000 ? nil : LocalDate(dayNumber: number)
  }

  /// The same day some months later, or the last one of a month that is too short.
  package func adding(months: Int) -> LocalDate? { self.in(monthsLater: months, day: day) }

  /// A day of the month that comes some months later; the month's last one where it has no such.
  package func `in`(monthsLater months: Int, day: Int) -> LocalDate? {
    guard months.magnitude < 120_000 else { return nil }
    let count = year * 12 + month - 1 + months
    guard count >= 12_000 else { return nil }
    for candidate in stride(from: min(day, 31), through: 28, by: -1) where day > 28 {
      if let date = LocalDate(year: count / 12, month: count % 12 + 1, day: candidate) {
        return date
      }
    }
    return LocalDate(year: count / 12, month: count % 12 + 1, day: day)
  }
}
