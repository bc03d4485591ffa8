/// How often a thing is due: «щокварталу», «двічі на рік», «раз на рік (до 31 грудня)».
package struct Recurrence: Sendable, Hashable {
  /// The last permitted day within each period.
  package enum Due: Sendable, Hashable {
    /// A day of the month that lies so many months after the first of the period; 31 is the last.
    case day(Int, monthsLater: Int)
    /// A day of the week, Monday being 1.
    case weekday(Int)
  }

  /// The length that is counted.
  package var unit: TimeUnit
  /// How many of them make a period.
  package var interval = 1
  /// How many times in each period.
  package var times = 1
  /// The last permitted day in each period; nil where it is the period's own last day.
  package var due: Due?

  /// Makes a recurrence.
  package init(_ unit: TimeUnit, interval: Int = 1, times: Int = 1, due: Due? = nil) {
    self.unit = unit
    self.interval = interval
    self.times = times
    self.due = due
  }

  /// The period's length as ISO 8601 and XML Schema write it: `P3M` for a quarter.
  package var duration: String {
    switch unit {
    case .day, .workingDay: "P\(interval)D"
    case .week: "P\(interval * 7)D"
    case .month: "P\(interval)M"
    case .quarter: "P\(interval * 3)M"
    case .halfYear: "P\(interval * 6)M"
    case .year: "P\(interval)Y"
    }
  }
}
