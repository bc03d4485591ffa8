import Calendars
import Testing

@Suite struct LocalDateTests {
  static func day(_ text: String) -> LocalDate? { try? DateReader.read(Array(text.utf8)) }

  @Test func dayNumbersCountEveryDay() throws {
    var day = try #require(Self.day("1000-01-01"))
    var number = day.dayNumber
    while day.year < 2101 {
      let next = try #require(day.adding(days: 1))
      guard next > day, next.dayNumber == number + 1, LocalDate(dayNumber: number) == day,
        LocalDate(iso: day.iso.utf8.span) == day
      else {
        Issue.record("\(day.iso) is followed by \(next.iso)")
        return
      }
      (day, number) = (next, next.dayNumber)
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2021-05-01", 18748, 6), ("2000-02-29", 11016, 2),
    ("1900-03-01", -25508, 4), ("2027-12-31", 21183, 5), ("9999-12-31", 2_932_896, 5),
  ])
  func numbersAndWeekdays(_ text: String, _ number: Int, _ weekday: Int) throws {
    let day = try #require(Self.day(text))
    #expect(day.dayNumber == number)
    #expect(day.weekday == weekday)
  }

  @Test(arguments: [
    "", "2021-02-29", "2021-2-009", "2021-00-01", "0999-01-01", "2021-01-1", "2021-01-011",
    "2021-01-1x", "2021/01-01", "2021-01.01", "+021-01-01", "20210-1-01",
  ])
  func otherTextsAreNoDays(_ text: String) {
    #expect(LocalDate(iso: text.utf8.span) == nil)
  }

  @Test(arguments: [
    ("2021-01-31", 1, "2021-02-28"), ("2020-01-31", 1, "2020-02-29"),
    ("2021-03-31", -1, "2021-02-28"), ("2021-11-30", 3, "2022-02-28"),
    ("2021-05-15", -17, "2019-12-15"), ("2020-02-29", 12, "2021-02-28"),
  ])
  func monthsAreAdded(_ start: String, _ months: Int, _ end: String) {
    #expect(Self.day(start)?.adding(months: months)?.iso == end)
  }

  @Test func monthsAndQuartersEnd() {
    #expect(Self.day("2020-02-10")?.endOfMonth.iso == "2020-02-29")
    #expect(Self.day("2021-12-31")?.endOfMonth.iso == "2021-12-31")
    #expect(
      ["2021-01-01", "2021-03-31", "2021-04-01", "2021-12-31"].map { Self.day($0)?.quarter } == [
        1, 1, 2, 4,
      ])
  }

  @Test(arguments: [Int.min, Int.min + 1, Int.max, 4_000_000, -4_000_000])
  func nothingLiesSoFarAway(_ count: Int) {
    for day in ["1970-01-01", "1000-01-01", "9999-12-31"].map(Self.day) {
      #expect(day?.adding(days: count) == nil && day?.adding(months: count) == nil)
    }
  }

  @Test func nothingLiesBeyondTheCalendar() {
    #expect(Self.day("9999-12-31")?.adding(days: 1) == nil)
    #expect(Self.day("1000-01-01")?.adding(days: -1) == nil)
    #expect(Self.day("2021-01-01")?.adding(days: .max) == nil)
    #expect(Self.day("2021-01-01")?.adding(months: .min + 1) == nil)
    #expect(Self.day("9999-12-31")?.adding(months: 1) == nil)
  }
}
