/// A stretch of the calendar as words name it: «15 листопада», «II квартал 2021 року», «рік».
package struct TimeSpan: Sendable, Equatable {
  /// What sort of stretch it is.
  package enum Kind: Sendable {
    /// A day: its number and month.
    case day
    /// A third of a month: its number and month.
    case decade
    /// A month: its number.
    case month
    /// A quarter: its number.
    case quarter
    /// Half a year: its number.
    case halfYear
    /// A whole year.
    case year
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
  }

  /// What sort of stretch it is.
  package var kind: Kind
  /// The number of the day, decade, month, quarter or half; 0 for the others.
  package var number = 0
  /// The month of a day or decade; 0 for the others.
  package var month = 0
  /// Its year.
  package var year = YearName.unstated

  /// Its first and last day, or nil where the calendar has no such day or the year is not known.
  package func days(planYear: Int?, period: ClosedRange<LocalDate>?) -> ClosedRange<LocalDate>? {
    if kind == .period, let period { return period }
    let named: Int? =
      switch year {
      case .unstated, .current: planYear
      case .next: planYear.map { $0 + 1 }
      case .previous: planYear.map { $0 - 1 }
      case .number(let number): number
      }
    guard let named, let first = firstDay(in: named), let last = lastDay(from: first) else {
      return nil
    }
    return first...last
  }

  private func firstDay(in year: Int) -> LocalDate? {
    switch kind {
    case .day: LocalDate(year: year, month: month, day: number)
    case .decade: LocalDate(year: year, month: month, day: number * 10 - 9)
    case .month: LocalDate(year: year, month: number, day: 1)
    case .quarter: LocalDate(year: year, month: number * 3 - 2, day: 1)
    case .halfYear: LocalDate(year: year, month: number * 6 - 5, day: 1)
    case .year, .period: LocalDate(year: year, month: 1, day: 1)
    }
  }

  private func lastDay(from first: LocalDate) -> LocalDate? {
    switch kind {
    case .day: first
    case .decade: number < 3 ? first.adding(days: 9) : first.endOfMonth
    case .month: first.endOfMonth
    case .quarter: first.in(monthsLater: 2, day: 31)
    case .halfYear: first.in(monthsLater: 5, day: 31)
    case .year, .period: first.in(monthsLater: 11, day: 31)
    }
  }

  /// Whether it begins where another of its kind, with the same year, ends.
  func follows(_ other: TimeSpan) -> Bool {
    guard kind == other.kind, kind != .day, kind != .decade, kind != .period else { return false }
    if kind == .year, case .number(let here) = year, case .number(let there) = other.year {
      return here == there + 1
    }
    return kind != .year && year == other.year && number == other.number + 1
  }

  /// Whether it comes before another in a year that both share.
  func precedes(_ other: TimeSpan) -> Bool { firstMonthDay < other.firstMonthDay }

  private var firstMonthDay: Int {
    switch kind {
    case .day: month * 100 + number
    case .decade: month * 100 + number * 10 - 9
    case .month: number * 100
    case .quarter: (number * 3 - 2) * 100
    case .halfYear: (number * 6 - 5) * 100
    case .year, .period: 0
    }
  }
}
