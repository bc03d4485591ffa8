extension DeadlineParser {
  /// One stretch of the calendar in any case form, or nil with the place unmoved.
  ///
  /// - Parameter mayBeBare: whether «року» alone is the plan's year, as behind «протягом».
  mutating func parseSpan(mayBeBare: Bool = false) -> TimeSpan? {
    attempt { parser in
      switch parser.next {
      case .mark(.date(let day, let month, let year)):
        parser.place += 1
        var span = TimeSpan(kind: .day, number: day, month: month)
        if let year {
          span.year = .number(year)
          _ = parser.accept(.yearMark) || parser.accept(unit: .year)
        } else {
          span.year = parser.parseYear() ?? .unstated
        }
        return span
      case .mark(.number(let number)):
        if case .word(.month(let month)) = parser.peek(1) {
          parser.place += 2
          return parser.withYear(TimeSpan(kind: .day, number: number, month: month))
        }
        return parser.parseNumbered(number) ?? parser.parseYear().map(TimeSpan.init(year:))
      case .word(.ordinal(let number)):
        if case .word(.month(let month)) = parser.peek(1) {
          parser.place += 2
          return parser.withYear(TimeSpan(kind: .day, number: number, month: month))
        }
        return parser.parseNumbered(number)
      case .word(.loneI): return parser.parseNumbered(1)
      case .word(.roman(let number)): return parser.parseNumbered(number)
      case .word(.month(let month)):
        parser.place += 1
        return parser.withYear(TimeSpan(kind: .month, number: month))
      case .word(.current) where parser.peek(1) == .word(.period):
        parser.place += 2
        return TimeSpan(kind: .period, year: .current)
      case .word(.unit(.year)) where mayBeBare:
        if let year = parser.parseYear() { return TimeSpan(year: year) }
        parser.place += 1
        return TimeSpan(kind: .year)
      default: return parser.parseYear().map(TimeSpan.init(year:))
      }
    }
  }

  /// «II квартал», «перше півріччя», «I половина року», «III декада листопада».
  private mutating func parseNumbered(_ number: Int) -> TimeSpan? {
    let kind: TimeSpan.Kind
    switch peek(1) {
    case .word(.unit(.quarter)) where (1...4).contains(number): kind = .quarter
    case .word(.unit(.halfYear)) where (1...2).contains(number): kind = .halfYear
    case .word(.half) where (1...2).contains(number): kind = .halfYear
    case .word(.decade) where (1...3).contains(number): kind = .decade
    default: return nil
    }
    let isHalf = peek(1) == .word(.half)
    place += 2
    if kind == .decade {
      guard case .month(let month)? = word else { return nil }
      place += 1
      return withYear(TimeSpan(kind: kind, number: number, month: month))
    }
    let span = withYear(TimeSpan(kind: kind, number: number))
    if isHalf, span.year == .unstated { return accept(unit: .year) ? span : nil }
    return span
  }

  private mutating func withYear(_ span: TimeSpan) -> TimeSpan {
    var span = span
    span.year = parseYear() ?? .unstated
    return span
  }

  /// «2021 року», «2021», «поточного року», «п.р.», «року, що настає за звітним».
  mutating func parseYear() -> TimeSpan.YearName? {
    attempt { parser in
      switch parser.next {
      case .mark(.number(let number)) where (1900...2199).contains(number):
        parser.place += 1
        _ = parser.accept(unit: .year) || parser.accept(.yearMark)
        return .number(number)
      case .word(.thisMark):
        parser.place += 1
        return parser.accept(.yearMark) ? .current : nil
      case .word(.current):
        parser.place += 1
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
      return parser.accept(.about) && parser.accept(.current) ? true : nil
    } == true
  }
}

extension TimeSpan {
  /// A whole year.
  init(year: YearName) {
    self.init(kind: .year, year: year)
  }
}
