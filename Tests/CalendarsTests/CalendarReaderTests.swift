import Calendars
import Diagnostics
import TestSupport
import Testing

@Suite struct CalendarReaderTests {
  struct Case: CustomTestStringConvertible {
    var text: MarkedText
    var message: String
    var testDescription: String { message }

    init(_ text: String, _ message: String) {
      self.text = MarkedText(text)
      self.message = message
    }
  }

  static let cases = [
    Case("↓yaer: 2021\nyear: 2021", "unknown word 'yaer'"),
    Case("year: ↓soon", "year is a number"),
    Case("year: 2021\nconfidence: ↓hihg", "unknown word 'hihg'"),
    Case("year: 2021\nholidays: ↓none", "holidays is a list"),
    Case(
      "year: 2021\nholidays: [{date: ↓2021-02-30, name: x, act: y}]", "date is a date: 2021-05-03"),
    Case("year: 2021\nholidays: [{date: ↓2020-01-01, name: x, act: y}]", "a day of another year"),
    Case("year: 2021\nholidays: [↓{date: 2021-01-01, act: y}]", "the text name is missing"),
    Case("year: 2021\nholidays: [↓soon]", "a mapping is wanted here"),
    Case(
      "year: 2021\ntransfers: [{from: ↓2021-05-01, to: 2021-05-03, act: y}]",
      "what is moved is a weekend day with a holiday on it"),
    Case(
      "year: 2021\nrecommended: [{day-off: ↓2021-05-01, worked: 2021-05-08, act: y}]",
      "this is a day off already"),
    Case(
      "year: 2021\nrecommended: [{day-off: 2021-05-07, worked: ↓2021-05-06, act: y}]",
      "this is a working day already"),
    Case(
      "regimes: [{name: x, from: 2022-03-24, suspends: [↓hollidays], act: y}]",
      "unknown word 'hollidays'"),
  ]

  @Test(arguments: cases) func errorsArePlaced(_ sample: Case) throws {
    let read = CalendarReader.read([SourceFile(name: "calendar.yaml", bytes: sample.text.bytes)])
    #expect(read.value == nil)
    let first = try #require(read.diagnostics.first { $0.message.en == sample.message })
    let place = try #require(first.range).start
    #expect(["\(place.line):\(place.column)"] == sample.text.places)
  }

  @Test func yearsFollowOneAnother() {
    let years = [2021, 2023, 2021].map {
      SourceFile(name: "\($0).yaml", bytes: Array("year: \($0)\n".utf8))
    }
    #expect(
      CalendarReader.read(Array(years.prefix(2))).diagnostics.map(\.message.en)
        == ["no calendar of 2022"])
    #expect(
      CalendarReader.read([years[0], years[2]]).diagnostics.map(\.message.en)
        == ["the year 2021 has another file"])
  }

  /// The years of files and what the last of them is, in the order in which they are read; the file
  /// that is blamed.
  @Test(arguments: [
    ([2021, 2022, 2090], "2090:1:7 2023"), ([2090, 2022, 2021], "2090:1:7 2023"),
    ([2025, 2021, 2022], "2025:1:7 2023"), ([2021, 2023, 2025], "2023:1:7 2022"),
    ([2022, 2021], ""),
  ])
  func aGapIsToldOfTheYearBehindIt(_ years: [Int], _ expected: String) throws {
    var files = years.map { SourceFile(name: "\($0)", bytes: Array("year: \($0)\n".utf8)) }
    files.append(SourceFile(name: "regimes", bytes: Array("regimes: []\n".utf8)))
    let found = CalendarReader.read(files).diagnostics.map { diagnostic in
      let start = diagnostic.range?.start
      let year = diagnostic.message.en.suffix(4)
      return "\(diagnostic.file):\(start?.line ?? 0):\(start?.column ?? 0) \(year)"
    }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test func aRegimeMayEnd() throws {
    let files = [
      "year: 2026\nholidays: [{date: 2026-08-24, name: День незалежності, act: КЗпП}]",
      "regimes: [{name: x, from: 2022-03-24, until: 2026-08-23, suspends: [holidays], act: y}]",
    ].map { SourceFile(name: "calendar.yaml", bytes: Array($0.utf8)) }
    let calendar = try #require(CalendarReader.read(files).value)
    let day = try #require(LocalDate(year: 2026, month: 8, day: 24))
    #expect(calendar.isWorkingDay(day) == false)
  }
}
