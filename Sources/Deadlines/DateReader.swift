/// Reads a day in the three spellings that plans use: `2020-12-20`, `20.12.2020` and
/// `20 грудня 2020 р.`.
public enum DateReader {
  /// Why a text is no date.
  public enum Fault: Error, Sendable {
    /// It has none of the three forms.
    case notADate
    /// It has one of them, but the calendar has no such day.
    case noSuchDay
  }

  /// The day that a text names.
  ///
  /// - Throws: why it names none.
  public static func read(_ text: [UInt8]) throws(Fault) -> LocalDate {
    if let day = LocalDate(iso: text.span) { return day }
    if let numbers = numbers(in: text, separator: UInt8(ascii: "-")), numbers[0].width == 4 {
      return try day(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    }
    if let numbers = numbers(in: text, separator: UInt8(ascii: ".")), numbers[2].width == 4 {
      return try day(year: numbers[2].value, month: numbers[1].value, day: numbers[0].value)
    }
    return try readWords(String(decoding: text, as: UTF8.self))
  }

  private static func day(year: Int, month: Int, day: Int) throws(Fault) -> LocalDate {
    guard let date = LocalDate(year: year, month: month, day: day) else { throw .noSuchDay }
    return date
  }

  /// Three numbers, the day and the month of one or two digits.
  private static func numbers(in text: [UInt8], separator: UInt8)
    -> [(value: Int, width: Int)]?
  {
    guard (8...10).contains(text.count) else { return nil }
    var numbers = [(value: 0, width: 0)]
    for byte in text {
      if byte == separator {
        numbers.append((0, 0))
      } else {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        numbers[numbers.count - 1].value = numbers[numbers.count - 1].value * 10 + Int(byte - 0x30)
        numbers[numbers.count - 1].width += 1
      }
    }
    let short = numbers.filter { (1...2).contains($0.width) }
    return numbers.count == 3 && short.count == 2 ? numbers : nil
  }

  private static func readWords(_ text: String) throws(Fault) -> LocalDate {
    var words = text.lowercased().split { $0.isWhitespace }.map(String.init)
    if let last = words.last, ["р.", "р", "року"].contains(last) { words.removeLast() }
    guard words.count == 3, let year = number(words[2], width: 4...4),
      let month = LocalDate.genitiveMonths.firstIndex(of: words[1]),
      let day = number(words[0].trimming("\"«»“”„"), width: 1...2)
    else { throw .notADate }
    return try self.day(year: year, month: month + 1, day: day)
  }

  private static func number(_ text: String, width: ClosedRange<Int>) -> Int? {
    width.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      ? Int(text) : nil
  }
}

extension String {
  fileprivate func trimming(_ characters: String) -> String {
    var result = Substring(self)
    while let first = result.first, characters.contains(first) { result.removeFirst() }
    while let last = result.last, characters.contains(last) { result.removeLast() }
    return String(result)
  }
}
