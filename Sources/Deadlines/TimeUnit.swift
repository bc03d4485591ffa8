/// A length of time by which recurrences and terms are counted.
package enum TimeUnit: String, Sendable, Hashable, CaseIterable {
  case minute, hour
  case day
  /// A day of work, as the working calendar has it.
  case workingDay = "working-day"
  case week, month, quarter
  case halfYear = "half-year"
  case year

  /// How many months it has; nil for minutes, hours, days and weeks.
  package var months: Int? {
    switch self {
    case .minute, .hour, .day, .workingDay, .week: nil
    case .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    }
  }
}
