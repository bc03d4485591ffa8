internal import Calendars
internal import SourceTexts

/// Regular expressions (ECMA-262, as JSON Schema has them) of what the reader accepts as a text,
/// a date, a boolean, a number or a ditto mark.
enum SchemaPattern {
  /// A text that says something.
  static let notBlank = "[^\(blankCharacters)]"

  /// A text that says nothing, like no value at all.
  static let blank = "^[\(blankCharacters)]*$"

  /// The characters that say nothing, for a class of characters.
  private static let blankCharacters = BlankText.ranges.map { range in
    let first = escape(range.lowerBound)
    return range.count == 1 ? first : "\(first)-\(escape(range.upperBound))"
  }.joined()

  private static func escape(_ value: UInt32) -> String {
    let hex = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
  }

  /// A text without characters that the reader refuses: those that XML 1.0 forbids, and those that
  /// reorder what people see.
  static let permitted =
    "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028\\u2029"
    + "\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]*$"

  /// A text of at least so many characters, two or more, apart from white space at its ends.
  static func atLeast(_ count: Int) -> String { "\(notBlank)[\\s\\S]{\(count - 2),}\(notBlank)" }

  /// «true», «false», «так» or «ні», in letters of any case.
  static let boolean = whole(["true", "false", "так", "ні"].map(anyCase).joined(separator: "|"))

  /// A ditto mark, as ``DittoMark`` knows it.
  static let ditto: String = {
    let dash = "[-‐‑–—―]"
    let fill = "[-‐‑–—―\\s]*"
    let quote = "[\"“”„‟«»″〃'/]"
    let words = DittoMark.words
      .map { $0.map { anyCase(String($0)) }.joined(separator: "\\s*") }.joined(separator: "|")
    return
      "^[ \\t\\r\\n]*(?:(?:\(words))\\s*|\(dash)\(fill)\(quote)\(fill)(?:\(quote)\(fill))?|\(quote)\(fill)"
      + "|\(quote)\\s*\(quote)\\s*\(dash)\(fill)|\(quote)\\s*\(dash)\(fill)\(quote)\(fill))$"
  }()

  /// A day of the calendar in the three spellings of ``DateReader``.
  static let date: String = {
    let quotes = "[\"«»“”„]*"
    let spellings = months.map { group in
      let (year, day) = (group.year, group.day)
      let month = group.months.map { $0 < 10 ? "0?\($0)" : "\($0)" }.joined(separator: "|")
      let word = group.months.map { anyCase(LocalDate.genitiveMonths[$0 - 1]) }
        .joined(separator: "|")
      return "\(year)-(?:\(month))-\(day)|\(day)\\.(?:\(month))\\.\(year)"
        + "|\(quotes)\(day)\(quotes)\\s+(?:\(word))\\s+\(year)\(yearWord)"
    }
    return whole(spellings.joined(separator: "|"))
  }()

  /// A whole number within bounds, in digits.
  static func integer(_ minimum: Int?, _ maximum: Int?) -> String {
    switch (minimum, maximum) {
    case (let minimum?, let maximum?) where minimum >= 0 && minimum <= maximum:
      return whole("\\+?0*(?:\(digits(minimum, maximum)))")
    case (let minimum?, nil) where minimum >= 0:
      let width = String(minimum).count
      let most = Int(String(repeating: "9", count: width)) ?? minimum
      return whole("\\+?0*(?:\(digits(minimum, most))|[1-9][0-9]{\(width),})")
    default:
      return whole("[+-]?[0-9]+")
    }
  }

  private static let yearWord = "(?:\\s+(?:[Рр]\\.?|\(anyCase("року"))))?"

  /// The months by their length, with the days and years that they have.
  private static let months: [(months: [Int], day: String, year: String)] = {
    let year = "[1-9][0-9]{3}"
    let leapYear =
      "(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)"
    return [
      ([1, 3, 5, 7, 8, 10, 12], "(?:0?[1-9]|[12][0-9]|3[01])", year),
      ([4, 6, 9, 11], "(?:0?[1-9]|[12][0-9]|30)", year),
      ([2], "(?:0?[1-9]|1[0-9]|2[0-8])", year),
      ([2], "29", leapYear),
    ]
  }()

  /// All of a text, apart from white space at its ends.
  private static func whole(_ pattern: String) -> String {
    "^[ \\t\\r\\n]*(?:\(pattern))[ \\t\\r\\n]*$"
  }

  private static func anyCase(_ word: String) -> String {
    word.map { "[\($0.uppercased())\($0.lowercased())]" }.joined()
  }

  /// The numbers from one to another, neither negative, as runs that differ in one place and in
  /// free digits behind it: `199[1-9]|20[0-9]{2}|2100`.
  private static func digits(_ first: Int, _ last: Int) -> String {
    var parts: [String] = []
    var start = first
    while start <= last {
      var free = 0
      var size = 1
      while start % (size * 10) == 0, start > 0, start + size * 10 - 1 <= last {
        size *= 10
        free += 1
      }
      let place = start / size % 10
      let steps = min(9 - place, (last - start + 1) / size - 1)
      let head = start / size / 10
      parts.append(
        (head > 0 ? "\(head)" : "") + (steps > 0 ? "[\(place)-\(place + steps)]" : "\(place)")
          + (free > 0 ? "[0-9]{\(free)}" : ""))
      start += (steps + 1) * size
    }
    return parts.joined(separator: "|")
  }
}
