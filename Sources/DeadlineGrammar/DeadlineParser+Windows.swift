internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  /// Days and stretches with the preposition that says how they are meant.
  mutating func parseWindows() -> [DeadlinePhrase.Window]? {
    _ = attempt { parser in
      _ = parser.accept(.into) || parser.accept(.on)
      guard parser.accept(.term) || parser.accept(.period) else { return nil as Bool? }
      var rest = parser
      return parser.word == .until || parser.word == .not || parser.word == .by
        || parser.word == .since || rest.parseList() != nil && rest.isBoundary ? true : nil
    }
    guard let windows = parseYearFirst() ?? parsePlainWindows() else { return nil }
    _ =
      accept(.inclusive)
      || attempt { $0.accept(.open) && $0.accept(.inclusive) && $0.accept(.close) ? true : nil }
        == true
    return inEachYear(windows)
  }

  private mutating func parsePlainWindows() -> [DeadlinePhrase.Window]? {
    switch word {
    case .not: return parseLimit()
    case .until, .by: return parseUntil()
    case .starting, .since, .from: return parseSince()
    case .during:
      place += 1
      return parseDuring()
    case .whole: return parseDuring()
    case .between:
      place += 1
      return parseBetween()
    case .on where peek(1) == .word(.course):
      place += 2
      return parseDuring()
    case .end:
      place += 1
      return parseEnd()
    case .into, .on:
      place += 1
      if accept(.end) { return parseEnd() }
      return parseList()
    default: return attempt { $0.parseLastDay() } ?? parseList()
    }
  }

  /// «завершення 2027 року», «закінчення березня», behind «до».
  private mutating func parseCompletion() -> [DeadlinePhrase.Window]? {
    guard place < tokens.count, DeadlineLexicon.isEnding(tokens[place].key) else { return nil }
    place += 1
    return parseEnd().flatMap { isBoundary ? $0 : nil }
  }

  /// «між 1 і 15 жовтня».
  private mutating func parseBetween() -> [DeadlinePhrase.Window]? {
    guard let windows = parseList(), windows.count == 2,
      windows.allSatisfy({ $0.first == $0.last })
    else { return nil }
    return [.init(first: windows[0].first, last: windows[1].last)]
  }

  /// «останній день лютого».
  private mutating func parseLastDay() -> [DeadlinePhrase.Window]? {
    guard accept(.last), accept(unit: .day), let span = parseSpan(), !span.isDay else { return nil }
    return [.init(first: nil, last: span)]
  }

  /// «2028 рік, III квартал», «2028 I, IV квартали»: the year stands before what lies in it.
  private mutating func parseYearFirst() -> [DeadlinePhrase.Window]? {
    attempt { parser in
      guard case .mark(.number(let number)) = parser.next, (1900...2199).contains(number),
        let year = parser.parseYear()
      else { return nil }
      if !parser.accept(.comma), !parser.accept(.colon) {
        _ =
          parser.peek(0) == .mark(.dash) && parser.tokens[parser.place].hasSpaceBefore
          && parser.accept(.dash)
      }
      guard let windows = parser.parsePlainWindows(), windows.allSatisfy(\.namesNoYear),
        windows.allSatisfy({ $0.last?.kind != .year && $0.first?.kind != .year })
      else { return nil }
      return windows.map { $0.inYear(year) }
    }
  }

  /// «не пізніше 15 листопада», «не раніше 1 березня».
  private mutating func parseLimit() -> [DeadlinePhrase.Window]? {
    guard accept(.not) else { return nil }
    let isLater = accept(.later)
    guard isLater || accept(.earlier) else { return nil }
    _ = accept(.comma)
    _ = accept(.than)
    guard isLater else {
      _ = accept(.since)
      return parseSpan().map { [.init(first: $0, last: nil)] }
    }
    _ = accept(.until)
    if accept(.end) { return parseEnd() }
    _ = acceptClock()
    if let days = attempt({ $0.parseList(days: true) }) { return limits(days) }
    return parseSpan().map { [.init(first: nil, last: $0)] }
  }

  /// «до 15 листопада», «по квітень», «до кінця року».
  ///
  /// «до квітня» and «до 2022 року» may mean the time before or the time with them: they are read
  /// only with «включно».
  private mutating func parseUntil() -> [DeadlinePhrase.Window]? {
    let isClear = word == .by
    place += 1
    if let last = attempt({ $0.parseLastDay() }) { return last }
    if accept(.end) {
      // «до кінця робочого дня 1 червня»
      _ = accept(.working)
      guard accept(unit: .day) else { return parseEnd() }
      return parseList(days: true).flatMap(limits)
    }
    if let end = attempt({ $0.parseCompletion() }) { return end }
    if accept(.begin) {
      guard var span = parseSpan(), !span.isDay, span.kind != .schoolYear else { return nil }
      span.isDayBefore = true
      return [.init(first: nil, last: span)]
    }
    _ = acceptClock()
    if let days = attempt({ $0.parseList(days: true) }) { return limits(days) }
    guard let span = parseSpan() else { return nil }
    guard isClear || word == .inclusive || next == .mark(.open) && peek(1) == .word(.inclusive)
    else {
      fault = .unclearEnd
      return nil
    }
    return [.init(first: nil, last: span)]
  }

  private mutating func parseEnd() -> [DeadlinePhrase.Window]? {
    parseSpan(mayBeBare: true).flatMap { $0.isDay ? nil : [.init(first: nil, last: $0)] }
  }

  /// The days of a list as last permitted ones; nil where one is a stretch.
  private func limits(_ windows: [DeadlinePhrase.Window]) -> [DeadlinePhrase.Window]? {
    guard windows.allSatisfy({ $0.first == $0.last }) else { return nil }
    return windows.map { .init(first: nil, last: $0.last) }
  }

  /// «з 1 березня», «починаючи з II кварталу», «з 1 по 15 березня».
  private mutating func parseSince() -> [DeadlinePhrase.Window]? {
    _ = accept(.starting)
    guard accept(.since) || accept(.from) else { return nil }
    return parseRange().map { [$0] }
  }

  /// «протягом року», «протягом 2021 і 2022 років»: what adjoins is one stretch.
  private mutating func parseDuring() -> [DeadlinePhrase.Window]? {
    _ = accept(.whole)
    guard let windows = parseList(mayBeBare: true) else { return nil }
    for (earlier, later) in zip(windows, windows.dropFirst()) {
      guard let last = earlier.last, let first = later.first, first.adjoins(last) else {
        return windows
      }
    }
    return [.init(first: windows.first?.first, last: windows.last?.last)]
  }

  /// The stretch within which a recurrence or a standing duty runs: «щокварталу протягом року».
  mutating func parseFollowingWindow() -> DeadlinePhrase.Window? {
    attempt { parser in
      let isInParentheses = parser.accept(.open)
      if parser.peek(1) == .word(.starting) { _ = parser.accept(.comma) }
      switch parser.word {
      case .during, .into, .on, .since, .from, .starting, .until, .by, .not: break
      default:
        guard !isInParentheses, let year = parser.parseYear() else { return nil }
        return .init(first: TimeSpan(year: year), last: TimeSpan(year: year))
      }
      guard let windows = parser.parseWindows(), windows.count == 1,
        !isInParentheses || parser.accept(.close)
      else { return nil }
      return windows[0]
    }
  }

  /// «січень, квітень, липень до 15 числа»: the same day of each month.
  mutating func parseDayOfEach(_ windows: [DeadlinePhrase.Window]) -> [DeadlinePhrase.Window]? {
    guard windows.count > 1,
      windows.allSatisfy({ $0.first == $0.last && $0.last?.kind == .month })
    else { return nil }
    return attempt { parser in
      guard parser.word == .until || parser.word == .not, let days = parser.parseDaysOfMonth(),
        days.count == 1, parser.place == parser.tokens.count || parser.next == .mark(.semicolon)
      else { return nil }
      return windows.compactMap(\.last).map { month in
        .init(
          first: nil,
          last: TimeSpan(kind: .day, number: days[0], month: month.number, year: month.year))
      }
    }
  }

  /// «червень, до 15 числа», «жовтень (до 20 числа)»: the day within the month before it; «травень, II
  /// декада»: the part of it.
  mutating func parseDayWithin(_ window: DeadlinePhrase.Window) -> DeadlinePhrase.Window? {
    if let part = attempt({ $0.parsePartWithin(window) }) { return part }
    guard let month = window.last, month.kind == .month, window.first == month else { return nil }
    return attempt { parser in
      let isInParentheses = parser.accept(.open)
      guard isInParentheses || parser.accept(.comma) else { return nil }
      if !isInParentheses { _ = parser.accept(.but) }
      guard let days = parser.parseDaysOfMonth(),
        days.count == 1, !isInParentheses || parser.accept(.close), parser.isBoundary
      else { return nil }
      let day = TimeSpan(kind: .day, number: days[0], month: month.number, year: month.year)
      return .init(first: nil, last: day)
    }
  }
}

