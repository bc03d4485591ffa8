internal import Calendars
internal import DeadlineWords
internal import Deadlines

/// Makes days of phrases, by the year or the period of the plan that they stand in.
struct DeadlineResolver {
  /// Whether «до 15 листопада» permits 15 November itself.
  ///
  /// It does. No act says so in general; the Ministry of Justice reads «до» and «по» with a date
  /// alike, the date included (лист Мін’юсту від 15.06.2020 № 26245/14036-33-20/8.1.2), and the
  /// plans mean it so: «до 31 грудня» of Cabinet plan № 86-р ends with the year. The older, strict
  /// reading, in which the day before is the last, would be `false`.
  static let untilIncludesItsDay = true

  /// What the plan knows of itself.
  let facts: PlanTimes
  /// The public holidays that phrases may name.
  let holidays: HolidayNames

  private typealias Fault = ReadDeadline.Fault

  /// The deadline that a phrase means.
  ///
  /// - Throws: why there is none: the calendar has no such days, «31 листопада», or a stretch ends
  ///   before it begins.
  func resolve(_ phrase: DeadlinePhrase, range: Range<Int>) throws(ReadDeadlineFault) -> Deadline {
    switch phrase {
    case .time(let window):
      let (from, to) = try days(of: window)
      if window.last?.kind == .holiday, to == nil,
        facts.year != nil || window.last?.year != .unstated
      {
        // The calendar does not reach the year of a holiday: it is due, nobody knows when.
        return Deadline(kind: .condition, range: range)
      }
      let isDay = window.first == nil || from == to && window.first?.isDay == true
      return Deadline(kind: isDay ? .day : .interval, from: from, to: to, range: range)
    case .recurring(let recurrence, let window):
      let (from, to) = try window.map(days) ?? (nil, nil)
      guard isPossible(recurrence) else { throw .init(.noSuchDay(month: nil, year: nil)) }
      let whole = TimeSpan(kind: .period).days(planYear: facts.year, period: facts.period)
      let isLongerThanPlan = recurrence.unit == .year && recurrence.interval > 1
      // What begins after the plan's year goes on through the year that it begins in.
      var end = window?.last == nil && isLongerThanPlan ? nil : to ?? whole?.upperBound
      if to == nil, let from, let last = end, from > last {
        end = LocalDate(year: from.year, month: 12, day: 31)
      }
      let start = from ?? whole?.lowerBound
      if let start, let end, start > end { throw .init(.unclearYear) }
      return Deadline(kind: .recurrence, from: start, to: end, every: recurrence, range: range)
    case .standing(let window):
      let (from, to) = try window.map(days) ?? (nil, nil)
      return Deadline(kind: .standing, from: from, to: to, range: range)
    case .condition: return Deadline(kind: .condition, range: range)
    case .relative(let term): return Deadline(kind: .relative, term: term, range: range)
    }
  }

  /// The days of a window; without the plan's year, nil stands for each that needs it.
  private func days(of window: DeadlinePhrase.Window) throws(ReadDeadlineFault)
    -> (from: LocalDate?, to: LocalDate?)
  {
    let from = try bounds(window.first)
    var to = try bounds(window.last)
    if window.first == nil, !Self.untilIncludesItsDay, window.last?.isDay == true {
      to = to.flatMap { $0.lowerBound.adding(days: -1) }.map { $0...$0 }
    }
    if let from, let to, from.lowerBound > to.upperBound { throw .init(.unclearYear) }
    return (from?.lowerBound, to?.upperBound)
  }

  /// The days of a stretch: nil where none is named or its year is not known.
  ///
  /// - Throws: where the calendar has no such day.
  private func bounds(_ span: TimeSpan?) throws(ReadDeadlineFault) -> ClosedRange<LocalDate>? {
    guard let span else { return nil }
    // «I півріччя» of a school year begins in September, that of a year in January.
    if let period = facts.period, period.lowerBound.year < period.upperBound.year,
      span.kind == .halfYear || span.kind == .year, span.year == .unstated
    {
      throw .init(.noYear)
    }
    if span.kind == .holiday {
      let day = span.yearNumber(planYear: facts.year).flatMap { holidays.day(span.number, in: $0) }
      return day.map { $0...$0 }
    }
    if let days = span.days(planYear: facts.year, period: facts.period) {
      if span.kind == .day, span.weekday > 0, days.lowerBound.weekday != span.weekday {
        throw .init(.otherWeekday(days.lowerBound.weekday))
      }
      return days
    }
    let year = span.yearNumber(planYear: facts.year)
    if year == nil, span.days(planYear: 2000, period: nil) != nil {
      if span.year == .unstated || facts.year == nil { return nil }
    }
    let month = span.kind == .day ? span.month : nil
    throw .init(.noSuchDay(month: month, year: year))
  }

  private func isPossible(_ recurrence: Recurrence) -> Bool {
    recurrence.interval > 0
      && recurrence.due.allSatisfy { due in
        guard case .day(let day, let months) = due else { return true }
        return day == 31
          || LocalDate(year: 2000, month: (months % 12 + 12) % 12 + 1, day: day) != nil
      }
  }
}

/// Why a phrase has no days.
struct ReadDeadlineFault: Error {
  let fault: ReadDeadline.Fault

  init(_ fault: ReadDeadline.Fault) {
    self.fault = fault
  }
}
