/// How sure a piece of the calendar is.
package enum Confidence: String, Sendable, CaseIterable, Comparable {
  /// From memory, or a guess at the future: check before relying on it.
  case low
  /// From one source, or on the assumption that the law stays as it is.
  case medium
  /// Read in the act or in several sources that agree.
  case high

  /// Whether one is less sure than another.
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// A public holiday.
package struct Holiday: Sendable, Equatable {
  /// Its day.
  package var date: LocalDate
  /// Its name.
  package var name: String
  /// The act that makes it one.
  package var act: String
  /// How sure it is.
  package var confidence: Confidence
}

/// A day that is off in place of another.
package struct MovedDayOff: Sendable, Equatable {
  /// The day that is off.
  package var date: LocalDate
  /// The holiday that fell on a weekend; for a recommended swap, the Saturday worked instead.
  package var origin: LocalDate
  /// The act behind it.
  package var act: String
  /// How sure it is.
  package var confidence: Confidence
}

/// What differs from an ordinary week in one year: a file `calendars/<year>.yaml`.
package struct CalendarYear: Sendable, Equatable {
  /// The year.
  package var year: Int
  /// How sure the whole of it is.
  package var confidence: Confidence
  /// The holidays.
  package var holidays: [Holiday]
  /// Days off moved because a holiday fell on a weekend (КЗпП, ст. 67 ч. 3).
  var transfers: [MovedDayOff]
  /// Swaps that the government only recommended: they are in the files for those who order them, and
  /// counted nowhere.
  var recommended: [MovedDayOff]
}

/// A time in which parts of the calendar do not apply, such as martial law.
package struct CalendarRegime: Sendable, Equatable {
  /// A part of the calendar that a regime may suspend.
  package enum Part: String, Sendable, CaseIterable {
    case holidays, transfers, recommended
  }

  /// Its name.
  package var name: String
  /// Its first day.
  package var from: LocalDate
  /// Its last day; nil while it goes on.
  package var until: LocalDate?
  /// What does not apply.
  var suspends: [Part]
  /// The act behind it.
  package var act: String
  /// How sure it is.
  package var confidence: Confidence

  /// Whether it suspends a part of the calendar on a day.
  func suspends(_ part: Part, on date: LocalDate) -> Bool {
    date >= from && until.map { date <= $0 } ?? true && suspends.contains(part)
  }
}
