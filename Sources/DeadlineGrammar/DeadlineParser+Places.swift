internal import DeadlineWords
internal import Deadlines

/// Days by their places in a month, «перший понеділок», «останній робочий день», «друга декада», and
/// all working days.
extension DeadlineParser {
  private enum Place {
    case weekday(Int), workingDay, lastDay, decade, half
  }

  /// «перший понеділок кожного місяця», «другий і четвертий вівторок щомісяця», «до 3 робочого дня
  /// місяця, наступного за звітним», «останній день кварталу».
  ///
  /// - Parameter recurrence: that which stands before, and whose months it speaks of; nil for none.
  mutating func parsePlacesInMonth(of recurrence: Recurrence?) -> Recurrence? {
    if let days = attempt({ $0.parseFirstDays(of: recurrence) }) { return days }
    let isLimit = acceptLimit()
    if !isLimit { _ = accept(.into) }
    let isEach = accept(.each)
    guard let numbers = parsePlaceNumbers(), let place = parsePlace(numbers, isLimit: isLimit)
    else { return nil }
    let isClear = isEach || recurrence != nil
    guard let (unit, months) = parseMonthOfPlace(numbers, place, of: recurrence, isClear: isClear)
    else { return nil }
    if let recurrence {
      let isFree =
        recurrence.due.isEmpty && recurrence.interval == 1
        && (recurrence.times == 1 || recurrence.times == numbers.count)
      guard isFree, recurrence.unit == unit else { return nil }
    }
    let due: [Recurrence.Due] = numbers.map { number in
      switch place {
      case .weekday(let day): .nth(number, weekday: day)
      case .workingDay: .workingDay(number, monthsLater: months)
      case .lastDay: .day(31, monthsLater: months)
      case .decade: .day(number == 1 || number == 2 ? number * 10 : 31, monthsLater: months)
      case .half: .day(number == 1 ? 15 : 31, monthsLater: months)
      }
    }
    return Recurrence(unit, times: due.count, due: due)
  }

  /// «протягом перших 5 робочих днів місяця», «у перші десять днів кожного місяця».
  private mutating func parseFirstDays(of recurrence: Recurrence?) -> Recurrence? {
    guard accept(.during) || accept(.into), accept(.ordinal(1)), let count = parseCount(),
      count < 21, recurrence?.due.isEmpty ?? true, recurrence?.times ?? 1 == 1
    else { return nil }
    let isWorking = accept(.working)
    if !isWorking { _ = accept(.calendar) }
    guard accept(unit: .day),
      let (unit, months) = attempt({ $0.parseMonth(of: recurrence?.unit) })
        ?? (accept(unit: .month) ? (recurrence?.unit ?? .month, 0) : nil),
      recurrence == nil || recurrence?.unit == unit
    else { return nil }
    return Recurrence(
      unit,
      due: [isWorking ? .workingDay(count, monthsLater: months) : .day(count, monthsLater: months)])
  }

  private mutating func acceptLimit() -> Bool {
    guard accept(.not) else { return accept(.until) }
    guard accept(.later) else {
      place -= 1
      return false
    }
    _ = accept(.than)
    return true
  }

  /// «перший», «другий і четвертий», «останній», «3-го»; -1 for the last.
  private mutating func parsePlaceNumbers() -> [Int]? {
    var numbers: [Int] = []
    repeat {
      guard let number = acceptNumeral() else { return nil }
      numbers.append(number)
    } while accept(.and) || (peek(1) != .end && accept(.loneI))
    return numbers == numbers.sorted() || numbers.last == -1 ? numbers : nil
  }

