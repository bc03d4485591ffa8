import Calendars
import DeadlineGrammar
import Deadlines
import ICalendar
import TestSupport
import Testing

@Suite struct ICalendarTests {
  static func entries(_ phrase: String, _ summary: String = "Звіт", key: String? = nil)
    -> [ICalendarWriter.Entry]
  {
    DeadlineReader(year: 2021).read(phrase).deadlines.map {
      ICalendarWriter.Entry(summary, deadline: $0, key: key ?? phrase)
    }
  }

  static func write(_ entries: [ICalendarWriter.Entry], asOf text: String = "2021-01-11") -> String?
  {
    guard let day = try? DateReader.read(Array(text.utf8)) else { return nil }
    return ICalendarWriter(asOf: day).write(entries).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func calendarIsAsExpected() throws {
    let long = "Складення переліку річкових маяків області та карти підходів до кожного з них; "
    var entries = Self.entries("до 15 листопада", long)
    entries[0].description = "Строк: «до 15 листопада»,\nвиконавець: МІП\\робоча група"
    entries[0].categories = ["МІП", "робоча група, за згодою"]
    for phrase in [
      "II квартал", "щокварталу", "раз на рік (до 31 грудня)", "до 10 числа щомісяця",
      "щомісяця до 30 числа", "щоп’ятниці", "раз на два роки", "постійно", "за потреби",
      "щокварталу", "щокварталу протягом 2021-2022 років", "щороку до 1 березня 2023 року",
      "у робочі дні", "щомісяця в останній робочий день",
    ] { entries += Self.entries(phrase, phrase) }
    expectFile(try #require(Self.write(entries)), matches: "Tests/Expected/ICalendar/deadlines.ics")
  }

  @Test func linesAreFoldedBetweenCharacters() throws {
    for length in 60...90 {
      let summary = String(repeating: "x", count: length) + String(repeating: "їa🖋", count: 50)
      let text = try #require(Self.write(Self.entries("15 листопада", summary)))
      let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(!text.contains("\u{FFFD}"))
      #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:" + summary + "\r\n"))
    }
  }

  @Test func identifiersStayWhenTheDayOrTheTitleChanges() throws {
    let uid = { (entries: [ICalendarWriter.Entry]) in
      try #require(Self.write(entries)).split(separator: "\r\n").filter { $0.hasPrefix("UID") }
    }
    let first = try uid(Self.entries("до 15 листопада", key: "a"))
    #expect(try uid(Self.entries("до 16 листопада", "Інше", key: "a")) == first)
    #expect(try uid(Self.entries("до 15 листопада", key: "b")) != first)
    let twice = try uid(Self.entries("щокварталу") + Self.entries("щокварталу"))
    #expect(Set(twice).count == 2)
  }

  @Test func nothingIsLaterThanTheLastDayAskedFor() throws {
    let until = try #require(LocalDate(year: 2021, month: 7, day: 1))
    let day = try #require(LocalDate(year: 2021, month: 1, day: 11))
    let entries = Self.entries("щокварталу") + Self.entries("до 15 листопада")
    let bytes = try #require(ICalendarWriter(asOf: day, until: until).write(entries))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("UNTIL=20210630"))
    #expect(!text.contains("20211115"))
  }

  @Test func aCalendarWithoutEventsIsNone() {
    #expect(Self.write(Self.entries("постійно; за потреби")) == nil)
  }
}
