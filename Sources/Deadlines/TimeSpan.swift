package import Calendars

/// A stretch of the calendar as words name it: «15 листопада», «II квартал 2021 року», «рік».
package struct TimeSpan: Sendable, Equatable {
  /// What sort of stretch it is.
  package enum Kind: Sendable {
    /// A day: its number and month.
    case day
    /// The n-th day of the week of a month, its last for -1: number, month and weekday.
    case nthWeekday
    /// A public holiday: its number in the list of names.
    case holiday
    /// A third of a month: its number and month.
    case decade
    /// Half a month, to the 15th or from the 16th: its number and month.
    case halfMonth
    /// A month: its number.
    case month
    /// A quarter: its number.
    case quarter
    /// Half a year: its number.
    case halfYear
    /// A whole year.
    case year
    /// A school year, from September to June, named by the year that it begins in.
    case schoolYear
    /// The period of the plan, «звітний період».
    case period
  }

  /// Of which year the words speak.
  package enum YearName: Sendable, Equatable {
    /// They name none: the plan's year.
    case unstated
    /// «поточного року», «звітного року»: the plan's year.
    case current
    /// «наступного року», «року, наступного за звітним».
    case next
    /// «попереднього року», «року, що передує звітному».
    case previous
    /// The year with this number.
    case number(Int)
    /// Each of these years.
    case several([Int])
  }

  /// What sort of stretch it is.
  package var kind: Kind
  /// The number of the day, decade, month, quarter or half; 0 for the others.
  package var number = 0
  /// The month of a day, a decade or half a month; 0 for the others.
  package var month = 0
  /// Its year.
  package var year = YearName.unstated
  /// The day of the week that is written beside a day; 0 where none is.
  package var weekday = 0
  /// Whether the day before it is meant, «до початку IV кварталу».
  package var isDayBefore = false

  /// Names a stretch.
  package init(
    kind: Kind, number: Int = 0, month: Int = 0, year: YearName = .unstated, weekday: Int = 0
  ) {
    self.kind = kind
    self.number = number
    self.month = month
    self.year = year
    self.weekday = weekday
  }

  /// The number of its year, or nil where that is not known or not one.
  package func yearNumber(planYear: Int?) -> Int? {
    switch year {
    case .unstated, .current: planYear
    case .next: planYear.map { $0 + 1 }
    case .previous: planYear.map { $0 - 1 }
    case .number(let number): number
    case .several: nil
    }
  }

  /// Its first and last day, or nil where the calendar has no such day or the year is not known.
  package func days(planYear: Int?, period: ClosedRange<LocalDate>?) -> ClosedRange<LocalDate>? {
    if kind == .period, let period { return period }
    guard let named = yearNumber(planYear: planYear), let first = firstDay(in: named),
      let last = lastDay(from: first)
    else { return nil }
    if isDayBefore { return first.adding(days: -1).map { $0...$0 } }
    return first...last
  }

  private func firstDay(in year: Int) -> LocalDate? {
    switch kind {
    case .day: LocalDate(year: year, month: month, day: number)
    case .nthWeekday:
      LocalDate(year: year, month: month, day: 1)?.weekday(weekday, number: number)
    case .holiday: nil
    case .decade: LocalDate(year: year, month: month, day: number * 10 - 9)
    case .halfMonth: LocalDate(year: year, month: month, day: number * 15 - 14)
    case .month: LocalDate(year: year, month: number, day: 1)
    case .quarter: LocalDate(year: year, month: number * 3 - 2, day: 1)
    case .halfYear: LocalDate(year: year, month: number * 6 - 5, day: 1)
    case .schoolYear: LocalDate(year: year, month: 9, day: 1)
    case .year, .period: LocalDate(year: year, month: 1, day: 1)
    }
  }

  private func lastDay(from first: LocalDate) -> LocalDate? {
    switch kind {
    case .day, .nthWeekday, .holiday: first
    case .decade: number < 3 ? first.adding(days: 9) : first.endOfMonth
    case .halfMonth: number < 2 ? first.adding(days: 14) : first.endOfMonth
    case .month: first.endOfMonth
    case .quarter: first.in(monthsLater: 2, day: 31)
    case .halfYear: first.in(monthsLater: 5, day: 31)
    case .schoolYear: first.in(monthsLater: 9, day: 31)
    case .year, .period: first.in(monthsLater: 11, day: 31)
    }
  }

  /// Whether it is one day.
  package var isDay: Bool { kind == .day || kind == .nthWeekday || kind == .holiday }

  /// Whether it begins where another of its kind, with the same year, ends.
  package func follows(_ other: TimeSpan) -> Bool {
    switch kind {
    case .year:
      if case .number(let here) = year, case .number(let there) = other.year {
        return kind == other.kind && here == there + 1
      }
      return false
    case .month, .quarter, .halfYear:
      return kind == other.kind && year == other.year && number == other.number + 1
    default: return false
    }
  }

  /// Whether it comes before another in a year that both share.
  package func precedes(_ other: TimeSpan) -> Bool { firstMonthDay < other.firstMonthDay }

  /// The month that it begins in.
  package var firstMonth: Int { firstMonthDay / 100 }

  private var firstMonthDay: Int {
    switch kind {
    case .day: month * 100 + number
    case .nthWeekday: month * 100 + (number < 0 ? 25 : number * 7 - 6)
    case .decade: month * 100 + number * 10 - 9
    case .halfMonth: month * 100 + number * 15 - 14
    case .month: number * 100
    case .quarter: (number * 3 - 2) * 100
    case .halfYear: (number * 6 - 5) * 100
    case .schoolYear: 901
    case .year, .period, .holiday: 0
    }
  }
}
