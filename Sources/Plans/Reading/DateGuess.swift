internal import Calendars
internal import Diagnostics

/// What a text may have meant that is no date as plans write them.
enum DateGuess {
  /// Help for a text that is no date, where its day can be told.
  static func help(for text: String) -> Message? {
    if let number = Int(text), (20_000...80_000).contains(number),
      let day = LocalDate(year: 1899, month: 12, day: 30)?.adding(days: number)
    {
      return Message(
        uk: "це число дати з Excel: \(written(day))",
        en: "this is a date's number in Excel: \(written(day))")
    }
    let head = text.prefix { $0 != "T" && !$0.isWhitespace }
    let parts = head.split { !$0.isNumber }
    guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2]),
      head.allSatisfy({ $0.isNumber || "./-,_".contains($0) })
    else { return nil }
    if parts[0].count == 4 { return perhaps(day(a, b, c)) }
    let year = parts[2].count == 2 ? 2000 + c : c
    guard parts[2].count == 2 || parts[2].count == 4 else { return nil }
    let (dayFirst, monthFirst) = (day(year, b, a), day(year, a, b))
    if head.contains("/"), let dayFirst, let monthFirst, dayFirst != monthFirst {
      let days = "\(written(dayFirst)) чи \(written(monthFirst))"
      return Message(
        uk: "що тут день, а що місяць? напишіть \(days)",
        en: "which is the day, and which the month? write \(days.replacing(" чи ", with: " or "))")
    }
    return perhaps(dayFirst ?? (head.contains("/") ? monthFirst : nil))
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> LocalDate? {
    (1900...2200).contains(year) ? LocalDate(year: year, month: month, day: day) : nil
  }

  private static func perhaps(_ day: LocalDate?) -> Message? {
    day.map { Message(uk: "напишіть \(written($0))", en: "write \(written($0))") }
  }

  private static func written(_ day: LocalDate) -> String {
    let parts = day.iso.split(separator: "-")
    return parts.reversed().joined(separator: ".")
  }
}
