/// Makes days of phrases, by the year or the period of the plan that they stand in.
struct DeadlineResolver {
  /// Whether «до 15 листопада» permits 15 November itself.
  ///
  /// It does. No act says so in general; the Ministry of Justice reads «до» and «по» with a date
  /// alike, the date included (лист Мін’юсту від 15.06.2020 № 26245/14036-33-20/8.1.2), and the
  /// plans mean it so: «до 31 грудня» of Cabinet plan № 86-р ends with the year. The older, strict
  /// reading, in which the day before is the last, would be `false`.
  static let untilIncludesItsDay = true

  /// The plan's year; nil where it is not known.
  let year: Int?
  /// The plan's period, where it is not the whole year.
  let period: ClosedRange<LocalDate>?

  /// The deadline that a phrase means, or nil where the calendar has no such days: «31 листопада»,
  /// a stretch that ends before it begins.
  func resolve(_ phrase: DeadlinePhrase, range: Range<Int>) -> Deadline? {
    switch phrase {
    case .time(let window):
      guard let (from, to) = days(of: window) else { return nil }
      let isDay = window.first == nil || from == to && window.first?.kind == .day
      return Deadline(kind: isDay ? .day : .interval, from: from, to: to, range: range)
    case .recurring(let recurrence, let window):
      guard let (from, to) = window.map(days) ?? (nil, nil), isPossible(recurrence) else {
        return nil
      }
      let whole = TimeSpan(kind: .period).days(planYear: year, period: period)
      let isLongerThanPlan = recurrence.unit == .year && recurrence.interval > 1
      let end = window?.last == nil && isLongerThanPlan ? nil : to ?? whole?.upperBound
      let start = from ?? whole?.lowerBound
      if let start, let end, start > end { return nil }
      return Deadline(kind: .recurrence, from: start, to: end, every: recurrence, range: range)
    case .standing(let window):
      guard let (from, to) = window.map(days) ?? (nil, nil) else { return nil }
      return Deadline(kind: .standing, from: from, to: to, range: range)
    case .condition: return Deadline(kind: .condition, range: range)
    case .relative(let term): return Deadline(kind: .relative, term: term, range: range)
    }
  }

  /// The days of a window; without the plan's year, nil stands for each that needs it.
  private func days(of window: DeadlinePhrase.Window) -> (from: LocalDate?, to: LocalDate?)? {
    guard let from = bounds(window.first), var to = bounds(window.last) else { return nil }
    if window.first == nil, !Self.untilIncludesItsDay, window.last?.kind == .day {
      to = to.flatMap { $0.lowerBound.adding(days: -1) }.map { $0...$0 }
    }
    if let from, let to, from.lowerBound > to.upperBound { return nil }
    return (from?.lowerBound, to?.upperBound)
  }

  /// The days of a stretch: nil inside where none is named or its year is not known, nil outside
  /// where the calendar has no such day.
  private func bounds(_ span: TimeSpan?) -> ClosedRange<LocalDate>?? {
    guard let span else { return .some(nil) }
    if let days = span.days(planYear: year, period: period) { return days }
    guard year == nil, span.days(planYear: 2000, period: nil) != nil else { return nil }
    return .some(nil)
  }

  private func isPossible(_ recurrence: Recurrence) -> Bool {
    guard case .day(let day, let months)? = recurrence.due else { return recurrence.interval > 0 }
    return day == 31 || LocalDate(year: 2000, month: months % 12 + 1, day: day) != nil
  }
}
