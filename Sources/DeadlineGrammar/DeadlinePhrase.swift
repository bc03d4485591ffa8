package import Deadlines

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

  /// Whether it names no day or stretch of the calendar.
  var isDateless: Bool {
    switch self {
    case .condition, .relative, .standing(within: nil): true
    default: false
    }
  }

  /// Its window, where it has one.
  var window: Window? {
    get {
      switch self {
      case .time(let window): window
      case .recurring(_, let window), .standing(let window): window
      default: nil
      }
    }
    set {
      switch self {
      case .time: if let newValue { self = .time(newValue) }
      case .recurring(let recurrence, _): self = .recurring(recurrence, within: newValue)
      case .standing: self = .standing(within: newValue)
      default: break
      }
    }
  }
}

extension DeadlinePhrase.Window {
  /// The years that its stretches name by number.
  var numberedYears: [Int] {
    [first?.year, last?.year].compactMap { if case .number(let year)? = $0 { year } else { nil } }
  }

  /// Whether no stretch of it names a year.
  var namesNoYear: Bool {
    (first ?? last)?.year == .unstated && (last ?? first)?.year == .unstated
  }

  /// The same with all its stretches in a year.
  func inYear(_ year: TimeSpan.YearName) -> Self {
    var window = self
    window.first?.year = year
    window.last?.year = year
    return window
  }
}
