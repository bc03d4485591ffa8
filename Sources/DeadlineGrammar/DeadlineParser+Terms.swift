internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  /// A term with the words of its event: «не пізніше ніж за 5 робочих днів до засідання»,
  /// «протягом місяця з дня опублікування», «у десятиденний строк», «10 робочих днів».
  mutating func parseTerm() -> (Term, event: Range<Int>?)? {
    if let term = attempt({ $0.parseTermBefore() }) { return term }
    if let term = attempt({ $0.parseTermUpTo() }) { return term }
    if let term = attempt({ $0.parseLimit() }) { return (term, parseEvent(isBefore: false)) }
    if let day = attempt({ $0.parseNextDay() }) { return (day, parseEvent(isBefore: false)) }
    if let term = attempt({ $0.parseNumberedDay() }) { return term }
    if let term = attempt({ $0.parseBareLength() }) { return (term, parseEvent(isBefore: false)) }
    guard accept(.during) || accept(.through) || accept(.into) || accept(.on) && accept(.course)
    else { return nil }
    if let term = attempt({ $0.parseCompound() }) { return (term, parseEvent(isBefore: false)) }
    let start = place
    // «протягом перших двох тижнів після призначення»
    let isFirst = word == .ordinal(1) && opensWithCount(place + 1)
    if isFirst { place += 1 }
    guard let term = parseLength(mayLackCount: !isFirst) else { return nil }
    if isFirst {
      let event = parseEvent(isBefore: false)
      return event.map { (term, $0) }
    }
    let isBareYear = term.unit == .year && term.count == 1 && !opensWithCount(start)
    let event = parseEvent(isBefore: false)
    // «протягом року» is the plan's year, «у день» a condition.
    if event == nil, isBareYear || peek(-2) == .word(.into) || peek(-2) == .word(.through) {
      return nil
    }
    return (term, event)
  }

  private func opensWithCount(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    switch tokens[index].kind {
    case .number, .word(.cardinal): return true
    default: return false
    }
  }

  private mutating func parseTermBefore() -> (Term, event: Range<Int>?)? {
    let isLatest = accept(.not)
    if isLatest {
      guard accept(.later) || accept(.rarer) else { return nil }
      _ = accept(.comma)
      _ = accept(.than)
    } else {
      _ = accept(.atLeast)
    }
    guard accept(.about), var term = parseLength(mayLackCount: true) else { return nil }
    term.isBeforeEvent = true
    let event = parseEvent(isBefore: true)
    // «не пізніше ніж за добу»: what comes then, the sentence says.
    return event != nil || isLatest && place == tokens.count ? (term, event) : nil
  }

  /// «до 3 робочих днів з дня подання», «у строк, що не перевищує 20 днів», «у строк не більше 20
  /// днів»; «до 3 днів» alone may be anything.
  private mutating func parseTermUpTo() -> (Term, event: Range<Int>?)? {
    let isInTerm = (accept(.into) || accept(.during)) && accept(.term)
    if isInTerm {
      _ = accept(.comma)
      _ = accept(.that)
    }
    if isInTerm, let term = attempt({ $0.parseLimit() }) {
      return (term, parseEvent(isBefore: false))
    }
    guard isInTerm || place == tokens.count || word == .until, accept(.until),
      let term = parseLength(mayLackCount: false)
    else { return nil }
    let event = parseEvent(isBefore: false)
    return isInTerm || event != nil ? (term, event) : nil
  }

  /// Goes past «не пізніше ніж»; false where another word stands behind «не».
  private mutating func skipNotLater() -> Bool {
    guard accept(.not) else { return true }
    guard accept(.later) else { return false }
    _ = accept(.than)
    return true
  }

  /// «наступного робочого дня», «не пізніше наступного дня», «до 10.00 наступного дня».
  private mutating func parseNextDay() -> Term? {
    if accept(.until) {
      guard acceptClock() else { return nil }
    } else if !skipNotLater() {
      return nil
    }
    guard accept(.next) else { return nil }
    let isWorking = accept(.working)
    return accept(unit: .day) ? Term(1, isWorking ? .workingDay : .day) : nil
  }

  /// «на 30-й день після підписання договору», «на третій робочий день з дня отримання».
  private mutating func parseNumberedDay() -> (Term, event: Range<Int>?)? {
    guard skipNotLater(), accept(.on), let count = acceptNumeral(), count > 0 else { return nil }
    let isWorking = accept(.working)
    if !isWorking { _ = accept(.calendar) }
    guard accept(unit: .day), let event = parseEvent(isBefore: false) else { return nil }
    return (Term(count, isWorking ? .workingDay : .day), event)
  }

  /// «не пізніше 3 робочих днів», «не більш як 20 днів», «не може перевищувати місяця».
  private mutating func parseLimit() -> Term? {
    guard accept(.not) else { return nil }
    if accept(.may) {
      guard accept(.exceeds) else { return nil }
      return parseLength(mayLackCount: true)
    }
    if accept(.more) {
      _ = accept(.comma)
      _ = accept(.than)
      _ = accept(.on)
      return parseLength(mayLackCount: false)
    }
    if accept(.exceeds) { return parseLength(mayLackCount: true) }
    guard accept(.later) else { return nil }
    _ = accept(.comma)
    _ = accept(.than)
    let isCounted = accept(.through) || accept(.during)
    return parseLength(mayLackCount: isCounted)
  }

  /// «10 робочих днів», «два місяці»: a length with nothing before it.
  private mutating func parseBareLength() -> Term? {
    if accept(.on) || accept(.term) { _ = accept(.on) }
    guard let term = parseLength(mayLackCount: false),
      term.count % 10 == 1 && term.count != 11
        || !DeadlineLexicon.isSingular(tokens[place - 1].key)
    else { return nil }
    return term
  }

  /// «10 робочих днів», «п’яти днів», «5 р. д.», «місяця».
  mutating func parseLength(mayLackCount: Bool) -> Term? {
    let isNumber = if case .mark(.number) = next { true } else { false }
    let count = attempt { $0.parseLastCount() } ?? parseCount()
    guard count != nil || mayLackCount else { return nil }
    let isWorking = accept(.working)
    let isCalendar = accept(.calendar)
    if count == nil, word != nil, DeadlineLexicon.isPlural(tokens[place].key) { return nil }
    if isWorking {
      // «5 робочого дня» is a day by its number.
      guard
        (count ?? 1) % 10 == 1 || word == .dayMark || place == tokens.count
          || DeadlineLexicon.isPlural(tokens[place].key)
      else { return nil }
      return accept(unit: .day) || accept(.dayMark) ? Term(count ?? 1, .workingDay) : nil
    }
    if count != nil, word == .yearMark || word == .calendarMark {
      let unit = word == .yearMark ? TimeUnit.workingDay : .day
      place += 1
      return accept(.dayMark) ? Term(count ?? 1, unit) : nil
    }
    if count != nil, accept(.dayMark) { return Term(count ?? 1, .day) }
    if accept(.half) { return accept(unit: .year) && count == nil ? Term(1, .halfYear) : nil }
    guard case .unit(let unit)? = word else { return nil }
    if isNumber, unit == .quarter || unit == .halfYear { return nil }
    if isCalendar, unit == .minute || unit == .hour || unit == .quarter { return nil }
    place += 1
    // «пів року»: the word «пів» stands for the half-year already.
    if unit == .halfYear { _ = accept(unit: .year) }
    // «1 година 30 хвилин»
    if unit == .hour, let minutes = attempt({ $0.parseMinutes() }) {
      return Term((count ?? 1) * 60 + minutes, .minute)
    }
    return Term(count ?? 1, unit)
  }

  /// «30 хвилин», behind hours.
  mutating func parseMinutes() -> Int? {
    let count = acceptNumber(0...59)
    return accept(unit: .minute) ? count : nil
  }

  /// «десятиденний строк», «10-денний строк», «місячний строк».
  private mutating func parseCompound() -> Term? {
    var count = 1
    if case .mark(.number(let number)) = next {
      count = number
      place += 1
      _ = accept(.dash)
    }
    let term: Term
    switch word {
    case .long(let count, let unit): term = Term(count, unit)
    case .daysLong(let unit): term = Term(count, unit)
    default: return nil
    }
    place += 1
    return accept(.term) && term.count > 0 ? term : nil
  }

  /// The second of «3–5 днів», «від 3 до 5 днів».
  private mutating func parseLastCount() -> Int? {
    let isFrom = accept(.from)
    guard let first = acceptNumber(1...999), isFrom ? accept(.until) : accept(.dash),
      let last = acceptNumber(1...999),
      first < last
    else { return nil }
    return last
  }

  /// A count in digits or words, also both: «10 (десяти)».
  mutating func parseCount() -> Int? {
    attempt { parser in
      if let number = parser.acceptNumber(1...999) {
        _ = parser.attempt { inner in
          inner.accept(.open) && inner.parseCardinal() == number && inner.accept(.close)
            ? true : nil
        }
        return number
      }
      return parser.parseCardinal()
    }
  }

  private mutating func parseCardinal() -> Int? {
    guard case .cardinal(let number)? = word else { return nil }
    place += 1
    if number >= 20, case .cardinal(let ones)? = word, ones < 10 {
      place += 1
      return number + ones
    }
    return number
  }
}
