/// A day of the calendar, without time and zone.
package struct LocalDate: Sendable, Hashable, Comparable {
  /// The year of the common era.
  package let year: Int
  /// The month, from 1.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// Makes a day that the calendar has; nil for any other, such as 31 November.
  package init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a day as ``iso`` writes it, in ten bytes; nil for any other text.
  package init?(iso text: Span<UInt8>) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else {
      return nil
    }
    var number = 0
    for index in 0..<10 where index != 4 && index != 7 {
      guard text[index] >= 0x30, text[index] <= 0x39 else { return nil }
      number = number * 10 + Int(text[index] - 0x30)
    }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Whether one day comes before another.
  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day as ISO 8601 writes it: `2020-12-20`.
  package var iso: String { String(decoding: isoBytes, as: UTF8.self) }

  /// The same in UTF-8.
  package var isoBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    bytes.append(year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(day, width: 2)
    return bytes
  }

  /// The names of the months as they stand in a date.
  package static let genitiveMonths = [
    "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
    "жовтня", "листопада", "грудня",
  ]

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
