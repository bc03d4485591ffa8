import Calendars
import SourceTexts
import Testing

@testable import SchemaWriters

/// The patterns of the JSON Schema agree with the reader.
@Suite struct SchemaPatternTests {
  static let dates = [
    "2020-12-20", "2020-1-5", "20.12.2020", "5.1.2020", "20 грудня 2020", "20 грудня 2020 р.",
    "20 ГРУДНЯ 2020 року", "«20» грудня 2020 Р", "31.11.2020", "31 квітня 2020", "30.04.2020",
    "29.02.2020", "29.02.2021", "29.02.1900", "29.02.2000", "2024-2-29", "2020-00-10", "00.01.2020",
    "20.12.20", "0999-01-01", "20 грудень 2020", "20 грудня 20", "20 грудня 2020р.", "завтра", "",
  ]

  @Test(arguments: dates)
  func date(_ text: String) throws {
    let isRead = (try? DateReader.read(Array(text.utf8))) != nil
    let isMatched = try matches(text, SchemaPattern.date)
    #expect(isMatched == isRead)
  }

  @Test func everyDayOfFourCenturies() throws {
    let pattern = try Regex(SchemaPattern.date)
    for year in stride(from: 1896, through: 2300, by: 4).flatMap({ [$0, $0 + 1] }) {
      for (month, day) in [(2, 28), (2, 29), (2, 30), (4, 30), (4, 31), (12, 31), (13, 1)] {
        let isDay = LocalDate(year: year, month: month, day: day) != nil
        #expect("\(day).\(month).\(year)".contains(pattern) == isDay)
      }
    }
  }

  @Test(arguments: [
    "-“-", "-\"-", "—“—", "те саме", "Так само", "там  же", "також", "він", "Те  Саме", "\"", "''",
    "-''-", "-/-/-", "- \" -", "//", "-",
    "те саме.", "текст", "", "\"\"\"", "-\"\"\"-", "-〃-", "« »", "«-»",
  ])
  func ditto(_ text: String) throws {
    let isMatched = try matches(text, SchemaPattern.ditto)
    #expect(isMatched == DittoMark.matches(text.utf8.span))
  }

  @Test(arguments: [(1991, 2100), (0, 0), (0, 9), (7, 1234), (100, 199), (1, 2999), (999, 1001)])
  func bounds(_ first: Int, _ last: Int) throws {
    let both = try Regex(SchemaPattern.integer(first, last))
    let least = try Regex(SchemaPattern.integer(first, nil))
    for number in 0...3500 {
      #expect("\(number)".contains(both) == (first...last).contains(number))
      #expect("\(number)".contains(least) == (number >= first))
    }
  }

  @Test(arguments: [
    ("так", true), ("НІ", true), ("True", true), (" false\n", true), ("yes", false), ("", false),
  ])
  func boolean(_ text: String, _ isRead: Bool) throws {
    let isMatched = try matches(text, SchemaPattern.boolean)
    #expect(isMatched == isRead)
  }

  @Test(arguments: ["рядок", "два\nрядки\t", "\u{0}", "\u{7}", "\u{202E}", "\u{FEFF}", "\u{85}"])
  func permitted(_ text: String) throws {
    let isForbidden = SourceText.forbidden(in: text.utf8.span) != nil
    let isPermitted = try matches(text, SchemaPattern.permitted)
    #expect(isPermitted == !isForbidden)
  }

  private func matches(_ text: String, _ pattern: String) throws -> Bool {
    text.contains(try Regex(pattern).matchingSemantics(.unicodeScalar))
  }
}
