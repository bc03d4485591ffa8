extension LocalDate {
  /// The day by a pattern: `d`, `dd`, `MM`, `MMMM` (the month's name as it stands in a date) and
  /// `yyyy`, as in Unicode's LDML; every other character stands for itself.
  package func formatted(_ pattern: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(64)
    let pattern = pattern.utf8.span
    var start = 0
    while start < pattern.count {
      var end = start + 1
      while end < pattern.count, pattern[end] == pattern[start] { end += 1 }
      switch (pattern[start], end - start) {
      case (UInt8(ascii: "d"), 1...2): result.append(day, width: end - start)
      case (UInt8(ascii: "M"), 1...2): result.append(month, width: end - start)
      case (UInt8(ascii: "M"), 4): result += Self.genitiveMonths[month - 1].utf8
      case (UInt8(ascii: "y"), 4): result.append(year, width: 4)
      default: for _ in start..<end { result.append(pattern[start]) }
      }
      start = end
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends the digits of a number, and zeros before them up to a width.
  mutating func append(_ number: Int, width: Int) {
    if number > 9 || width > 1 { append(number / 10, width: width - 1) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
