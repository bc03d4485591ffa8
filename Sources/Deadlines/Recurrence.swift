/// How often a thing is due: «щокварталу», «двічі на рік», «раз на рік (до 31 грудня)».
package struct Recurrence: Sendable, Hashable {
  /// The last permitted day within each period.
  package enum Due: Sendable, Hashable {
    /// A day of the month that lies so many months after the first of the period; 31 is the last.
    case day(Int, monthsLater: Int)
    /// A day of the week, Monday being 1.
    case weekday(Int)
    /// The n-th such day of the week in the period's month; the last for -1.
    case nth(Int, weekday: Int)
    /// The n-th working day of the month that lies so many months after the first of the period; the
    /// last for -1.
    case workingDay(Int, monthsLater: Int)
  }

  /// The length that is counted.
  package var unit: TimeUnit
  /// How many of them make a period.
  package var interval = 1
  /// How many times in each period.
  package var times = 1
  /// The last permitted days in each period; empty where it is the period's own last day.
  package var due: [Due]

  /// Makes a recurrence.
  package init(_ unit: TimeUnit, interval: Int = 1, times: Int = 1, due: [Due] = []) {
    self.unit = unit
    self.interval = interval
    self.times = times
    self.due = due
  }

  /// Whether it is due on the n-th working day of a month.
  package var countsWorkingDays: Bool {
    due.contains { if case .workingDay = $0 { true } else { false } }
  }

  /// The months from one time to the next where the times divide the period evenly: 6 for «двічі
  /// на рік»; nil for days and weeks, and where they do not.
  package var monthsApart: Int? {
    guard let months = unit.months, months * interval % times == 0 else { return nil }
    return months * interval / times
  }

  /// The time from one to the next as ISO 8601 and XML Schema write it: `P3M` for a quarter, `P6M`
  /// for twice a year; the period where the times do not divide it, as ``timesInEach`` tells.
  package var duration: String {
    let months = monthsApart ?? unit.months.map { $0 * interval }
    if let months { return months % 12 == 0 ? "P\(months / 12)Y" : "P\(months)M" }
    return switch unit {
    case .minute: "PT\(interval)M"
    case .hour: "PT\(interval)H"
    case .week: "P\(interval * 7)D"
    default: "P\(interval)D"
    }
  }

  /// The days within each period by which it is due, as RFC 5545, 3.3.10 writes them:
  /// `FREQ=WEEKLY;BYDAY=WE`, `FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10`; empty where that is the
  /// period's own last day.
  package var rules: [String] {
    let gap = interval > 1 ? ";INTERVAL=\(interval)" : ""
    if unit == .workingDay { return ["FREQ=WEEKLY;BYDAY=\(Self.workdays)"] }
    return due.flatMap { due -> [String] in
      switch (due, unit.months) {
      case (.weekday(let day), nil): ["FREQ=WEEKLY\(gap);BYDAY=\(Self.weekdays[day - 1])"]
      case (.nth(let number, let day), let months?):
        monthly(months, later: 0, "BYDAY=\(number)\(Self.weekdays[day - 1])")
      case (.day(let day, let later), let months?):
        monthly(months, later: later, day: day)
      case (.workingDay(let number, let later), let months?):
        // A position is one within the year where the months are several.
        monthly(
          months, later: later, "BYDAY=\(Self.workdays);BYSETPOS=\(number)", isOfOneMonth: true)
      default: []
      }
    }
  }

  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
  private static let workdays = weekdays.prefix(5).joined(separator: ",")

  /// A rule for a day so many months behind the first of each period; none where the periods do not
  /// divide the year.
  private func monthly(_ months: Int, later: Int, _ day: String, isOfOneMonth: Bool = false)
    -> [String]
  {
    guard months * interval > 1 else { return ["FREQ=MONTHLY;\(day)"] }
    let due = monthsDue(months, later: later)
    let lists = isOfOneMonth ? due.map { [$0] } : [due]
    return lists.compactMap { yearly($0, day) }
  }

  /// The rules for a day of the month. In a month without it, the last day is meant; a rule by its
  /// number alone would pass over such a month.
  private func monthly(_ months: Int, later: Int, day: Int) -> [String] {
    guard day > 28 else { return monthly(months, later: later, "BYMONTHDAY=\(day)") }
    guard day < 31 else { return monthly(months, later: later, "BYMONTHDAY=-1") }
    guard months * interval > 1 else {
      return ["FREQ=MONTHLY;BYMONTHDAY=\(day == 30 ? "28,29,30" : "28,29");BYSETPOS=-1"]
    }
    let due = monthsDue(months, later: later)
    let rules = [
      yearly(due.filter { $0 == 2 }, "BYMONTHDAY=-1"),
      yearly(due.filter { $0 != 2 }, "BYMONTHDAY=\(day)"),
    ]
    return rules.compactMap { $0 }
  }

  private func yearly(_ months: [Int], _ day: String) -> String? {
    guard !months.isEmpty else { return nil }
    return "FREQ=YEARLY;BYMONTH=\(months.map(String.init).joined(separator: ","));\(day)"
  }

  /// The months in which it is due; none where the periods do not divide the year.
  private func monthsDue(_ months: Int, later: Int) -> [Int] {
    guard 12 % (months * interval) == 0 else { return [] }
    return stride(from: 0, to: 12, by: months * interval).map { ($0 + later) % 12 + 1 }.sorted()
  }

  /// About how many days go by from one time to the next, rounded up.
  package var approximateDays: Int {
    unit.months.map { $0 * 31 * interval / times } ?? (unit == .week ? 7 : 1) * interval
  }

  /// How many times it is due in each ``duration``.
  package var timesInEach: Int { monthsApart == nil ? times : 1 }
}
