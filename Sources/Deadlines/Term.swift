package import Calendars

/// A stretch of time counted from an event: «протягом 10 робочих днів з дня призначення».
package struct Term: Sendable, Hashable {
  /// How many.
  package var count: Int
  /// Of what.
  package var unit: TimeUnit
  /// Whether it lies before the event: «не пізніше ніж за 5 днів до засідання».
  package var isBeforeEvent: Bool

  /// Makes a term.
  package init(_ count: Int, _ unit: TimeUnit, isBeforeEvent: Bool = false) {
    self.count = count
    self.unit = unit
    self.isBeforeEvent = isBeforeEvent
  }

  /// The last permitted day, when the event falls on a day; the day of the event is not counted
  /// (ст. 253 ЦК України).
  ///
  /// Months and years end on the same day of the month (ст. 254). A last day that is no working
  /// day is not moved here: ``WorkingCalendar/nextWorkingDay(onOrAfter:)`` does. Nil where the
  /// calendar does not reach so far, and for minutes and hours.
  package func end(from event: LocalDate, in calendar: WorkingCalendar) -> LocalDate? {
    let signed = isBeforeEvent ? -count : count
    switch unit {
    case .minute, .hour: return nil
    case .workingDay: return calendar.adding(workingDays: signed, to: event)
    case .day: return event.adding(days: signed)
    case .week: return event.adding(days: signed * 7)
    case .month, .quarter, .halfYear, .year:
      return event.adding(months: signed * (unit.months ?? 1))
    }
  }
}
