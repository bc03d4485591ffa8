internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  /// One stretch of the calendar in any case form, or nil with the place unmoved.
  ///
  /// - Parameter mayBeBare: whether «року» alone is the plan's year, as behind «протягом».
  mutating func parseSpan(mayBeBare: Bool = false) -> TimeSpan? {
    attempt { parser in
      if case .dayName(let weekday)? = parser.word {
        parser.place += 1
        _ = parser.accept(.comma)
        guard var span = parser.parseDate() ?? parser.parseDayAndMonth() else { return nil }
        span.weekday = weekday
        parser.skipClock()
        return span
      }
      if var span = parser.parseDate() ?? parser.parseDayAndMonth() {
        parser.parseWeekdayBeside(&span)
        parser.skipClock()
        parser.skipHoliday(of: span)
        return span
      }
      return parser.parseStretch(mayBeBare: mayBeBare)
    }
  }

  private mutating func parseStretch(mayBeBare: Bool) -> TimeSpan? {
    switch next {
    case .mark(.number(let number)):
      return parseSchoolYear() ?? parseNumbered(number) ?? parseYear().map(TimeSpan.init(year:))
    case .word(.ordinal(let number)), .word(.roman(let number)): return parseNumbered(number)
    case .word(.loneI): return parseNumbered(1)
    case .word(.last): return parseNumbered(-1)
    case .mark(.month(let month, let year)):
      place += 1
      _ = accept(.yearMark) || accept(unit: .year)
      return TimeSpan(kind: .month, number: month, year: .number(year))
    case .word(.month(let month)):
      place += 1
      // «у березні місяці»
      if word == .unit(.month), peek(1) != .word(.next) { place += 1 }
      return withYear(TimeSpan(kind: .month, number: month))
    case .word(.current) where peek(1) == .word(.period):
      place += 2
      return TimeSpan(kind: .period, year: .current)
    case .word(.unit(.year)) where mayBeBare, .word(.calendar) where mayBeBare,
      .word(.ofBudget) where mayBeBare:
      if let year = parseYear() { return TimeSpan(year: year) }
      _ = accept(.calendar) || accept(.ofBudget)
      return accept(unit: .year) ? TimeSpan(kind: .year) : nil
    default:
      return holidays.isEmpty
        ? parseYear().map(TimeSpan.init(year:))
        : parseHoliday() ?? parseYear().map(TimeSpan.init(year:))
    }
  }

  /// «15.11.2021», «15.11».
  private mutating func parseDate() -> TimeSpan? {
    if let day = attempt({ $0.parseShortDate() }) { return withYear(day) }
    guard case .mark(.date(let day, let month, let year)) = next else { return nil }
    place += 1
    var span = TimeSpan(kind: .day, number: day, month: month)
    if let year {
      span.year = .number(year)
      _ = accept(.yearMark) || accept(unit: .year)
      return span
    }
    return withYear(span)
  }

  /// «5.02», which is no hour: the month has two digits.
  private mutating func parseShortDate() -> TimeSpan? {
    guard peek(-1) != .word(.at), let day = acceptNumber(1...9), next == .mark(.stop),
      case .mark(.number(let month)) = peek(1), (1...12).contains(month),
      tokens[place + 1].end - tokens[place + 1].start == 2, !tokens[place].hasSpaceBefore,
      !tokens[place + 1].hasSpaceBefore,
      // «2.10» alone may be any number.
      place > 1 || place + 2 < tokens.count
    else { return nil }
    place += 2
    return TimeSpan(kind: .day, number: day, month: month)
  }

  /// «15 листопада», «першого жовтня», «друга неділя вересня».
  private mutating func parseDayAndMonth() -> TimeSpan? {
    attempt { parser in
      var number: Int
      switch parser.next {
      case .mark(.number(let value)): number = value
      case .word(.ordinal(let value)): number = value
      case .word(.last): number = -1
      default: return nil
      }
      parser.place += 1
      if let weekday = parser.acceptDayName() {
        guard case .month(let month)? = parser.word, number < 6 else { return nil }
        parser.place += 1
        var span = TimeSpan(kind: .nthWeekday, number: number, month: month)
        span.weekday = weekday
        return parser.withYear(span)
      }
      if number > 0, parser.accept(.dayOfMonth), case .month? = parser.word {
      } else if parser.peek(-1) == .word(.dayOfMonth) {
        return nil
      }
      guard case .month(let month)? = parser.word, number >= 0 else { return nil }
      parser.place += 1
      return parser.withYear(TimeSpan(kind: .day, number: number, month: month))
    }
  }

  /// «II квартал», «перше півріччя», «I половина року», «III декада листопада».
  private mutating func parseNumbered(_ number: Int) -> TimeSpan? {
    let kind: TimeSpan.Kind
    switch peek(1) {
    case .word(.unit(.quarter)) where (1...4).contains(number): kind = .quarter
    case .word(.unit(.halfYear)) where (1...2).contains(number): kind = .halfYear
    case .word(.half) where (1...2).contains(number): kind = .halfYear
    case .word(.decade) where number == -1 || (1...3).contains(number): kind = .decade
    default: return nil
    }
    let isHalf = peek(1) == .word(.half)
    place += 2
    if case .month(let month)? = word, isHalf || kind == .decade {
      place += 1
      let span = TimeSpan(
        kind: isHalf ? .halfMonth : .decade, number: number < 0 ? 3 : number, month: month)
      return withYear(span)
    }
    if kind == .decade { return nil }
    let span = withYear(TimeSpan(kind: kind, number: number))
    if isHalf, span.year == .unstated { return accept(unit: .year) ? span : nil }
    return span
  }

  /// «2027/2028 навчальний рік», «2027/28 н. р.».
  private mutating func parseSchoolYear() -> TimeSpan? {
    attempt { parser in
      guard let first = parser.acceptNumber(1900...2199),
        parser.accept(.slash) || parser.accept(.dash), let last = parser.acceptNumber(0...2199),
        last == first + 1 || last == (first + 1) % 100
      else { return nil }
      let isSchool =
        parser.accept(.school)
        ? parser.accept(unit: .year) : parser.accept(.schoolMark) && parser.accept(.yearMark)
      return isSchool ? TimeSpan(kind: .schoolYear, year: .number(first)) : nil
    }
  }

  // MARK: What stands beside a day

  /// «(четвер)», «, четвер», «четвер».
  private mutating func parseWeekdayBeside(_ span: inout TimeSpan) {
    let weekday = attempt { parser -> Int? in
      let isInParentheses = parser.accept(.open)
      if !isInParentheses { _ = parser.accept(.comma) }
      guard let day = parser.acceptDayName(), !isInParentheses || parser.accept(.close) else {
        return nil
      }
      return day
    }
    if let weekday { span.weekday = weekday }
  }

  /// «о 10:00», «, 18.00», «з 10:00 до 12:30», «, 14 год. 30 хв.»: the hour of a day.
  mutating func skipClock() {
    _ = attempt { parser -> Bool? in
      let isAfterComma = parser.accept(.comma) || parser.accept(.colon)
      let isClear = parser.accept(.at) || parser.word == .since || parser.word == .until
      let isUntil = parser.word == .until
      if parser.word == .since || isUntil { parser.place += 1 }
      // «1 червня до кінця робочого дня»
      if isUntil, parser.accept(.end) {
        _ = parser.accept(.working)
        return parser.accept(unit: .day) ? true : nil
      }
      // «з 10 до 21 години»
      let isRange =
        isClear && !isUntil
        && parser.attempt({
          $0.acceptNumber(0...24) != nil && $0.accept(.until) && $0.acceptClock() ? true : nil
        }) != nil
      if isRange { return true }
      guard isAfterComma || isClear, parser.acceptClock() else { return nil }
      if parser.accept(.dash) || parser.accept(.until) { return parser.acceptClock() ? true : nil }
      while parser.attempt({ $0.parseFurtherClock() }) != nil {}
      return true
    }
  }

  /// «о 10.00 4 березня»: the hour before its day.
  mutating func skipClockBeforeDay() {
    guard word == .at else { return }
    _ = attempt { parser -> Bool? in
      guard parser.accept(.at), parser.acceptClock() else { return nil }
      switch parser.next {
      case .mark(.number), .mark(.date), .word(.ordinal): return true
      default: return nil
      }
    }
  }

  /// «та о 20.00», «, 20.00» behind another clock.
  private mutating func parseFurtherClock() -> Bool? {
    guard accept(.and) || accept(.loneI) || accept(.comma) else { return nil }
    _ = accept(.at)
    return acceptClock() ? true : nil
  }

  /// «10:00», «10.00», «18 год.», «14 год. 30 хв.», «12-ї години».
  mutating func acceptClock() -> Bool {
    attempt { parser in
      let isAt = parser.peek(-1) == .word(.at)
      var hour = 0
      var minute = 0
      var isClear = isAt
      switch parser.next {
      case .mark(.clock(let hours, let minutes)):
        (hour, minute, isClear) = (hours, minutes, true)
      case .mark(.date(let hours, let minutes, nil)):
        (hour, minute) = (hours, minutes)
        if minutes == 0 || minutes > 12 { isClear = true }
      case .mark(.number(let hours)): hour = hours
      case .word(.ordinal(let hours)): hour = hours
      default: return nil
      }
      parser.place += 1
      // «до 9.00»; «9.10» is a day.
      if parser.next == .mark(.stop), case .mark(.number(let minutes)) = parser.peek(1),
        isAt || minutes == 0 || minutes > 12
      {
        minute = minutes
        isClear = true
        parser.place += 2
      }
      // «17-00»; «10-15» may be days.
      if !isClear || isAt, parser.next == .mark(.dash), !parser.tokens[parser.place].hasSpaceBefore,
        case .mark(.number(let minutes)) = parser.peek(1), isAt || minutes == 0
      {
        minute = minutes
        isClear = true
        parser.place += 2
      }
      if parser.accept(unit: .hour) {
        isClear = true
        _ = parser.accept(unit: .day)
        minute = parser.attempt { $0.parseMinutes() } ?? minute
      }
      return isClear && hour <= 24 && minute < 60 ? true : nil
    } == true
  }
}

extension TimeSpan {
  /// A whole year.
  init(year: YearName) {
    self.init(kind: .year, year: year)
  }
}
