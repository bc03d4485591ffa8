internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  /// The words of a condition, «у разі змін», «після завершення …», to its end.
  mutating func parseCondition() -> Range<Int>? {
    let start = place
    let isBare = word == .promptly || word == .gradually
    if isBare { place += 1 }
    if skipShortPeriod() { return start..<place }
    guard opensCondition else {
      if isBare, isBoundary { return start..<place }
      place = start
      return nil
    }
    let isOfEnd = peek(1) == .word(.begin) || peek(1) == .word(.end) || opensSeason(behind: 0)
    place += 1
    skipToConditionEnd()
    // «до кінця … квітня» with a word between is not the end of something without a day.
    let isClear = !isOfEnd || !tokens[start..<place].contains { $0.kind.isPartOfYear }
    guard place > start + 1, isClear, !hidesLimit(start..<place), !endsWithDay(start..<place) else {
      place = start
      return nil
    }
    return start..<place
  }

  /// «кожні чотири години», «що 30 хвилин», «раз на годину», «раз на семестр»: what no calendar has days of.
  private mutating func skipShortPeriod() -> Bool {
    attempt { parser -> Bool? in
      let isEvery =
        parser.accept(.each) || parser.accept(.that) || parser.accept(.time) && parser.accept(.on)
      guard isEvery else { return nil }
      _ = parser.parseCount()
      let isShort = parser.accept(unit: .hour) || parser.accept(unit: .minute)
      return isShort || parser.accept(.season) ? true : nil
    } == true
  }

  /// Whether a limit, «до зняття обмежень», is followed by a day, which would be lost in it; that of an
  /// act, «від 1 травня», is no such day.
  private func endsWithDay(_ range: Range<Int>) -> Bool {
    guard tokens[range.lowerBound].kind == .word(.until) else { return false }
    return range.dropFirst().contains { index in
      guard case .number = tokens[index].kind, index + 1 < range.upperBound,
        case .word(.month) = tokens[index + 1].kind
      else { return false }
      return tokens[index - 1].kind.isOfEvent
    }
  }

  private var opensCondition: Bool {
    let following: DeadlineWord.Prepositions
    switch word {
    case .opener, .after, .before, .season: return true
    // «кожного чергування», «наприкінці зміни»
    case .each, .end: return peek(1) == .mark(.unknownWord)
    case .about: following = .za
    case .into:
      switch peek(1) {
      case .word(.unit(.day)), .word(.term), .word(.period), .word(.season): return true
      // «в останній день проведення», «у кожній зміні»
      case .word(.last), .word(.ordinal):
        return peek(2) == .word(.unit(.day)) && (peek(3) == .mark(.unknownWord) || isNoun(3))
      case .word(.each): return peek(2) == .mark(.unknownWord)
      default: following = .u
      }
    case .on:
      if peek(1) == .word(.period) { return true }
      let isOfEach = peek(1) == .word(.each) || peek(1) == .word(.begin) && peek(2) == .word(.each)
      if isOfEach { return peek(peek(1) == .word(.each) ? 2 : 3) == .mark(.unknownWord) }
      following = .na
    case .until:
      switch peek(1) {
      // «до дня …»: a day that the calendar does not name.
      case .word(.unit(.day)): return peek(2) == .mark(.unknownWord)
      case .word(.begin), .word(.end):
        return opensSeason(behind: 2) || peek(2) == .mark(.unknownWord)
      default: following = .do
      }
    case .by: following = .po
    case .since, .from:
      if peek(1) == .word(.unit(.day)) { return true }
      following = .z
    case .during:
      if peek(1) == .word(.each) { return peek(2) == .mark(.unknownWord) || isNoun(2) }
      // «протягом усього строку роботи», «протягом вступної кампанії»
      let isNamed = peek(1) == .word(.whole) || peek(1) == .mark(.unknownWord)
      if lasts(1) || opensSeason(behind: 1) || isNamed && lasts(2) { return true }
      following = .during
    default: return opensSeason(behind: 0)
    }
    if case .word(.noun(let prepositions)) = peek(1) {
      return !prepositions.isDisjoint(with: following)
    }
    return false
  }

  private func lasts(_ distance: Int) -> Bool {
    place + distance < tokens.count && tokens[place + distance].isLasting
  }

  private func isNoun(_ distance: Int) -> Bool {
    if case .word(.noun) = peek(distance) { true } else { false }
  }

  /// Whether such a stretch stands at a place.
  func opensSeason(at index: Int) -> Bool { opensSeason(behind: index - place) }

  /// «навчального року», «I семестр», «2027/2028 навчального року»: what no calendar has days of.
  private func opensSeason(behind distance: Int) -> Bool {
    var distance = distance
    switch peek(distance) {
    case .word(.roman), .word(.loneI), .word(.ordinal): distance += 1
    case .mark(.number):
      distance += 1
      if peek(distance) == .mark(.slash) || peek(distance) == .mark(.dash) { distance += 2 }
    default: break
    }
    return peek(distance) == .word(.season) || peek(distance) == .word(.school)
  }

  /// The words of the event that a term is counted from: «з дня призначення».
  mutating func parseEvent(isBefore: Bool) -> Range<Int>? {
    let start = place
    switch word {
    case .until, .before: guard isBefore else { return nil }
    case .since, .from, .after: guard !isBefore else { return nil }
    default: return nil
    }
    place += 1
    skipToConditionEnd()
    guard place > start + 1, !hidesLimit(start..<place) else {
      place = start
      return nil
    }
    return start..<place
  }

  /// Whether the words of an event go on with a last day, which would be lost in them: «з дня
  /// отримання до 1 липня».
  private func hidesLimit(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { index in
      var rest = self
      rest.place = index
      rest.attempts = 2
      switch tokens[index].kind {
      case .word(.until):
        rest.place += 1
        var clock = rest
        if clock.acceptClock(), clock.place == range.upperBound { return false }
        return rest.parseSpan()?.isDay == true && rest.place == range.upperBound
      case .word(.during), .word(.not):
        // «за запитом (протягом 5 днів)» says both.
        if tokens[index - 1].kind == .open { return false }
        return rest.parseItem() != nil && rest.place <= range.upperBound
      default: return false
      }
    }
  }

  /// A condition goes on to `;`, `/` or a full stop, or to a comma or «та» behind which another
  /// deadline begins. The stroke of «2027/28» is no end.
  private mutating func skipToConditionEnd() {
    var depth = 0
    while place < tokens.count {
      switch tokens[place].kind {
      case .open: depth += 1
      case .close:
        if depth == 0 { return }
        depth -= 1
      case .slash where isBetweenNumbers: break
      case .semicolon, .slash: if depth == 0 { return }
      case .stop where depth == 0 && endsSentence: return
      case .dash where depth == 0 && tokens[place].hasSpaceBefore && beginsDeadline(at: place + 1):
        return
      case .comma, .word(.and), .word(.or), .word(.but), .word(.loneI):
        if depth == 0, beginsDeadline(at: place + 1) { return }
      default: break
      }
      place += 1
    }
  }

  var isBetweenNumbers: Bool {
    if case .mark(.number) = peek(-1), case .mark(.number) = peek(1) { true } else { false }
  }

  /// A full stop ends a sentence where the next word opens another deadline, or none comes.
  private var endsSentence: Bool {
    place + 1 == tokens.count || beginsDeadline(at: place + 1)
  }

  /// Whether a deadline that opens with a word of its own, and not a mere noun, stands there.
  private func beginsDeadline(at index: Int) -> Bool {
    guard attempts < 2 else { return false }
    var rest = self
    rest.attempts += 1
    rest.place = index
    while rest.isSeparator { rest.place += 1 }
    switch rest.word {
    case .until, .during, .every, .weekday, .each, .times, .time, .standing, .not, .starting, .on,
      .cardinal, .atLeast, .after, .opener, .about, .into:
      return rest.parseItem() != nil && rest.isBoundary
    default: return false
    }
  }
}
