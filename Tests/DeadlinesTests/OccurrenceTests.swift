import Calendars
import DeadlineGrammar
import Deadlines
import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct OccurrenceTests {
  @Test(arguments: [
    ("щокварталу", "2021-03-31 2021-06-30 2021-09-30 2021-12-31"),
    ("раз на півроку", "2021-06-30 2021-12-31"), ("раз на рік", "2021-12-31"),
    ("раз на рік (до 1 жовтня)", "2021-10-01"), ("двічі на рік", "2021-06-30 2021-12-31"),
    ("раз на 2 роки", "2022-12-31"),
    ("щороку до 31 березня 2023 року", "2021-12-31 2022-12-31 2023-03-31"),
    ("щомісяця з 15 жовтня", "2021-10-31 2021-11-30 2021-12-31"),
    (
      "щокварталу до 15 числа місяця, наступного за звітним періодом",
      "2021-04-15 2021-07-15 2021-10-15 2022-01-15"
    ),
    ("щоквартально у IV кварталі", "2021-12-31"),
    ("щотижня з 13 по 31 грудня", "2021-12-19 2021-12-26 2021-12-31"),
    ("щоп’ятниці з 13 по 31 грудня", "2021-12-17 2021-12-24 2021-12-31"),
    ("щодня з 30 по 31 грудня", "2021-12-30 2021-12-31"),
    ("у робочі дні з 24 по 28 грудня", "2021-12-24 2021-12-27 2021-12-28"),
    ("щодекади протягом грудня", "2021-12-10 2021-12-20 2021-12-31"),
    ("щомісяця у другий четвер, IV квартал", "2021-10-14 2021-11-11 2021-12-09"),
    ("останній робочий день місяця", ""),
    ("до 15 листопада", "2021-11-15"), ("II квартал", "2021-06-30"), ("постійно", ""),
    ("у разі змін", ""), ("з 1 березня", ""),
  ])
  func areTheDaysDue(_ phrase: String, _ expected: String) throws {
    let limit = try #require(LocalDate(year: 2023, month: 12, day: 31))
    let deadlines = DeadlineReader(year: 2021).read(phrase).deadlines
    #expect(deadlines.count == 1)
    let days = deadlines.flatMap { $0.occurrences(until: limit) }
    #expect(days.map(\.iso).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("у робочі дні", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("щотижня у вівторок і четвер", "FREQ=WEEKLY;BYDAY=TU FREQ=WEEKLY;BYDAY=TH"),
    ("останній робочий день місяця", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    (
      "до 3 робочого дня кожного півріччя",
      "FREQ=YEARLY;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3"
        + " FREQ=YEARLY;BYMONTH=7;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3"
    ),
    ("друга і четверта середа місяця", "FREQ=MONTHLY;BYDAY=2WE FREQ=MONTHLY;BYDAY=4WE"),
    ("щокварталу до 10 числа", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
    ("щомісяця до 28 числа", "FREQ=MONTHLY;BYMONTHDAY=28"),
    ("щомісяця до 29 числа", "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1"),
    ("щомісяця до 30 числа", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
    ("щомісяця до 31 числа", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("до 29 лютого щороку", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    ("до 28 лютого щороку", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28"),
    ("до 30 квітня щороку", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30"),
    ("щокварталу до 30 числа", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=30"),
  ])
  func areSaidByRules(_ phrase: String, _ expected: String) {
    let rules = DeadlineReader(year: 2021).read(phrase).deadlines.flatMap { $0.every?.rules ?? [] }
    #expect(rules.joined(separator: " ") == expected)
  }

  @Test func februaryHasARuleOfItsOwn() {
    let recurrence = Recurrence(.quarter, due: [.day(30, monthsLater: 1)])
    #expect(
      recurrence.rules == [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=5,8,11;BYMONTHDAY=30",
      ])
  }

  @Test func goOnToTheLimitOnly() throws {
    let limit = try #require(LocalDate(year: 2021, month: 6, day: 29))
    let deadline = try #require(DeadlineReader(year: 2021).read("щокварталу").deadlines.first)
    #expect(deadline.occurrences(until: limit).map(\.iso) == ["2021-03-31"])
  }

  @Test(arguments: [
    (2027, "останній робочий день місяця", "2027-01-29 2027-02-26 2027-03-31", false),
    (2027, "до 3 робочого дня кварталу", "2027-01-05", false),
    (2028, "останній робочий день місяця", "", true), (2028, "щокварталу", "2028-03-31", false),
  ])
  func daysOfWorkAreThoseOfTheCalendar(
    _ year: Int, _ phrase: String, _ expected: String, _ outlasts: Bool
  ) throws {
    let calendar = CalendarReader.read(TemplateFolders([Fixture.templates])).value
    let limit = try #require(LocalDate(year: year, month: 3, day: 31))
    let deadlines = DeadlineReader(year: year).read(phrase).deadlines
    let days = deadlines.flatMap { $0.occurrences(until: limit, calendar) }
    #expect(days.map(\.iso).joined(separator: " ") == expected)
    #expect(deadlines.contains { $0.outlasts(calendar) } == outlasts)
  }
}
