internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  /// «щокварталу», «раз на рік (до 31 грудня)», «до 10 числа щомісяця», «щомісяця протягом року».
  mutating func parseRecurring() -> DeadlinePhrase? {
    attempt { parser in
      if let monthly = parser.attempt({ $0.parseMonthly() }) {
        return .recurring(monthly, within: parser.parseFollowingWindow())
      }
      let start = parser.place
      guard var recurrence = parser.parseEvery() else { return nil }
      let isCounted = parser.tokens[start..<parser.place].contains { $0.kind == .word(.time) }
      if let due = parser.parseFollowingDue(recurrence) {
        // «раз на тиждень (вівторок, четвер)»
        if isCounted, due.unit == recurrence.unit, due.times != recurrence.times { return nil }
        recurrence = due
      }
      if recurrence.unit == .day, parser.acceptWorkingDaysOnly() { recurrence.unit = .workingDay }
      if recurrence.unit.months == nil {
        parser.skipClock()
        parser.skipWholeDay()
      }
      let isInParentheses = parser.next == .mark(.open)
      let window =
        parser.parseFollowingWindow()
        ?? (recurrence.unit == .month ? parser.parseMonthsInParentheses() : nil)
      // «щомісяця, починаючи з лютого, до 5 числа»
      if window?.last?.isDay != true, recurrence.due.isEmpty, recurrence.unit.months != nil,
        let due = parser.parseFollowingDue(recurrence), due.unit == recurrence.unit
      {
        recurrence = due
      }
      // «щокварталу до 1 березня», «двічі на рік (до 1 червня)»: one day is not that of each time.
      if let window, window.first == nil, window.last?.isDay == true {
        let isLong = recurrence.unit.months ?? 0 > 1 && window.namesNoYear
        if isInParentheses || isLong { return nil }
      }
      // Days in parentheses that are not those of the recurrence contradict it.
      if window == nil, parser.next == .mark(.open) {
        var inside = parser
        inside.place += 1
        if inside.parseWindows() != nil { return nil }
      }
      return .recurring(recurrence, within: window)
    }
  }

  /// «протягом робочого дня» behind «щодня» tells no other day.
  private mutating func skipWholeDay() {
    _ = attempt { parser -> Bool? in
      _ = parser.accept(.comma)
      guard parser.accept(.during) else { return nil }
      _ = parser.accept(.working)
      return parser.accept(unit: .day) ? true : nil
    }
  }

  /// Whether the last part says how often and nothing of when, and what was read then says when:
  /// «щотижня, щочетверга».
  func isRepeated(in found: [Part]) -> Bool {
    guard found.count == 1, let last = parts.last,
      case .recurring(let vague, nil) = last.phrase, vague.due.isEmpty, last.subject == nil,
      case .recurring(let exact, _) = found[0].phrase, !exact.due.isEmpty
    else { return false }
    return vague.unit == exact.unit && vague.interval == exact.interval
      && vague.times == exact.times && last.tokens.upperBound + 1 == found[0].tokens.lowerBound
  }

  /// «(вересень – грудень)» behind «щомісяця».
  private mutating func parseMonthsInParentheses() -> DeadlinePhrase.Window? {
    attempt { parser in
      guard parser.accept(.open), let windows = parser.parseWindows(), windows.count == 1,
        let first = windows[0].first, let last = windows[0].last, first.kind == .month,
        last.kind == .month, first != last, parser.accept(.close)
      else { return nil }
      return windows[0]
    }
  }

  /// A stretch before its recurrence: «до 1 березня щороку», «протягом року, щомісяця».
  mutating func parseYearly(_ window: DeadlinePhrase.Window) -> DeadlinePhrase? {
    attempt { parser in
      let isAfterComma = parser.accept(.comma)
      let isInParentheses = !isAfterComma && parser.accept(.open)
      guard var recurrence = parser.parseEvery(), !isInParentheses || parser.accept(.close) else {
        return nil
      }
      guard let due = Self.due(window), recurrence.unit == .year, recurrence.interval == 1,
        recurrence.times == 1
      else {
        guard window.mayHold(recurrence, mayBeCut: !isAfterComma) else { return nil }
        if let due = parser.parseFollowingDue(recurrence) { recurrence = due }
        if recurrence.unit.months == nil { parser.skipClock() }
        return .recurring(recurrence, within: window)
      }
      recurrence.due = [due]
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
      // «що місяця», which is written as one word.
      case .that:
        parser.place += 1
        return parser.parsePeriod().map { Recurrence($0.unit, interval: $0.count) }
      case .everyDecade:
        parser.place += 1
        return Recurrence(
          .month, times: 3, due: [10, 20, 31].map { .day($0, monthsLater: 0) })
      case .weekday(let day):
        parser.place += 1
        return Recurrence(.week, due: [.weekday(day)])
      // «до 17.00 щоп’ятниці»
      case .until:
        parser.place += 1
        guard parser.acceptClock(), case .weekday(let day)? = parser.word else { return nil }
        parser.place += 1
        return Recurrence(.week, due: [.weekday(day)])
      case .by:
        if parser.acceptWorkingDays() { return Recurrence(.workingDay) }
        parser.place += 1
        return parser.parseDayNames().map(Self.weekly)
      case .into: return parser.acceptWorkingDays() ? Recurrence(.workingDay) : nil
      // «вівторок, четвер щотижня»
      case .dayName:
        return parser.parseDayNames().flatMap {
          parser.accept(.every(.week)) ? Self.weekly(on: $0) : nil
        }
      case .each:
        parser.place += 1
        if let days = parser.parseDayNames() { return Self.weekly(on: days) }
        if let days = parser.parseDaysOfMonth() {
          return Recurrence(.month, times: days.count, due: days.map { .day($0, monthsLater: 0) })
        }
        return parser.parsePeriod().map { Recurrence($0.unit, interval: $0.count) }
      default: return parser.parseTimes()
      }
    }
  }

  /// The period of a recurrence: «місяць», «два роки», «пів року».
  private mutating func parsePeriod() -> Term? {
    guard let length = parseLength(mayLackCount: true), length.unit != .hour, length.unit != .minute
    else { return nil }
    return length
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
    guard accept(.on) || accept(.into) || accept(.slash), let length = parsePeriod() else {
      return nil
    }
    return Recurrence(length.unit, interval: length.count, times: times)
  }

  /// What stands behind a recurrence and says by which days: «(до 31 грудня)», «до 5 числа».
  private mutating func parseFollowingDue(_ recurrence: Recurrence) -> Recurrence? {
    attempt { parser in
      let isInParentheses = parser.accept(.open)
      if !isInParentheses {
        _ = parser.accept(.comma) || parser.accept(.dash) || parser.accept(.colon)
      }
      guard let due = parser.parseDue(recurrence), !isInParentheses || parser.accept(.close) else {
        return nil
      }
      return due
    }
  }

  private mutating func parseDue(_ recurrence: Recurrence) -> Recurrence? {
    var recurrence = recurrence
    if recurrence.unit == .week {
      guard recurrence.interval == 1, recurrence.due.isEmpty,
        let days = attempt({ $0.parseWeekdaysDue() }),
        recurrence.times == 1 || recurrence.times == days.count
      else { return nil }
      recurrence.times = days.count
      recurrence.due = days.map { .weekday($0) }
      return recurrence
    }
    guard recurrence.unit.months != nil else { return nil }
    if let day = attempt({ $0.parseDueAfterPeriod(recurrence) }) { return day }
    if let monthly = attempt({ $0.parseDueOfMonth(recurrence) }) { return monthly }
    if let places = attempt({ $0.parsePlacesInMonth(of: recurrence) }) { return places }
    if accept(.until) {
      if accept(.end) {
        _ = accept(.each) || accept(.current)
        return accept(.unit(recurrence.unit)) ? recurrence : nil
      }
      place -= 1
    }
    return parseDueOfYear(recurrence)
  }

  /// «у вівторок», «до 10.00 понеділка», «по п’ятницях», «вівторок і четвер».
  private mutating func parseWeekdaysDue() -> [Int]? {
    if accept(.until) {
      _ = acceptClock()
    } else {
      _ = accept(.into) || accept(.by)
    }
    return parseDayNames()
  }

  private static func weekly(on days: [Int]) -> Recurrence {
    Recurrence(.week, times: days.count, due: days.map { .weekday($0) })
  }

  /// «вівторок», «понеділок та четвер», «по понеділках і середах», in their order.
  mutating func parseDayNames() -> [Int]? {
    guard let first = acceptDayName() else { return nil }
    var days = [first]
    while let day = attempt({ parser -> Int? in
      guard parser.accept(.comma) || parser.accept(.and) || parser.accept(.loneI) else {
        return nil
      }
      _ = parser.accept(.into) || parser.accept(.by)
      return parser.acceptDayName()
    }) {
      days.append(day)
    }
    return Set(days).count == days.count ? days.sorted() : nil
  }

  /// «протягом 10 днів після закінчення звітного періоду» is by the 10th of the month behind it.
  private mutating func parseDueAfterPeriod(_ recurrence: Recurrence) -> Recurrence? {
    guard recurrence.interval == 1, recurrence.times == 1, let months = recurrence.unit.months,
      accept(.during) || accept(.not) && accept(.later), let count = parseCount(), count < 29
    else { return nil }
    _ = accept(.calendar)
    guard accept(unit: .day), accept(.after), place < tokens.count,
      DeadlineLexicon.isEnding(tokens[place].key)
    else { return nil }
    place += 1
    _ = accept(.current) || accept(.each)
    guard accept(.period) || accept(.unit(recurrence.unit)) else { return nil }
    return Recurrence(recurrence.unit, due: [.day(count, monthsLater: months)])
  }

  private mutating func parseDueOfMonth(_ recurrence: Recurrence) -> Recurrence? {
    guard recurrence.interval == 1, let days = parseDaysOfMonth(),
      let month = parseMonth(of: recurrence.unit), month.unit == recurrence.unit,
      recurrence.times == 1 || recurrence.times == days.count
    else { return nil }
    return Recurrence(
      recurrence.unit, times: days.count, due: days.map { .day($0, monthsLater: month.months) })
  }
}

extension DeadlinePhrase.Window {
  /// Whether a recurrence may run within it: a period of it has room there.
  fileprivate func mayHold(_ recurrence: Recurrence, mayBeCut: Bool) -> Bool {
    // «починаючи з 1 лютого, щомісяця»
    guard let last else { return first != nil }
    guard !last.isDay || first != nil && first != last else { return false }
    guard let first, first == last else { return true }
    let length: Int
    switch first.kind {
    case .year, .period, .schoolYear: return true
    case .halfYear: length = 6
    case .quarter: length = 3
    case .month: length = 1
    default: length = 0
    }
    return mayBeCut && recurrence.unit.months.map { $0 * recurrence.interval <= length } ?? true
  }
}
