extension DeadlineParser {
  /// Days and stretches with the preposition that says how they are meant.
  mutating func parseWindows() -> [DeadlinePhrase.Window]? {
    _ = attempt { parser in
      guard parser.accept(.into), parser.accept(.term) else { return nil as Bool? }
      return parser.word == .until || parser.word == .not || parser.word == .by ? true : nil
    }
    let windows: [DeadlinePhrase.Window]?
    switch word {
    case .not: windows = parseLimit()
    case .until, .by: windows = parseUntil()
    case .starting, .since, .from: windows = parseSince()
    case .during:
      place += 1
      windows = parseDuring()
    case .on where peek(1) == .word(.course):
      place += 2
      windows = parseDuring()
    case .into, .on:
      place += 1
      windows = parseList()
    default: windows = parseList()
    }
    guard windows != nil else { return nil }
    _ = accept(.inclusive)
    return windows
  }

  /// «не пізніше 15 листопада», «не раніше 1 березня».
  private mutating func parseLimit() -> [DeadlinePhrase.Window]? {
    guard accept(.not) else { return nil }
    let isLater = accept(.later)
    guard isLater || accept(.earlier) else { return nil }
    _ = accept(.than)
    guard isLater else {
      _ = accept(.since)
      return parseSpan().map { [.init(first: $0, last: nil)] }
    }
    _ = accept(.until)
    if accept(.end) { return parseEnd() }
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
    if accept(.end) { return parseEnd() }
    if let days = attempt({ $0.parseList(days: true) }) { return limits(days) }
    guard let span = parseSpan(), isClear || word == .inclusive else { return nil }
    return [.init(first: nil, last: span)]
  }

  private mutating func parseEnd() -> [DeadlinePhrase.Window]? {
    parseSpan(mayBeBare: true).map { [.init(first: nil, last: $0)] }
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
      guard let last = earlier.last, later.first?.follows(last) == true else { return windows }
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
}
