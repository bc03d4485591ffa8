extension DeadlineParser {
  /// «щокварталу», «раз на рік (до 31 грудня)», «до 10 числа щомісяця», «щомісяця протягом року».
  mutating func parseRecurring() -> DeadlinePhrase? {
    attempt { parser in
      if let monthly = parser.attempt({ $0.parseMonthly() }) {
        return .recurring(monthly, within: parser.parseFollowingWindow())
      }
      guard var recurrence = parser.parseEvery() else { return nil }
      if let due = parser.parseFollowingDue(recurrence) { recurrence = due }
      return .recurring(recurrence, within: parser.parseFollowingWindow())
    }
  }

  /// A stretch before its recurrence: «до 1 березня щороку», «протягом року щомісяця».
  mutating func parseYearly(_ window: DeadlinePhrase.Window) -> DeadlinePhrase? {
    attempt { parser in
      guard var recurrence = parser.parseEvery() else { return nil }
      guard let due = Self.due(window, of: recurrence) else {
        return .recurring(recurrence, within: window)
      }
      recurrence.due = due
      return .recurring(recurrence, within: nil)
    }
  }

  /// How often: «щокварталу», «кожного місяця», «не рідше одного разу на рік», «раз на два роки».
  private mutating func parseEvery() -> Recurrence? {
    attempt { parser in
      switch parser.word {
      case .every(let unit):
        parser.place += 1
        return Recurrence(unit)
      case .weekday(let day):
        parser.place += 1
        return Recurrence(.week, due: .weekday(day))
      case .each:
        parser.place += 1
        guard let length = parser.parseLength(mayLackCount: true) else { return nil }
        return Recurrence(length.unit, interval: length.count)
      default: return parser.parseTimes()
      }
    }
  }

  private mutating func parseTimes() -> Recurrence? {
    if accept(.not) {
      guard accept(.rarer) else { return nil }
      _ = accept(.than)
    } else {
      _ = accept(.atLeast)
    }
    var times = 1
    if case .times(let count)? = word {
      times = count
      place += 1
    } else {
      times = parseCount() ?? 1
      guard accept(.time) else { return nil }
    }
    guard accept(.on) || accept(.into) || accept(.slash),
      let length = parseLength(mayLackCount: true)
    else { return nil }
    return Recurrence(length.unit, interval: length.count, times: times)
  }

  // MARK: The day in each period

  /// «до 10 числа щомісяця», «10 числа кожного місяця», «… місяця, наступного за звітним».
  private mutating func parseMonthly() -> Recurrence? {
    guard let day = parseDayOfMonth(), let (unit, months) = parseMonth(of: nil) else { return nil }
    return Recurrence(unit, due: .day(day, monthsLater: months))
  }

  /// What stands behind a recurrence and says by which day: «(до 31 грудня)», «до 5 числа».
  private mutating func parseFollowingDue(_ recurrence: Recurrence) -> Recurrence? {
    attempt { parser in
      let isInParentheses = parser.accept(.open)
      if !isInParentheses { _ = parser.accept(.comma) || parser.accept(.dash) }
      guard let due = parser.parseDue(recurrence), !isInParentheses || parser.accept(.close) else {
        return nil
      }
      return due
    }
  }

  private mutating func parseDue(_ recurrence: Recurrence) -> Recurrence? {
    var recurrence = recurrence
    if let due = attempt({ parser -> Recurrence.Due? in
      guard let day = parser.parseDayOfMonth(), let month = parser.parseMonth(of: recurrence.unit),
        month.unit == recurrence.unit
      else { return nil }
      return .day(day, monthsLater: month.months)
    }) {
      recurrence.due = due
      return recurrence
    }
    if accept(.until) {
      if accept(.end) {
        _ = accept(.each) || accept(.current)
        return accept(.unit(recurrence.unit)) ? recurrence : nil
      }
      place -= 1
    }
    guard let windows = parseWindows(), windows.count == 1,
      let due = Self.due(windows[0], of: recurrence)
    else { return nil }
    recurrence.due = due
    return recurrence
  }

  /// The day of each year that a stretch without a year of its own ends with.
  private static func due(_ window: DeadlinePhrase.Window, of recurrence: Recurrence)
    -> Recurrence.Due?
  {
    guard recurrence.unit == .year, recurrence.interval == 1, let span = window.last,
      window.first == nil || window.first == span
    else { return nil }
    let later: Int
    switch span.year {
    case .unstated, .current: later = 0
    case .next: later = 12
    case .previous: later = -12
    case .number: return nil
    }
    switch span.kind {
    case .day: return .day(span.number, monthsLater: later + span.month - 1)
    case .decade:
      return .day(span.number < 3 ? span.number * 10 : 31, monthsLater: later + span.month - 1)
    case .month: return .day(31, monthsLater: later + span.number - 1)
    case .quarter: return .day(31, monthsLater: later + span.number * 3 - 1)
    case .halfYear: return .day(31, monthsLater: later + span.number * 6 - 1)
    case .year, .period: return nil
    }
  }

  /// «до 10 числа», «не пізніше 25 числа».
  private mutating func parseDayOfMonth() -> Int? {
    if accept(.not) {
      guard accept(.later) else { return nil }
      _ = accept(.than)
    } else {
      _ = accept(.until) || accept(.by)
    }
    guard case .mark(.number(let day)) = next, (1...31).contains(day) else { return nil }
    place += 1
    return accept(.dayOfMonth) ? day : nil
  }

  /// Which month «числа» speaks of, as so many months after the first of a period.
  ///
  /// - Parameter unit: the period, where a recurrence before has named it.
  private mutating func parseMonth(of unit: TimeUnit?) -> (unit: TimeUnit, months: Int)? {
    if accept(.every(.month)) { return (.month, 0) }
    if accept(.each) { return accept(unit: .month) ? (.month, 0) : nil }
    if accept(.last) {
      guard accept(unit: .month) else { return nil }
      _ = accept(.current) || accept(.each)
      guard case .unit(let period)? = word, let months = period.months else { return nil }
      place += 1
      return (period, months - 1)
    }
    if accept(.next) {
      if accept(.about) {
        guard accept(.current), let (period, months) = parseReported(unit) else { return nil }
        _ = accept(unit: .month)
        return (period, months)
      }
      guard accept(unit: .month) else { return nil }
      return (unit ?? .month).months.map { (unit ?? .month, $0) }
    }
    if accept(unit: .month) {
      if acceptFollowing() { return parseReported(unit) }
      return unit == .month ? (.month, 0) : nil
    }
    return unit == .month ? (.month, 0) : nil
  }

  /// The period behind «за звітним»: «кварталом», «місяцем», «періодом», or nothing.
  private mutating func parseReported(_ unit: TimeUnit?) -> (TimeUnit, Int)? {
    if accept(.period) { return unit.flatMap { unit in unit.months.map { (unit, $0) } } }
    var period = unit ?? .month
    if case .unit(let named)? = word, named.months != nil {
      if unit != nil, named == .month, unit != .month { return unit?.months.map { (period, $0) } }
      period = named
      place += 1
    }
    return period.months.map { (period, $0) }
  }
}
