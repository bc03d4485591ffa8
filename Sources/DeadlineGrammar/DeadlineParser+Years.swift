internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  mutating func withYear(_ span: TimeSpan) -> TimeSpan {
    var span = span
    if let years = parseYears() {
      span.year = .several(years)
    } else {
      span.year = parseYear() ?? .unstated
    }
    return span
  }

  /// «2027 і 2028 років», «2027–2029 рр.»: each of several years, in order.
  private mutating func parseYears() -> [Int]? {
    attempt { parser in
      guard let first = parser.acceptYearNumber() else { return nil }
      var years = [first]
      while let last = years.last {
        let isRange = parser.next == .mark(.dash)
        guard
          isRange || parser.next == .mark(.comma) || parser.next == .word(.and)
            || parser.next == .word(.loneI)
        else { break }
        parser.place += 1
        guard let year = parser.acceptYearNumber(), year > last, year < last + 50 else {
          return nil
        }
        years += isRange ? Array(last + 1...year) : [year]
      }
      guard years.count > 1, parser.place < parser.tokens.count,
        DeadlineLexicon.isPluralYears(parser.tokens[parser.place].key)
      else { return nil }
      parser.place += 1
      return years
    }
  }

  private mutating func acceptYearNumber() -> Int? { acceptNumber(1900...2199) }

  /// «2021 року», «2021», «поточного року», «п.р.», «року, що настає за звітним».
  mutating func parseYear() -> TimeSpan.YearName? {
    attempt { parser in
      switch parser.next {
      case .mark(.number(let number)) where (1900...2199).contains(number):
        parser.place += 1
        if parser.word == .calendar || parser.word == .ofBudget {
          guard parser.peek(1) == .word(.unit(.year)) else { return nil }
          parser.place += 1
        }
        _ = parser.accept(unit: .year) || parser.accept(.yearMark)
        return .number(number)
      case .word(.thisMark):
        parser.place += 1
        return parser.accept(.yearMark) ? .current : nil
      case .word(.current):
        parser.place += 1
        _ = parser.accept(.calendar) || parser.accept(.ofBudget)
        return parser.accept(unit: .year) || parser.accept(.yearMark) ? .current : nil
      case .word(.next):
        parser.place += 1
        if parser.accept(.about) { guard parser.accept(.current) else { return nil } }
        return parser.accept(unit: .year) ? .next : nil
      case .word(.previous):
        parser.place += 1
        return parser.accept(unit: .year) ? .previous : nil
      case .word(.unit(.year)):
        parser.place += 1
        if parser.acceptPreceding() { return .previous }
        guard parser.acceptFollowing() else { return nil }
        _ = parser.accept(unit: .year)
        return .next
      default: return nil
      }
    }
  }

  /// «, що передує звітному».
  private mutating func acceptPreceding() -> Bool {
    attempt { parser in
      _ = parser.accept(.comma)
      guard parser.accept(.that), parser.accept(.precedes), parser.accept(.current) else {
        return nil
      }
      _ = parser.accept(unit: .year) || parser.accept(.period)
      return true
    } == true
  }

  /// «, наступного за звітним», «, що настає за звітним».
  mutating func acceptFollowing() -> Bool {
    attempt { parser in
      _ = parser.accept(.comma)
      if !parser.accept(.next) {
        guard parser.accept(.that), parser.accept(.coming) else { return nil }
      }
      guard parser.accept(.about) else { return nil }
      // «за кварталом» is «за звітним кварталом».
      if case .unit(let unit)? = parser.word, unit.months != nil { return true }
      return parser.accept(.current) ? true : nil
    } == true
  }

  /// The windows of each of the years that a list of them names: «IV квартал 2027, 2028 років».
  /// What goes through all of them is one: «I–IV квартали 2027–2029 років».
  func inEachYear(_ windows: [DeadlinePhrase.Window]) -> [DeadlinePhrase.Window]? {
    guard case .several(let years)? = windows.last?.last?.year else {
      let isClear = windows.allSatisfy { window in
        if case .several? = window.first?.year { false } else { true }
      }
      return isClear ? windows : nil
    }
    let names = [.several(years), TimeSpan.YearName.unstated]
    for window in windows {
      for span in [window.first, window.last] {
        if let span, !names.contains(span.year) { return nil }
      }
      if let first = window.first, let last = window.last, last.precedes(first) { return nil }
    }
    if windows.count == 1, let first = windows[0].first, let last = windows[0].last,
      first.beginsYear, last.endsYear, let start = years.first, let end = years.last,
      end - start == years.count - 1
    {
      var window = windows[0]
      window.first?.year = .number(start)
      window.last?.year = .number(end)
      return [window]
    }
    return years.flatMap { year in windows.map { $0.inYear(.number(year)) } }
  }
}

extension TimeSpan {
  /// Whether it begins on 1 January.
  fileprivate var beginsYear: Bool {
    switch kind {
    case .month, .quarter, .halfYear: number == 1
    case .year: true
    default: false
    }
  }

  /// Whether it ends on 31 December.
  var endsYear: Bool {
    switch kind {
    case .month: number == 12
    case .quarter: number == 4
    case .halfYear: number == 2
    case .year: true
    default: false
    }
  }
}
