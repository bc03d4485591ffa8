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
    try read(text.span)
  }

  /// The day that a text names.
  ///
  /// - Throws: why it names none.
  public static func read(_ text: Span<UInt8>) throws(Fault) -> LocalDate {
    if let (year, month, day) = numbers(in: text, widths: (4...4, 1...2, 1...2), "-") {
      return try self.day(year: year, month: month, day: day)
    }
    if let (day, month, year) = numbers(in: text, widths: (1...2, 1...2, 4...4), ".") {
      return try self.day(year: year, month: month, day: day)
    }
    return try readWords(String(decoding: text.indices.map { text[$0] }, as: UTF8.self))
  }

  private static func day(year: Int, month: Int, day: Int) throws(Fault) -> LocalDate {
    guard let date = LocalDate(year: year, month: month, day: day) else { throw .noSuchDay }
    return date
  }

  /// Three numbers of so many digits, with a separator between them.
  private static func numbers(
    in text: Span<UInt8>, widths: (ClosedRange<Int>, ClosedRange<Int>, ClosedRange<Int>),
    _ separator: Unicode.Scalar
  ) -> (Int, Int, Int)? {
    guard (8...10).contains(text.count) else { return nil }
    var index = 0
    func number(_ width: ClosedRange<Int>) -> Int? {
      var number = 0
      var digits = 0
      while index < text.count, text[index] != UInt8(ascii: separator) {
        guard text[index] >= 0x30, text[index] <= 0x39 else { return nil }
        number = number * 10 + Int(text[index] - 0x30)
        digits += 1
        index += 1
      }
      index += 1
      return width.contains(digits) ? number : nil
    }
    guard let first = number(widths.0), let second = number(widths.1),
      let third = number(widths.2), index == text.count + 1
    else { return nil }
    return (first, second, third)
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
