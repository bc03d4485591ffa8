internal import Calendars
package import Diagnostics

/// What a text may have meant that is no date as plans write them.
package enum DateGuess {
  /// Help for a text that is no date, where its day can be told.
  package static func help(for text: String) -> Message? {
    if let number = Int(text), (20_000...80_000).contains(number),
      let day = LocalDate(year: 1899, month: 12, day: 30)?.adding(days: number)
    {
      return Message(
        uk: "це число дати з Excel: \(written(day))",
        en: "this is a date's number in Excel: \(written(day))")
    }
    return ofFigures(text) ?? ofPart(text) ?? ofWords(text)
  }

  /// Help for a deadline that a spreadsheet has written: a day's number, or a day with its time.
  static func ofSheet(_ text: String) -> Message? {
    guard
      text.unicodeScalars.allSatisfy({ "0"..."9" ~= $0 || "-:.T Z".unicodeScalars.contains($0) }),
      Int(text) != nil || text.contains("00:00")
    else { return nil }
    return help(for: text)
  }

  /// The date in figures that a part of a deadline stands in and that plans do not write so, such as
  /// 2027.06.15, and what to write.
  static func ofFigures(_ text: String, around part: Range<Int>) -> (
    place: Range<Int>, help: Message
  )? {
    let scalars = Array(text.unicodeScalars)
    func isOfDate(_ index: Int) -> Bool {
      scalars.indices.contains(index)
        && ("0"..."9" ~= scalars[index] || "./-".unicodeScalars.contains(scalars[index]))
    }
    guard var start = part.first(where: { isOfDate($0) && "0"..."9" ~= scalars[$0] }) else {
      return nil
    }
    var end = start + 1
    while isOfDate(start - 1) { start -= 1 }
    while isOfDate(end) { end += 1 }
    while !("0"..."9" ~= scalars[end - 1]) { end -= 1 }
    let words = String(String.UnicodeScalarView(scalars[start..<end]))
    guard (try? DateReader.read(Array(words.utf8))) == nil, let help = ofFigures(words) else {
      return nil
    }
    return (start..<end, help)
  }

  /// A day in figures, in another order or with other signs than plans have.
  private static func ofFigures(_ text: String) -> Message? {
    let head = text.prefix { $0 != "T" && !$0.isWhitespace }
    let parts = head.split { !$0.isNumber }
    guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2]),
      head.allSatisfy({ $0.isNumber || "./-,_".contains($0) })
    else { return nil }
    if parts[0].count == 4 { return perhaps(day(a, b, c) ?? day(a, c, b)) }
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

  /// A day among other words: «понеділок, 21.12.2026», «21.12.2026р.».
  private static func ofPart(_ text: String) -> Message? {
    let parts = text.split { !$0.isNumber && !"./-".contains($0) }
      .map { part in part.trimming { !$0.isNumber } }
    let days = Set(parts.compactMap { try? DateReader.read(Array($0.utf8)) })
    return days.count == 1 ? perhaps(days.first) : nil
  }

  /// A day whose month is a word, in a form that plans do not have, or of no year.
  private static func ofWords(_ text: String) -> Message? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard
      let month = words.lazy.compactMap({ word in
        LocalDate.genitiveMonths.firstIndex {
          $0 == word || word.count > 4 && nearestName(to: word, among: [$0]) != nil
        }
      }).first
    else { return nil }
    let numbers = words.compactMap { Int($0.prefix { $0.isNumber }) }
    let days = numbers.filter { (1...31).contains($0) }
    let years = numbers.filter { $0 > 1900 }
    guard days.count == 1, numbers.count == days.count + years.count else { return nil }
    guard let year = years.first else {
      return Message(
        uk: "допишіть рік: «\(days[0]) \(LocalDate.genitiveMonths[month]) … р.»",
        en: "add the year: «\(days[0]) \(LocalDate.genitiveMonths[month]) … р.»")
    }
    return years.count == 1 ? perhaps(day(year, month + 1, days[0])) : nil
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

extension Substring {
  /// The text without characters of a sort at its ends.
  fileprivate func trimming(_ isOut: (Character) -> Bool) -> Substring {
    let rest = drop(while: isOut)
    guard let last = rest.lastIndex(where: { !isOut($0) }) else { return rest }
    return rest[...last]
  }
}
