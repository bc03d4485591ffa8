extension DeadlineParser {
  /// A term with the words of its event: «не пізніше ніж за 5 робочих днів до засідання»,
  /// «протягом місяця з дня опублікування», «у десятиденний строк».
  mutating func parseTerm() -> (Term, event: Range<Int>?)? {
    if let term = attempt({ $0.parseTermBefore() }) { return term }
    if accept(.not) {
      guard accept(.later) else { return nil }
      _ = accept(.than)
      _ = accept(.through)
      guard let term = parseLength(mayLackCount: false), let event = parseEvent(isBefore: false)
      else { return nil }
      return (term, event)
    }
    if accept(.next) {
      let isWorking = accept(.working)
      guard accept(unit: .day), let event = parseEvent(isBefore: false) else { return nil }
      return (Term(1, isWorking ? .workingDay : .day), event)
    }
    guard accept(.during) || accept(.through) || accept(.into) || accept(.on) && accept(.course)
    else { return nil }
    if let term = attempt({ $0.parseCompound() }) { return (term, parseEvent(isBefore: false)) }
    let isCounted = if case .unit? = word { false } else { true }
    guard let term = parseLength(mayLackCount: true) else { return nil }
    let event = parseEvent(isBefore: false)
    return isCounted || event != nil ? (term, event) : nil
  }

  private mutating func parseTermBefore() -> (Term, event: Range<Int>?)? {
    if accept(.not) {
      guard accept(.later) || accept(.rarer) else { return nil }
      _ = accept(.than)
    } else {
      _ = accept(.atLeast)
    }
    guard accept(.about), var term = parseLength(mayLackCount: true),
      let event = parseEvent(isBefore: true)
    else { return nil }
    term.isBeforeEvent = true
    return (term, event)
  }

  /// «10 робочих днів», «п’яти днів», «місяця».
  mutating func parseLength(mayLackCount: Bool) -> Term? {
    let isNumber = if case .mark(.number) = next { true } else { false }
    let count = parseCount()
    guard count != nil || mayLackCount else { return nil }
    if accept(.working) { return accept(unit: .day) ? Term(count ?? 1, .workingDay) : nil }
    if accept(.calendar) { return accept(unit: .day) ? Term(count ?? 1, .day) : nil }
    guard case .unit(let unit)? = word else { return nil }
    if isNumber, unit == .quarter || unit == .halfYear { return nil }
    place += 1
    return Term(count ?? 1, unit)
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

  /// A count in digits or words, also both: «10 (десяти)».
  mutating func parseCount() -> Int? {
    attempt { parser in
      if case .mark(.number(let number)) = parser.next, (1...999).contains(number) {
        parser.place += 1
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
