internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  /// What stands at the place: a word's meaning, or a mark.
  enum Next: Equatable {
    case word(DeadlineWord)
    case mark(DeadlineToken.Kind)
    case end
  }

  var next: Next { peek(0) }

  func peek(_ distance: Int) -> Next {
    guard place + distance < tokens.count, place + distance >= 0 else { return .end }
    if case .word(let word) = tokens[place + distance].kind { return .word(word) }
    return .mark(tokens[place + distance].kind)
  }

  var word: DeadlineWord? { if case .word(let word) = next { word } else { nil } }

  var isLast: Bool { place + 1 == tokens.count }

  mutating func accept(_ wanted: DeadlineWord) -> Bool {
    guard word == wanted else { return false }
    place += 1
    return true
  }

  mutating func accept(_ mark: DeadlineToken.Kind) -> Bool {
    guard next == .mark(mark) else { return false }
    place += 1
    return true
  }

  mutating func accept(unit: TimeUnit) -> Bool { accept(.unit(unit)) }

  mutating func acceptNumber(_ range: ClosedRange<Int>) -> Int? {
    guard case .mark(.number(let number)) = next, range.contains(number) else { return nil }
    place += 1
    return number
  }

  /// «2», «другий», «II»; a lone «і» is 1, «останній» -1.
  mutating func acceptNumeral() -> Int? {
    let number: Int
    switch next {
    case .mark(.number(let value)), .word(.ordinal(let value)), .word(.roman(let value)):
      number = value
    case .word(.loneI): number = 1
    case .word(.last): number = -1
    default: return nil
    }
    place += 1
    return number
  }

  /// «10», «десятого».
  mutating func acceptDayOfMonth() -> Int? {
    if case .ordinal(let number)? = word {
      place += 1
      return number
    }
    return acceptNumber(1...31)
  }

  mutating func acceptDayName() -> Int? {
    guard case .dayName(let day)? = word else { return nil }
    place += 1
    return day
  }

  /// Tries to read something; where it cannot be read, nothing is.
  mutating func attempt<Result>(_ read: (inout Self) -> Result?) -> Result? {
    let start = place
    let result = read(&self)
    if result == nil { place = start }
    return result
  }

  var isHardSeparator: Bool {
    switch next {
    case .end, .mark(.comma), .mark(.semicolon), .mark(.stop): true
    // «2027/2028» is no list of two.
    case .mark(.slash): !isBetweenNumbers || tokens[place].hasSpaceBefore
    default: false
    }
  }

  var isSeparator: Bool {
    switch next {
    case .word(.and), .word(.or), .word(.but), .word(.loneI), .mark(.colon): true
    default: place < tokens.count && isHardSeparator
    }
  }

  /// Whether an item may end here.
  var isBoundary: Bool {
    switch next {
    case .end, .mark(.open), .mark(.close): true
    case .mark(.dash): isLast
    default: isSeparator
    }
  }
}

extension DeadlineWord {
  /// Whether a word by itself speaks of a time, or changes what is said of one.
  var speaksOfTime: Bool {
    switch self {
    case .month, .unit, .half, .decade, .period, .yearMark, .thisMark, .every, .weekday, .dayName,
      .each, .time, .times, .roman, .ordinal, .cardinal, .dayOfMonth, .current, .next, .previous,
      .begin, .end, .doubt, .not, .school, .season, .standing, .promptly, .gradually, .during,
      .later, .earlier, .inclusive:
      true
    default: false
    }
  }
}
