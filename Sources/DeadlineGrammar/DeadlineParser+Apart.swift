internal import Calendars
internal import Deadlines
internal import DeadlineWords

/// Parts that are no deadlines of their own, but say something of the parts beside them: years set
/// apart by a comma, a stroke or brackets, hours that look like dates.
extension DeadlineParser {
  /// Gives the years that stand apart to what lies in them: «червень, 2028», «III квартал (2028
  /// рік)», «2028 рік (III квартал)», «щомісяця, 2028 рік».
  mutating func joinYears() {
    var index = 0
    while index < parts.count {
      if let year = parts[index].phrase.wholeYear, !beginsWithDuring(index) || isOpened(index) {
        if let count = countWithin(index), isOpened(index) || index == 0 || !isJoined(index - 1) {
          for place in index + 1...index + count {
            setYear(year, of: place)
          }
          parts.remove(at: index)
          continue
        }
        if index > 0, isJoined(index - 1), giveYear(year, at: index) { continue }
      } else if parts[index].phrase.isOfYears, index > 0, isJoined(index - 1), isYearless(index - 1)
      {
        // «у березні, 2027–2028 роки»
        let first = firstYearless(upTo: index - 1)
        _ = refuse(first...index)
        index = first
        continue
      }
      index += 1
    }
  }

  /// Gives the parts before a year that year, where they have none; it is gone then, and whatever
  /// could not be told apart.
  private mutating func giveYear(_ year: Int, at index: Int) -> Bool {
    let last = parts[index - 1]
    switch last.phrase {
    case .recurring(_, let window) where window == nil, .standing(let window) where window == nil:
      let whole = parts[index].phrase.window
      parts[index - 1].phrase.window = whole
    case .recurring(_, let window?), .standing(let window?):
      guard window.last?.kind == .year, window.last?.year == .number(year - 1) else { return false }
      let end = parts[index].phrase.window?.last
      parts[index - 1].phrase.window?.last = end
    case .time(let window):
      guard let end = window.last ?? window.first, end.kind != .year, end.kind != .period,
        end.kind != .schoolYear
      else { return false }
      guard window.namesNoYear else {
        if window.numberedYears == [year, year] || window.numberedYears == [year] { break }
        // «IV квартал 2027 року, 2028 рік» is one stretch behind the other.
        if end.endsYear, end.year == .number(year - 1) { return false }
        return refuse(index - 1...index)
      }
      let first = firstYearless(upTo: index - 1)
      for place in first..<index - 1 {
        guard let own = parts[place].phrase.window, let next = parts[place + 1].phrase.window,
          let before = own.last ?? own.first, let after = next.first ?? next.last,
          before.precedes(after)
        else { return refuse(first...index) }
      }
      for place in first..<index {
        setYear(year, of: place)
      }
    default: return false
    }
    parts.remove(at: index)
    return true
  }

  private mutating func setYear(_ year: Int, of index: Int) {
    let window = parts[index].phrase.window?.inYear(.number(year))
    parts[index].phrase.window = window
  }

  /// Takes parts for not understood; mostly nobody can tell what year each has.
  mutating func refuse(
    _ range: ClosedRange<Int>, _ fault: ReadDeadline.Fault = .unclearYear
  ) -> Bool {
    let tokens =
      parts[range.lowerBound].tokens.lowerBound..<parts[range.upperBound].tokens.upperBound
    parts.removeSubrange(range)
    unread.append((tokens, fault))
    return true
  }

  /// How many stretches without a year stand in brackets behind a year: «2028 рік (червень,
  /// вересень)», or behind its comma: «у 2028 році, червень»; nil where none does.
  private func countWithin(_ index: Int) -> Int? {
    let end = parts[index].tokens.upperBound
    guard end < tokens.count, isOpened(index) || tokens[end].kind == .comma else { return nil }
    var count = 0
    while index + count + 1 < parts.count, isYearless(index + count + 1),
      parts[index + count + 1].tokens.lowerBound >= end,
      count == 0 || isJoined(index + count)
    {
      count += 1
    }
    guard count > 0, isJoined(index) else { return nil }
    // «у 2028 році, до 1 червня» may be two deadlines; what is in brackets is not.
    return isOpened(index) || parts[index + 1].phrase.window?.first != nil ? count : nil
  }

  /// The first of the stretches without a year that are joined up to one of them.
  private func firstYearless(upTo index: Int) -> Int {
    var first = index
    while first > 0, isJoined(first - 1), isYearless(first - 1) { first -= 1 }
    return first
  }

  private func isYearless(_ index: Int) -> Bool {
    guard case .time(let window) = parts[index].phrase, let end = window.last ?? window.first else {
      return false
    }
    return window.namesNoYear && end.kind != .year && end.kind != .period && end.kind != .schoolYear
  }

  /// Whether a bracket is opened right behind a part.
  private func isOpened(_ index: Int) -> Bool {
    let end = parts[index].tokens.upperBound
    return end < tokens.count && tokens[end].kind == .open
  }

  /// Whether a part says «протягом» of itself, and not with the part before it.
  private func beginsWithDuring(_ index: Int) -> Bool {
    tokens[parts[index].tokens.lowerBound].kind == .word(.during)
      && (index == 0 || parts[index - 1].tokens != parts[index].tokens)
  }

  /// Whether only a comma, a stroke, a bracket or «та» stands between a part and the next.
  private func isJoined(_ index: Int) -> Bool {
    let (part, next) = (parts[index].tokens, parts[index + 1].tokens)
    guard part.upperBound <= next.lowerBound else { return true }
    return next.lowerBound - part.upperBound < 2
      && tokens[part.upperBound..<next.lowerBound].allSatisfy { token in
        switch token.kind {
        case .comma, .slash, .open, .word(.and), .word(.loneI): true
        default: false
        }
      }
  }