extension DeadlineParser {
  private mutating func parsePartWithin(_ window: DeadlinePhrase.Window)
    -> DeadlinePhrase.Window?
  {
    guard let month = window.last, month.kind == .month, window.first == month else { return nil }
    let isInParentheses = accept(.open)
    guard isInParentheses || accept(.comma) else { return nil }
    let isLast = word == .last
    guard let numeral = acceptNumeral() else { return nil }
    let number = isLast ? 3 : numeral
    let kind: TimeSpan.Kind
    if number < 4, accept(.decade) {
      kind = .decade
    } else if number < 3, accept(.half) {
      kind = .halfMonth
    } else {
      return nil
    }
    guard number > 0, !isInParentheses || accept(.close), isBoundary else { return nil }
    let span = TimeSpan(kind: kind, number: number, month: month.number, year: month.year)
    return .init(first: span, last: span)
  }
}

extension TimeSpan {
  /// Whether it begins where another ends, as far as both are of one kind, or a whole year goes
  /// before.
  fileprivate func adjoins(_ other: TimeSpan) -> Bool {
    if follows(other) { return true }
    guard other.kind == .year, case .number(let before) = other.year, case .number(let own) = year,
      own == before + 1
    else { return false }
    switch kind {
    case .month, .quarter, .halfYear: return number == 1
    default: return false
    }
  }
}
