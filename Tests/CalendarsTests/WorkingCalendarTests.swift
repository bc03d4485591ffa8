import Deadlines
import Diagnostics
import Files
import TestSupport
import Testing
import XML

@testable import Calendars

@Suite struct WorkingCalendarTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var mode: String
    var start: LocalDate
    var end: LocalDate
    var count: Int
  }

  static let cases: [Case] = {
    let bytes = (try? Fixture("Tests/Expected/Calendars/working-days.txt").bytes()) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words[0] != "#", let start = day(words[1]), let end = day(words[2]),
        let count = Int(words[3])
      else { return nil }
      return Case(
        testDescription: String(line), mode: words[0], start: start, end: end, count: count)
    }
  }()

  static func day(_ text: String) -> LocalDate? { try? DateReader.read(Array(text.utf8)) }

  static let law = CalendarReader.read(TemplateFolders([Fixture.templates])).value
  static let civil = law.map { WorkingCalendar(years: $0.years) }

  @Test func theBuiltInCalendarHasNoErrors() throws {
    let read = CalendarReader.read(TemplateFolders([Fixture.templates]))
    #expect(read.diagnostics == [])
    #expect(try #require(read.value).years.map(\.year) == Array(2017...2027))
    #expect(Self.cases.count > 50)
  }

  @Test(arguments: cases) func workingDaysAreCounted(_ sample: Case) throws {
    let calendar = try #require(["law": Self.law, "civil": Self.civil][sample.mode] ?? nil)
    #expect(calendar.workingDaysBetween(sample.start, sample.end) == sample.count)
  }

  /// The working days of each month by the ministry's own count: for 2019 лист Мінсоцполітики від
  /// 08.08.2018 № 78/0/206-18; for 2024 the norm of working time under martial law.
  @Test(arguments: [
    (2019, [21, 20, 20, 21, 21, 18, 23, 21, 21, 22, 21, 21]),
    (2024, [23, 21, 21, 22, 23, 20, 23, 22, 21, 23, 21, 22]),
  ])
  func monthsAreAsTheMinistryCounts(_ year: Int, _ counts: [Int]) throws {
    let calendar = try #require(Self.law)
    for (index, count) in counts.enumerated() {
      let first = try #require(LocalDate(year: year, month: index + 1, day: 1))
      let before = try #require(first.adding(days: -1))
      #expect(calendar.workingDaysBetween(before, first.endOfMonth) == count)
    }
  }

  /// Each holiday that falls on a weekend moves a day off, and no other does.
  @Test func transfersFollowArticle67() throws {
    for year in try #require(Self.law).years {
      let onWeekend = year.holidays.map(\.date).filter { $0.weekday > 5 }
      #expect(year.transfers.map(\.origin) == onWeekend)
      var taken = Set(year.holidays.map(\.date))
      for transfer in year.transfers {
        var day = try #require(transfer.origin.adding(days: 1))
        while day.weekday > 5 || taken.contains(day) { day = try #require(day.adding(days: 1)) }
        #expect(transfer.date == day)
        taken.insert(day)
      }
    }
  }

  @Test(arguments: [
    ("2021-04-30", 5, "2021-05-12"),  // 5 6 7; 11 12
    ("2021-08-16", 10, "2021-08-31"),  // 17-20; 23; 25 26 27; 30 31
    ("2021-05-01", 1, "2021-05-05"), ("2021-05-05", 0, "2021-05-05"),
    ("2021-05-11", -5, "2021-04-29"),  // 7 6 5; 30 29
    ("2021-05-09", -1, "2021-05-07"), ("2022-12-30", 10, "2023-01-13"),
  ])
  func workingDaysAreAdded(_ start: String, _ count: Int, _ end: String) throws {
    let start = try #require(Self.day(start))
    #expect(Self.law?.adding(workingDays: count, to: start)?.iso == end)
  }

  @Test(arguments: [
    ("2021-05-01", 1, "2021-05-05"), ("2021-05-05", 1, "2021-05-05"),
    ("2021-05-05", 2, "2021-05-06"),
    ("2021-05-31", -1, "2021-05-31"), ("2021-05-09", -1, "2021-05-07"),
    ("2021-05-07", -2, "2021-05-06"),
    ("2021-05-07", 0, nil),
  ])
  func workingDaysAreCountedFromADayOn(_ start: String, _ number: Int, _ day: String?) throws {
    let start = try #require(Self.day(start))
    #expect(Self.law?.workingDay(number, from: start)?.iso == day)
  }

  @Test func addingAndCountingAgree() throws {
    let calendar = try #require(Self.law)
    var random = Seeded(7)
    let first = try #require(LocalDate(year: 2018, month: 1, day: 1)).dayNumber
    for _ in 0..<500 {
      let number = first + Int.random(in: 0..<3200, using: &random)
      let start = try #require(LocalDate(dayNumber: number))
      let count = Int.random(in: 1...60, using: &random)
      let end = try #require(calendar.adding(workingDays: count, to: start))
      #expect(calendar.isWorkingDay(end) == true)
      #expect(calendar.workingDaysBetween(start, end) == count)
      let back = try #require(calendar.adding(workingDays: -count, to: start))
      #expect(calendar.isWorkingDay(back) == true)
      let whole = calendar.workingDaysBetween(back, start)
      #expect(whole == count - (calendar.isWorkingDay(start) == true ? 0 : 1))
    }
  }

  @Test func aTermEndsOnTheNextWorkingDay() throws {
    let calendar = try #require(Self.law)
    let saturday = try #require(Self.day("2021-05-01"))
    #expect(calendar.nextWorkingDay(onOrAfter: saturday)?.iso == "2021-05-05")
    #expect(calendar.holiday(on: saturday)?.name == "День праці")
    #expect(Term(5, .workingDay).end(from: saturday, in: calendar)?.iso == "2021-05-12")
    #expect(Term(10, .day).end(from: saturday, in: calendar)?.iso == "2021-05-11")
    #expect(Term(1, .month).end(from: saturday, in: calendar)?.iso == "2021-06-01")
    #expect(
      Term(5, .workingDay, isBeforeEvent: true).end(from: saturday, in: calendar)?.iso
        == "2021-04-26")
  }

  @Test func beyondItsYearsItSaysNothing() throws {
    let calendar = try #require(Self.law)
    let late = try #require(Self.day("2028-01-03"))
    let known = try #require(Self.day("2027-12-30"))
    #expect(calendar.isWorkingDay(late) == nil)
    #expect(calendar.workingDaysBetween(known, late) == nil)
    #expect(calendar.adding(workingDays: 3, to: known) == nil)
    #expect(calendar.confidence(in: 2027) == .medium)
    #expect(calendar.confidence(in: 2021) == .high)
    #expect(WorkingCalendar(years: []).isWorkingDay(known) == nil)
  }
}
