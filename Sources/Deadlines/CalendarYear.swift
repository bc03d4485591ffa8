/// How sure a piece of the calendar is.
public enum Confidence: String, Sendable, CaseIterable, Comparable {
  /// From memory, or a guess at the future: check before relying on it.
  case low
  /// From one source, or on the assumption that the law stays as it is.
  case medium
  /// Read in the act or in several sources that agree.
  case high

  /// Whether one is less sure than another.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// A public holiday.
public struct Holiday: Sendable, Equatable {
  /// Its day.
  public var date: LocalDate
  /// Its name.
  public var name: String
  /// The act that makes it one.
  public var act: String
  /// How sure it is.
  public var confidence: Confidence
}

/// A day that is off in place of another.
public struct MovedDayOff: Sendable, Equatable {
  /// The day that is off.
  public var date: LocalDate
  /// The holiday that fell on a weekend; for a recommended swap, the Saturday worked instead.
  public var origin: LocalDate
  /// The act behind it.
  public var act: String
  /// How sure it is.
  public var confidence: Confidence
}

/// What differs from an ordinary week in one year: a file `calendars/<year>.yaml`.
public struct CalendarYear: Sendable, Equatable {
  /// The year.
  public var year: Int
  /// How sure the whole of it is.
  public var confidence: Confidence
  /// The holidays.
  public var holidays: [Holiday]
  /// Days off moved because a holiday fell on a weekend (КЗпП, ст. 67 ч. 3).
  public var transfers: [MovedDayOff]
  /// Swaps that the government only recommended; an employer's order makes them binding.
  public var recommended: [MovedDayOff]
}

/// A time in which parts of the calendar do not apply, such as martial law.
public struct CalendarRegime: Sendable, Equatable {
  /// A part of the calendar that a regime may suspend.
  public enum Part: String, Sendable, CaseIterable {
    case holidays, transfers, recommended
  }

  /// Its name.
  public var name: String
  /// Its first day.
  public var from: LocalDate
  /// Its last day; nil while it goes on.
  public var until: LocalDate?
  /// What does not apply.
  public var suspends: [Part]
  /// The act behind it.
  public var act: String
  /// How sure it is.
  public var confidence: Confidence

  /// Whether it suspends a part of the calendar on a day.
  public func suspends(_ part: Part, on date: LocalDate) -> Bool {
    date >= from && until.map { date <= $0 } ?? true && suspends.contains(part)
  }
}
