/// Which days are worked: Saturdays, Sundays, holidays and moved days off are not.
///
/// It answers only for the years it has data of; beyond them every answer is nil.
package struct WorkingCalendar: Sendable {
  /// The years it knows, in order.
  package let years: [CalendarYear]

  private let firstDay: Int
  /// How many working days there are up to and including each day, from the first.
  private let counts: [Int32]

  /// Makes a calendar of years that follow one another; those behind a gap are left out. Swaps that the
  /// government recommended are not counted: only an employer's order makes them.
  ///
  /// - Parameter regimes: the regimes that suspend parts of it.
  package init(years: [CalendarYear], regimes: [CalendarRegime] = []) {
    let sorted = years.sorted { $0.year < $1.year }
    let first = sorted.first?.year ?? 0
    self.years = zip(first..., sorted).prefix { $0.0 == $0.1.year }.map(\.1)
    let start = LocalDate(year: first, month: 1, day: 1)?.dayNumber ?? 0
    let end = LocalDate(year: first + self.years.count, month: 1, day: 1)?.dayNumber ?? start
    var works = (start..<end).map { !Self.isWeekend($0) }
    let takeOff = { (date: LocalDate, part: CalendarRegime.Part) in
      let index = date.dayNumber - start
      guard works.indices.contains(index), !regimes.contains(where: { $0.suspends(part, on: date) })
      else { return }
      works[index] = false
    }
    for year in self.years {
      for holiday in year.holidays { takeOff(holiday.date, .holidays) }
      for moved in year.transfers { takeOff(moved.date, .transfers) }
    }
    var count: Int32 = 0
    counts = works.map { works in
      count += works ? 1 : 0
      return count
    }
    firstDay = start
  }

  /// Whether a day is worked.
  package func isWorkingDay(_ date: LocalDate) -> Bool? {
    count(through: date).map { $0 > (index(of: date).map { $0 == 0 ? 0 : counts[$0 - 1] } ?? 0) }
  }

  /// How many working days lie after one day, up to and including another; negative where the
  /// other comes first.
  ///
  /// So a term «протягом п’яти робочих днів після» an event is kept as long as this, from the day
  /// of the event, is at most 5.
  package func workingDaysBetween(_ start: LocalDate, _ end: LocalDate) -> Int? {
    guard let before = count(through: start), let through = count(through: end) else { return nil }
    return Int(through - before)
  }

  /// The n-th working day after a day; before it for a negative n; the day itself for 0.
  package func adding(workingDays: Int, to date: LocalDate) -> LocalDate? {
    guard let count = count(through: date), let isWorking = isWorkingDay(date) else { return nil }
    guard workingDays != 0 else { return date }
    let below = workingDays > 0 ? Int(count) : Int(count) - (isWorking ? 1 : 0) + 1
    let wanted = below.addingReportingOverflow(workingDays)
    guard !wanted.overflow, wanted.partialValue > 0, wanted.partialValue <= Int(counts.last ?? 0)
    else { return nil }
    var (low, high) = (0, counts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if counts[middle] < wanted.partialValue { low = middle + 1 } else { high = middle }
    }
    return LocalDate(dayNumber: firstDay + low)
  }

  /// The n-th working day counted from a day on, the day itself among them; for a negative number back
  /// from it.
  package func workingDay(_ number: Int, from date: LocalDate) -> LocalDate? {
    guard let isWorking = isWorkingDay(date), number != 0 else { return nil }
    return adding(workingDays: isWorking ? number - number.signum() : number, to: date)
  }

  /// The day itself if it is worked, else the first that is: where a term's last day is a day off
  /// it moves there (КМУ № 55, п. 171; ст. 254 ЦК України).
  package func nextWorkingDay(onOrAfter date: LocalDate) -> LocalDate? {
    guard let isWorking = isWorkingDay(date) else { return nil }
    return isWorking ? date : adding(workingDays: 1, to: date)
  }

  /// The holiday on a day, also where a regime makes it an ordinary one.
  package func holiday(on date: LocalDate) -> Holiday? {
    years.first { $0.year == date.year }?.holidays.first { $0.date == date }
  }

  /// How sure the calendar of a year is; nil for one that it does not know.
  package func confidence(in year: Int) -> Confidence? {
    years.first { $0.year == year }?.confidence
  }

  private static func isWeekend(_ dayNumber: Int) -> Bool {
    LocalDate(dayNumber: dayNumber).map { $0.weekday > 5 } ?? true
  }

  private func index(of date: LocalDate) -> Int? {
    let index = date.dayNumber - firstDay
    return counts.indices.contains(index) ? index : nil
  }

  private func count(through date: LocalDate) -> Int32? { index(of: date).map { counts[$0] } }
}
