internal import Bytes
package import Calendars
internal import Contents
internal import DeadlineGrammar
internal import Deadlines
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on days and deadlines that need no calendar. Days are texts as
  /// ``DateReader`` reads them; what is no day gives NaN.
  ///
  /// - `days-between(a, b)`: the days from one to the other, negative where the other is earlier.
  /// - `quarter(d)`: the quarter of a day, 1 to 4.
  /// - `deadline-end(text, year)`: the last permitted day of a deadline's words in a plan of a
  ///   year, `2021-12-31`; empty where they name none or are not all understood.
  /// - `deadline-is-known(text, year)`: whether the words are all understood.
  /// - `says-when(text)`: whether words of a sentence say when something is due, or on what it depends.
  /// - `sentence-end(text, year)`: the last permitted day that a sentence says of its duty, in an
  ///   act of a year; empty where it names none, or not every time of it is a day or stretch.
  /// - `sentence-executor(text)`: the first of those whom a sentence gives its duty, as it names them.
  /// - `same-body(a, b)`: whether two names can be those of one body, in any case; one may be shorter or short for the other.
  package static let deadlines = [
    XPathFunction(
      "days-between", gives: .number,
      ofTexts: { start, end in
        guard let start = date(start), let end = date(end) else { return .number(.nan) }
        return .number(Double(end.dayNumber - start.dayNumber))
      }),
    XPathFunction(
      "quarter", gives: .number,
      ofText: { .number(date($0).map { Double($0.quarter) } ?? .nan) }),
    XPathFunction(
      "says-when", gives: .boolean,
      ofText: { .boolean(DeadlineScanner(String(copying: $0)).saysWhen) }),
    XPathFunction("deadline-end", of: [.text, .number], gives: .text) { arguments in
      .string(DeadlineReader(year: arguments[1].year).read(arguments[0].string).end?.iso ?? "")
    },
    XPathFunction("sentence-end", of: [.text, .number], gives: .text) { arguments in
      let sentence = DutySentence(arguments[0].string, hasExecutor: true)
      let reader = DeadlineReader(year: arguments[1].year)
      let read = sentence.deadlines.flatMap { phrase in
        let read = reader.read(phrase)
        return read.isKnown ? read.deadlines.map { $0.every == nil ? $0.end : nil } : [nil]
      }
      return .string(read.contains(nil) ? "" : read.compactMap(\.self).max()?.iso ?? "")
    },
    XPathFunction(
      "sentence-executor", gives: .text,
      ofText: {
        .string(DutySentence(String(copying: $0), hasExecutor: false).executors.first ?? "")
      }),
    XPathFunction(
      "same-body", gives: .boolean,
      ofTexts: { one, other in
        if ShortName.agree(NameKey.key(of: one), NameKey.key(of: other)) { return .boolean(true) }
        let (one, other) = (String(copying: one), String(copying: other))
        return .boolean(ExecutorName.holds(one, other) || ExecutorName.holds(other, one))
      }),
    XPathFunction("deadline-is-known", of: [.text, .number], gives: .boolean) { arguments in
      .boolean(DeadlineReader(year: arguments[1].year).read(arguments[0].string).isKnown)
    },
  ]

  /// The functions that need a calendar.
  ///
  /// - `working-days-between(a, b)`: the working days after one day, up to and including another,
  ///   negative where the other is earlier; NaN for what is no day of the calendar's years.
  /// - `is-working-day(d)`: whether a day is a working day; so is what is no day of those years.
  /// - `term-end(d, number, 'working')`: the last day of a term of so many working days after a day;
  ///   with any other word calendar days are counted, and an end on a day off moves to the next
  ///   working day. Empty for what is no day of those years.
  package static func workingDays(in calendar: WorkingCalendar) -> [XPathFunction] {
    [
      XPathFunction(
        "working-days-between", gives: .number,
        ofTexts: { start, end in
          guard let start = date(start), let end = date(end),
            let count = calendar.workingDaysBetween(start, end)
          else { return .number(.nan) }
          return .number(Double(count))
        }),
      XPathFunction(
        "is-working-day", gives: .boolean,
        ofText: { .boolean(date($0).flatMap(calendar.isWorkingDay) ?? true) }),
      XPathFunction("term-end", of: [.text, .number, .text], gives: .text) { arguments in
        guard let start = arguments[0].withText(date), let days = Int(exactly: arguments[1].number)
        else { return .string("") }
        let end =
          arguments[2].string == "working"
          ? calendar.adding(workingDays: days, to: start)
          : start.adding(days: days).flatMap(calendar.nextWorkingDay(onOrAfter:))
        return .string(end?.iso ?? "")
      },
    ]
  }

  /// The day that a text names.
  private static func date(_ text: Span<UInt8>) -> LocalDate? { try? DateReader.read(text) }
}

extension XPathValue {
  /// The value as a year.
  fileprivate var year: Int? { Int(exactly: number) }
}
