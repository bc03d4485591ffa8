extension DeadlineParser {
  /// The words of a condition, «у разі змін», «після завершення …», to its end.
  mutating func parseCondition() -> Range<Int>? {
    let start = place
    if word == .promptly { place += 1 }
    guard opensCondition else {
      place = start
      return nil
    }
    place += 1
    skipToConditionEnd()
    guard place > start + 1 else {
      place = start
      return nil
    }
    return start..<place
  }

  private var opensCondition: Bool {
    let following: DeadlineWord.Prepositions
    switch word {
    case .opener, .after, .before: return true
    case .about: following = .za
    case .into:
      if peek(1) == .word(.unit(.day)) || peek(1) == .word(.term) { return true }
      following = .u
    case .on:
      if peek(1) == .word(.period) { return true }
      following = .na
    case .until: following = .do
    case .by: following = .po
    case .since, .from:
      if peek(1) == .word(.unit(.day)) { return true }
      following = .z
    default: return false
    }
    if case .word(.noun(let prepositions)) = peek(1) {
      return !prepositions.isDisjoint(with: following)
    }
    return false
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
    guard place > start + 1 else {
      place = start
      return nil
    }
    return start..<place
  }

  /// A condition goes on to `;`, `/` or a full stop, or to a comma or «та» behind which another
  /// deadline begins.
  private mutating func skipToConditionEnd() {
    var depth = 0
    while place < tokens.count {
      switch tokens[place].kind {
      case .open: depth += 1
      case .close:
        if depth == 0 { return }
        depth -= 1
      case .semicolon, .slash: if depth == 0 { return }
      case .stop where depth == 0 && endsSentence: return
      case .comma, .word(.and), .word(.but), .word(.loneI):
        if depth == 0, beginsDeadline(at: place + 1) { return }
      default: break
      }
      place += 1
    }
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