  private mutating func parsePlace(_ numbers: [Int], isLimit: Bool) -> Place? {
    if let day = acceptDayName() { return numbers.allSatisfy { $0 < 5 } ? .weekday(day) : nil }
    if accept(.working) {
      guard word == .unit(.day), !DeadlineLexicon.isPlural(tokens[place].key),
        numbers.allSatisfy({ $0 < 21 })
      else { return nil }
      place += 1
      return .workingDay
    }
    if numbers == [-1], accept(unit: .day) || accept(.dayOfMonth) { return .lastDay }
    guard !isLimit || numbers.count == 1 else { return nil }
    if numbers.allSatisfy({ $0 < 4 }), accept(.decade) { return .decade }
    return numbers.allSatisfy { (1...2).contains($0) } && accept(.half) ? .half : nil
  }

  /// Which month it is of, as so many months after the first of a period: of a quarter the last one
  /// for the last day, and else the first.
  private mutating func parseMonthOfPlace(
    _ numbers: [Int], _ place: Place, of recurrence: Recurrence?, isClear: Bool
  ) -> (unit: TimeUnit, months: Int)? {
    let isLast = numbers == [-1]
    let inPeriod = { (unit: TimeUnit) in isLast ? (unit.months ?? 1) - 1 : 0 }
    if accept(.every(.month)) { return (.month, 0) }
    switch place {
    case .weekday:
      let isEach = accept(.each)
      let isNamed = accept(unit: .month)
      return isNamed || !isEach && recurrence?.unit == .month ? (.month, 0) : nil
    case .decade, .half:
      if accept(.each) { return accept(unit: .month) ? (.month, 0) : nil }
      guard isClear else { return nil }
      if let month = attempt({ $0.parseMonth(of: recurrence?.unit) }), word != .unit(.month) {
        return month
      }
      return accept(unit: .month) && recurrence?.unit == .month ? (.month, 0) : nil
    case .workingDay, .lastDay:
      let isEach = accept(.each)
      if case .unit(let unit)? = word, unit == .quarter || unit == .halfYear || unit == .year {
        self.place += 1
        return (unit, inPeriod(unit))
      }
      if let month = attempt({ $0.parseMonthBehind(recurrence?.unit) }) { return month }
      if accept(unit: .month) { return (.month, 0) }
      guard !isEach, let unit = recurrence?.unit, unit.months != nil else { return nil }
      return (unit, inPeriod(unit))
    }
  }

  /// «місяця, наступного за звітним», «наступного місяця».
  private mutating func parseMonthBehind(_ unit: TimeUnit?) -> (unit: TimeUnit, months: Int)? {
    guard word == .next || word == .unit(.month) && peek(1) != .end else { return nil }
    let start = place
    guard let month = parseMonth(of: unit), month.months > 0, place > start + 1 else { return nil }
    return month
  }

  // MARK: Working days

  /// «у робочі дні», «по робочих днях».
  mutating func acceptWorkingDays() -> Bool {
    guard word == .into || word == .by, peek(1) == .word(.working), peek(2) == .word(.unit(.day)),
      DeadlineLexicon.isPlural(tokens[place + 2].key)
    else { return false }
    place += 3
    return true
  }

  /// Behind «щодня»: «у робочі дні», «, крім вихідних та святкових днів».
  mutating func acceptWorkingDaysOnly() -> Bool {
    attempt { parser in
      let isInParentheses = parser.accept(.open)
      if !isInParentheses { _ = parser.accept(.comma) }
      if parser.acceptWorkingDays() {
        return !isInParentheses || parser.accept(.close) ? true : nil
      }
      guard parser.accept(.doubt) else { return nil }
      if parser.parseDayNames() == [6, 7] {
        return !isInParentheses || parser.accept(.close) ? true : nil
      }
      guard parser.accept(.dayOff) else { return nil }
      while parser.attempt({ inner in
        guard inner.accept(.and) || inner.accept(.loneI) || inner.accept(.comma) else { return nil }
        return inner.accept(.dayOff) ? true : nil
      }) == true {}
      _ = parser.accept(unit: .day)
      return !isInParentheses || parser.accept(.close) ? true : nil
    } == true
  }
}
