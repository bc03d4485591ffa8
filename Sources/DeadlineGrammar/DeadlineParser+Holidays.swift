internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  /// «День незалежності України», «Великдень 2028 року».
  mutating func parseHoliday() -> TimeSpan? {
    attempt { parser in
      guard let found = parser.holidays.match(parser.tokens[parser.place...]) else { return nil }
      parser.place += found.count
      let span = parser.withYear(TimeSpan(kind: .holiday, number: found.number))
      return parser.next == .mark(.unknownWord) ? nil : span
    }
  }

  /// «24 серпня (День незалежності)»: the holiday behind a day is passed by where it is that day's.
  mutating func skipHoliday(of span: TimeSpan) {
    guard !holidays.isEmpty else { return }
    _ = attempt { parser -> Bool? in
      guard parser.accept(.open), let holiday = parser.parseHoliday(), parser.accept(.close),
        parser.holidays.falls(holiday.number, onDay: span.number, month: span.month)
      else { return nil }
      return true
    }
  }
}
