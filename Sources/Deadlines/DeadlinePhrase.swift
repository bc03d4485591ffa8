/// What one phrase says of time, before the plan's year makes days of it.
package enum DeadlinePhrase: Sendable, Equatable {
  /// From the first day of one stretch to the last day of another; the same twice for a stretch
  /// alone, no first for «до …», no last for «з …».
  package struct Window: Sendable, Equatable {
    /// The stretch that it begins with.
    package var first: TimeSpan?
    /// The stretch that it ends with.
    package var last: TimeSpan?
  }

  /// A day or a stretch of days.
  case time(Window)
  /// A thing that comes again, within a stretch where one is named.
  case recurring(Recurrence, within: Window?)
  /// A standing duty, «постійно», within a stretch where one is named.
  case standing(within: Window?)
  /// It depends on something that has no day: «за потреби», «після завершення …».
  case condition
  /// It is counted from an event.
  case relative(Term)
}
