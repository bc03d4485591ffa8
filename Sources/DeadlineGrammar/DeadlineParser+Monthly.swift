internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  /// «до 10 числа щомісяця», «10 числа кожного місяця», «… місяця, наступного за звітним», «перший
  /// понеділок кожного місяця».
  mutating func parseMonthly() -> Recurrence? {
    if let days = attempt({ $0.parsePlacesInMonth(of: nil) }) { return days }
    guard let days = parseDaysOfMonth(), let (unit, months) = parseMonth(of: nil) else {
      return nil
    }
    return Recurrence(
      unit, times: days.count, due: days.map { .day($0, monthsLater: months) })
  }

  /// «до 10 числа», «не пізніше 25 числа», «1 та 15 числа».
  mutating func parseDaysOfMonth() -> [Int]? {
    attempt { parser in
      if parser.accept(.not) {
        guard parser.accept(.later) else { return nil }
        _ = parser.accept(.than)
      } else {
        _ = parser.accept(.until) || parser.accept(.by)
        // «до 10.00 5 числа»
        _ = parser.attempt { $0.acceptClock() && $0.isNumber ? true : nil }
      }
      if let last = parser.attempt({ $0.parseRangeOfDays() }) { return [last] }
      guard let first = parser.acceptDayOfMonth() else { return nil }
      var days = [first]
      while let day = parser.attempt({ inner in
        guard inner.accept(.comma) || inner.accept(.and) || inner.accept(.loneI) else {
          return nil as Int?
        }
        return inner.acceptDayOfMonth()
      }) {
        days.append(day)
      }
      // «до 5-го» is «до 5-го числа».
      guard
        parser.accept(.dayOfMonth)
          || parser.hasSuffix(days[days.count - 1])
            && (parser.isBoundary || parser.word == .every(.month) || parser.word == .each),
        days == days.sorted()
      else { return nil }
      return days
    }
  }

  private var isNumber: Bool { if case .mark(.number) = next { true } else { false } }

  /// Whether the number just read has an ending: «5-го».
  private func hasSuffix(_ number: Int) -> Bool {
    let token = tokens[place - 1]
    return token.kind == .number(number) && token.end - token.start > String(number).count
  }

  /// The last day of «1–10 числа», «з 1 по 10 число».
  private mutating func parseRangeOfDays() -> Int? {
    let isSince = accept(.since)
    guard let first = acceptNumber(1...31),
      isSince ? accept(.by) || accept(.until) : accept(.dash), let last = acceptNumber(1...31),
      first < last, accept(.dayOfMonth)
    else { return nil }
    return last
  }

  /// Which month «числа» speaks of, as so many months after the first of a period.
  ///
  /// A day of a quarter or of half a year without a month is one of the month behind it: «щокварталу
  /// до 10 числа» is when the report on the quarter is due.
  ///
  /// - Parameter unit: the period, where a recurrence before has named it.
  mutating func parseMonth(of unit: TimeUnit?) -> (unit: TimeUnit, months: Int)? {
    if accept(.every(.month)) { return (.month, 0) }
    if accept(.each) {
      guard accept(unit: .month) else { return nil }
      return acceptFollowing() ? parseReported(unit) : (.month, 0)
    }
    if let ofPeriod = attempt({ $0.parseMonthOfPeriod(unit) }) { return ofPeriod }
    if accept(.next) {
      if accept(.about) {
        guard accept(.current), let (period, months) = parseReported(unit) else { return nil }
        _ = accept(unit: .month)
        return (period, months)
      }
      guard accept(unit: .month) else { return nil }
      return (unit ?? .month).months.map { (unit ?? .month, $0) }
    }
    if accept(unit: .month), acceptFollowing() { return parseReported(unit) }
    switch unit {
    case .month: return (.month, 0)
    case .quarter: return (.quarter, 3)
    case .halfYear: return (.halfYear, 6)
    default: return nil
    }
  }

  /// «останнього місяця кварталу», «першого місяця кварталу, наступного за звітним»; the period may be
  /// known.
  private mutating func parseMonthOfPeriod(_ known: TimeUnit?) -> (unit: TimeUnit, months: Int)? {
    let number: Int?
    switch word {
    case .ordinal(let value): number = value
    case .last: number = nil
    default: return nil
    }
    place += 1
    guard accept(unit: .month) else { return nil }
    var isNext = accept(.next)
    if !isNext { _ = accept(.current) || accept(.each) }
    var named = known
    if case .unit(let unit)? = word {
      named = unit
      place += 1
    }
    guard let period = named, let months = period.months, period != .month, number ?? 1 <= months
    else { return nil }
    if acceptFollowing() {
      isNext = true
      _ = accept(unit: period)
    }
    return (period, (number ?? months) - 1 + (isNext ? months : 0))
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