  /// Gives recurrences the stretch behind them that has no days: «щомісяця протягом навчального року».
  mutating func joinStretchesWithoutDays() {
    var index = 0
    while index + 1 < parts.count {
      guard bounds(parts[index + 1], parts[index]) else {
        index += 1
        continue
      }
      let end = parts[index + 1].tokens.upperBound
      parts[index].words = parts[index + 1].words
      parts[index].tokens = parts[index].tokens.lowerBound..<end
      parts.remove(at: index + 1)
    }
  }

  private func bounds(_ condition: Part, _ part: Part) -> Bool {
    guard case .recurring(_, within: nil) = part.phrase, part.words == nil,
      condition.phrase == .condition,
      tokens[part.tokens.upperBound..<condition.tokens.lowerBound].allSatisfy({ $0.kind == .comma })
    else { return false }
    switch tokens[condition.tokens.lowerBound].kind {
    case .word(.during): return true
    case .word(.on), .word(.into):
      return tokens[condition.tokens.lowerBound + 1].kind == .word(.period)
    default: return false
    }
  }

  // MARK: What contradicts what stands beside it

  /// Takes for not understood what may be the hour of the day beside it, «14 травня, 09.10», and
  /// times that are counted from the end of each period, «щокварталу, протягом 5 робочих днів після
  /// закінчення кварталу», events that come again, «за 5 днів до початку кожного кварталу», a last
  /// day outside of the stretch before it, «I квартал, до 15 травня», and alternatives.
  mutating func refuseContradictions() {
    for index in tokens.indices.dropFirst(2) {
      guard case .date(let hour, let minute, nil) = tokens[index].kind, hour <= 24,
        1...12 ~= minute,
        tokens[index - 1].kind == .comma || tokens[index - 1].kind == .open,
        endsDay(at: index - 2)
      else { continue }
      unread.append((index..<index + 1, .words))
    }
    for part in parts where comesAgain(part) { unread.append((part.tokens, .words)) }
    for (part, next) in zip(parts, parts.dropFirst())
    where isOutside(next, part) || areAlternatives(part, next) {
      unread.append((part.tokens.lowerBound..<next.tokens.upperBound, .words))
    }
    for (part, next) in zip(parts, parts.dropFirst()) {
      guard case .recurring(let recurrence, _) = part.phrase, recurrence.due.isEmpty,
        recurrence.unit.months != nil, case .relative(let term) = next.phrase, !term.isBeforeEvent,
        let words = next.words, isEndOfPeriod(words)
      else { continue }
      unread.append((next.tokens, .words))
    }
  }

  /// Whether a term is counted from what comes again.
  private func comesAgain(_ part: Part) -> Bool {
    guard case .relative = part.phrase, let words = part.words else { return false }
    return words.contains { index in
      switch tokens[index].kind {
      case .word(.every): true
      // «після кожного засідання»: what no calendar has days of.
      case .word(.each): index + 1 == words.upperBound || !tokens[index + 1].kind.isOfEvent
      default: false
      }
    }
  }

  /// «до 1 березня або до 1 квітня»: one of two, and nobody can tell which.
  private func areAlternatives(_ part: Part, _ next: Part) -> Bool {
    guard part.tokens.upperBound < next.tokens.lowerBound, !part.phrase.isDateless,
      !next.phrase.isDateless
    else { return false }
    return tokens[part.tokens.upperBound..<next.tokens.lowerBound].contains {
      $0.kind == .word(.or)
    }
  }

  /// Whether a last day behind a comma lies outside of the stretch before it.
  private func isOutside(_ limit: Part, _ part: Part) -> Bool {
    guard case .time(let stretch) = part.phrase, let first = stretch.first, !first.isDay,
      case .time(let day) = limit.phrase, day.first == nil, let last = day.last, last.isDay,
      stretch.namesNoYear, part.subject == nil, limit.subject == nil,
      [[.comma], [.open], [.comma, .word(.but)]].contains(
        part.tokens.upperBound <= limit.tokens.lowerBound
          ? tokens[part.tokens.upperBound..<limit.tokens.lowerBound].map(\.kind) : []),
      let due = last.days(planYear: 2000, period: nil)?.upperBound,
      let start = first.days(planYear: due.year, period: nil)?.lowerBound,
      let end = stretch.last?.days(planYear: due.year, period: nil)?.upperBound
    else { return false }
    return due < start || due > end
  }

  /// Whether a date that is more than a number like «14.05» ends there.
  private func endsDay(at index: Int) -> Bool {
    switch tokens[index].kind {
    case .word(.month), .word(.yearMark), .word(.unit(.year)), .word(.dayName), .date(_, _, _?):
      true
    case .number(let number): (1900...2199).contains(number)
    default: false
    }
  }

  private func isEndOfPeriod(_ words: Range<Int>) -> Bool {
    tokens[words].contains { DeadlineLexicon.isEnding($0.key) }
      && tokens[words].contains { token in
        switch token.kind {
        case .word(.unit(let unit)): unit.months != nil
        case .word(.period): true
        default: false
        }
      }
  }
}

extension DeadlinePhrase {
  /// Whether it goes from one year to another.
  fileprivate var isOfYears: Bool {
    guard case .time(let window) = self else { return false }
    return window.first?.kind == .year && window.last?.kind == .year && window.first != window.last
  }

  /// The year that it is the whole of, where it names one by number.
  var wholeYear: Int? {
    guard case .time(let window) = self, let span = window.last, span == window.first,
      span.kind == .year, case .number(let year) = span.year
    else { return nil }
    return year
  }
}
