import Bytes
internal import Diagnostics

/// Reads a day in the three spellings that plans use: `2020-12-20`, `20.12.2020` and
/// `20 грудня 2020 р.`.
package enum DateReader {
  /// Why a text is no date.
  package enum Fault: Error, Sendable {
    /// It has none of the three forms.
    case notADate
    /// It has one of them, but the calendar has no such day.
    case noSuchDay
  }

  /// The day that a text names.
  ///
  /// - Throws: why it names none.
  package static func read(_ text: [UInt8]) throws(Fault) -> LocalDate {
    try read(text.span)
  }

  /// The day that a text names.
  ///
  /// - Throws: why it names none.
  package static func read(_ text: Span<UInt8>) throws(Fault) -> LocalDate {
    if let date = LocalDate(iso: text) { return date }
    if let (year, month, day) = numbers(in: text, widths: (4...4, 1...2, 1...2), "-") {
      return try self.day(year: year, month: month, day: day)
    }
    if let (day, month, year) = numbers(in: text, widths: (1...2, 1...2, 4...4), ".") {
      return try self.day(year: year, month: month, day: day)
    }
    return try readWords(text.lowercased().utf8.span)
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

  /// The day that words in small letters name, and perhaps a word behind them that it is a year.
  private static func readWords(_ text: Span<UInt8>) throws(Fault) -> LocalDate {
    var words = text.words
    if let last = words.last, text.place(of: last, among: yearWords) != nil { words.removeLast() }
    guard words.count == 3, let year = number(text.extracting(words[2]), width: 4...4),
      let month = text.place(of: words[1], among: months),
      let day = number(text.extracting(text.withoutQuotationMarks(words[0])), width: 1...2)
    else { throw .notADate }
    return try self.day(year: year, month: month + 1, day: day)
  }

  private static let months = LocalDate.genitiveMonths.map { Array($0.utf8) }
  private static let yearWords = ["р.", "р", "року"].map { Array($0.utf8) }

  private static func number(_ digits: Span<UInt8>, width: ClosedRange<Int>) -> Int? {
    guard width.contains(digits.count) else { return nil }
    var number = 0
    for index in digits.indices {
      guard (0x30...0x39).contains(digits[index]) else { return nil }
      number = number * 10 + Int(digits[index] - 0x30)
    }
    return number
  }
}

private let quotationMarks = ["\"", "«", "»", "“", "”", "„"].map { Array($0.utf8) }

extension Span<UInt8> {
  /// The runs of bytes between white space; no more than four and one, as a date has no more.
  fileprivate var words: [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(5)
    var start = 0
    var index = 0
    while index < count, words.count < 5 {
      let length = spaceLength(at: index)
      if length == 0 {
        index += 1
        continue
      }
      if start < index { words.append(start..<index) }
      index += length
      start = index
    }
    if start < index { words.append(start..<index) }
    return words
  }

  /// The number of a word among several.
  fileprivate func place(of word: Range<Int>, among words: [[UInt8]]) -> Int? {
    let word = extracting(word)
    for (index, other) in words.enumerated() where word.equals(other.span) { return index }
    return nil
  }

  /// The place of a word without the quotation marks at its ends.
  fileprivate func withoutQuotationMarks(_ word: Range<Int>) -> Range<Int> {
    var word = word
    while let length = lengthOfMark(in: word, atEnd: false) {
      word = word.lowerBound + length..<word.upperBound
    }
    while let length = lengthOfMark(in: word, atEnd: true) {
      word = word.lowerBound..<word.upperBound - length
    }
    return word
  }

  private func lengthOfMark(in word: Range<Int>, atEnd: Bool) -> Int? {
    for mark in quotationMarks where mark.count <= word.count {
      let start = atEnd ? word.upperBound - mark.count : word.lowerBound
      if extracting(start..<start + mark.count).equals(mark.span) { return mark.count }
    }
    return nil
  }

  /// How many bytes the white space at an index takes; 0 where there is none.
  private func spaceLength(at index: Int) -> Int {
    let lead = self[index]
    switch lead {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2 where index + 1 < count:
      return self[index + 1] == 0x85 || self[index + 1] == 0xA0 ? 2 : 0
    case 0xE1...0xE3 where index + 2 < count:
      switch (lead, self[index + 1], self[index + 2]) {
      case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
        (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}
