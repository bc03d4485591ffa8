internal import DeadlineWords
internal import Deadlines

/// The days of each year by which a recurrence is due.
extension DeadlineParser {
  /// The days of each year: «до 1 квітня та до 1 жовтня»; as many as the recurrence has times, but
  /// «щороку» may have several.
  mutating func parseDueOfYear(_ recurrence: Recurrence) -> Recurrence? {
    guard var windows = parseWindows() else { return nil }
    while let more = attempt({ parser -> [DeadlinePhrase.Window]? in
      guard parser.accept(.comma) || parser.accept(.and) || parser.accept(.loneI),
        parser.word == .until
      else { return nil }
      return parser.parseWindows()
    }) {
      windows += more
    }
    let due = windows.compactMap(Self.due)
    guard due.count == windows.count, let months = recurrence.unit.months else { return nil }
    let length = months * recurrence.interval
    let isYearly = length == 12 && recurrence.times == 1
    guard isYearly || 12 % length == 0 && due.count == 12 / length * recurrence.times else {
      return nil
    }
    return Recurrence(.year, times: due.count, due: isYearly ? due : Self.inOrder(due))
  }

  /// The days of a year in order: in «щопівріччя до 15 липня та 15 січня» the second is one of the
  /// next year.
  private static func inOrder(_ due: [Recurrence.Due]) -> [Recurrence.Due] {
    var last = (months: Int.min, day: 0)
    return due.map { due in
      guard case .day(let day, var months) = due else { return due }
      if (months, day) < last { months += 12 }
      last = (months, day)
      return .day(day, monthsLater: months)
    }
  }

  /// The day of each year that a stretch without a year of its own ends with.
  static func due(_ window: DeadlinePhrase.Window) -> Recurrence.Due? {
    guard let span = window.last, window.first == nil || window.first == span, span.weekday == 0,
      !span.isDayBefore
    else { return nil }
    let later: Int
    switch span.year {
    case .unstated, .current: later = 0
    case .next: later = 12
    case .previous: later = -12
    case .number, .several: return nil
    }
    switch span.kind {
    case .day: return .day(span.number, monthsLater: later + span.month - 1)
    case .decade:
      return .day(span.number < 3 ? span.number * 10 : 31, monthsLater: later + span.month - 1)
    case .halfMonth:
      return .day(span.number < 2 ? 15 : 31, monthsLater: later + span.month - 1)
    case .month: return .day(31, monthsLater: later + span.number - 1)
    case .quarter: return .day(31, monthsLater: later + span.number * 3 - 1)
    case .halfYear: return .day(31, monthsLater: later + span.number * 6 - 1)
    case .year, .period, .schoolYear, .holiday, .nthWeekday: return nil
    }
  }
}
