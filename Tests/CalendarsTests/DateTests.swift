import Calendars
import Testing

@Suite struct DateTests {
  static let dates: [(String, String)] = [
    ("2020-12-20", "2020-12-20"), ("2020-1-5", "2020-01-05"), ("20.12.2020", "2020-12-20"),
    ("5.1.2020", "2020-01-05"), ("05.01.2020", "2020-01-05"), ("20 грудня 2020 р.", "2020-12-20"),
    ("20 грудня 2020", "2020-12-20"), ("20 грудня 2020 року", "2020-12-20"),
    ("20 Грудня 2020 р", "2020-12-20"), ("\"20\" грудня 2020 р.", "2020-12-20"),
    ("«05» січня 2021 року", "2021-01-05"), ("20\u{A0}грудня  2020\u{A0}р.", "2020-12-20"),
    ("29.02.2020", "2020-02-29"), ("2000-02-29", "2000-02-29"), ("1000-01-01", "1000-01-01"),
    ("20\u{2009}грудня\u{3000}2020\u{85}", "2020-12-20"), ("„20” ГРУДНЯ 2020 РОКУ", "2020-12-20"),
    ("\t«“5»” жовтня\n2020\r\nр. ", "2020-10-05"), ("20 ЛИПНЯ 2020 Р.", "2020-07-20"),
    ("31 травня 2021 р.", "2021-05-31"), ("9999-12-31", "9999-12-31"),
  ]

  @Test(arguments: dates) func threeSpellingsAreRead(_ text: String, _ iso: String) throws {
    #expect(try DateReader.read(Array(text.utf8)).iso == iso)
  }

  @Test(arguments: [
    "2019-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-01-00", "31.11.2020",
    "32.01.2020",
    "31 листопада 2020 р.", "30 лютого 2020", "0 січня 2020", "0999-01-01", "20.13.2020",
  ])
  func daysThatTheCalendarHasNotAreTold(_ text: String) {
    #expect(throws: DateReader.Fault.noSuchDay) { try DateReader.read(Array(text.utf8)) }
  }

  @Test(arguments: [
    "", "завтра", "2020", "12.2020", "20.12.20", "20-12-2020", "2020.12.20", "2020/12/20",
    "20 грудень 2020",
    "20 грудня 20 р.", "двадцяте грудня 2020", "2020-012-5", "5.012.2020", "2020-12-20T00:00",
    "+2020-12-2",
    "20 грудня 2020 р. р.", "20 грудня 2020 р. і далі", "20 грудня", "«» грудня 2020", "\"", "«",
    "20\u{200B}грудня 2020", "020 грудня 2020", "20 грудня 2020р.", "р. року р.", "20.12.2020 р.",
    "２０ грудня 2020", "--------", "........",
  ])
  func otherTextsAreNoDates(_ text: String) {
    #expect(throws: DateReader.Fault.notADate) { try DateReader.read(Array(text.utf8)) }
  }

  @Test(arguments: [
    ("\"dd\" MMMM yyyy р.", "\"05\" січня 2021 р."), ("d MMMM yyyy року", "5 січня 2021 року"),
    ("dd.MM.yyyy", "05.01.2021"), ("d.M.yy", "5.1.yy"), (" від d", " від 5"), ("", ""),
    ("yyyy-MM-dd", "2021-01-05"), ("MMM ddd", "MMM ddd"),
  ])
  func formats(_ pattern: String, _ expected: String) throws {
    let date = try #require(LocalDate(year: 2021, month: 1, day: 5))
    #expect(date.formatted(pattern) == expected)
  }

  @Test func everyDayOfTheCalendarComesBackInAllSpellings() throws {
    for year in [1999, 2000, 2020, 2021] {
      var count = 0
      for month in 0...13 {
        for day in 0...32 {
          guard let date = LocalDate(year: year, month: month, day: day) else { continue }
          count += 1
          for pattern in [
            "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "d MMMM yyyy р.", "«dd» MMMM yyyy року",
          ] {
            #expect(try DateReader.read(Array(date.formatted(pattern).utf8)) == date)
          }
        }
      }
      #expect(count == (year.isMultiple(of: 4) ? 366 : 365))
    }
  }

  @Test func daysAreOrdered() throws {
    let days = ["2020-12-31", "2021-01-01", "2021-01-02", "2021-02-01"]
    let dates = try days.map { try DateReader.read(Array($0.utf8)) }
    #expect(dates.shuffled().sorted().map(\.iso) == days)
  }
}
