public import XML

extension LocalDate {
  /// The day by a pattern: `d`, `dd`, `MM`, `MMMM` (the month's name as it stands in a date) and
  /// `yyyy`, as in Unicode's LDML; every other character stands for itself.
  public func formatted(_ pattern: String) -> String {
    var result = ""
    var rest = Substring(pattern)
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      let number: (Int) -> String = { $0 < 10 && run.count > 1 ? "0\($0)" : "\($0)" }
      switch (first, run.count) {
      case ("d", 1...2): result += number(day)
      case ("M", 1...2): result += number(month)
      case ("M", 4): result += Self.genitiveMonths[month - 1]
      case ("y", 4): result += String(year)
      default: result += run
      }
      rest = rest.dropFirst(run.count)
    }
    return result
  }
}

extension XPathFunction {
  /// The functions on dates: `format-date(text, pattern)`, empty for an empty text; a text that is
  /// no date stays as it is.
  public static let dates = [
    XPathFunction("format-date", arity: 2...2) { arguments in
      let text = arguments[0].string
      guard let date = try? DateReader.read(Array(text.utf8)) else { return .string(text) }
      return .string(date.formatted(arguments[1].string))
    }
  ]
}
