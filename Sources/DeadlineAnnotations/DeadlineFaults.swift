internal import Calendars
internal import DeadlineGrammar
internal import Deadlines
internal import DeadlineWords
internal import Diagnostics

/// What is told of the words of deadlines that say no time.
enum DeadlineFaults {
  private typealias Said = (message: Message, help: Message?)

  /// The warning of a part of a text that was not understood.
  ///
  /// - Parameter isHelping: whether the right word is looked for in place of a wrong one.
  static func warning(
    of unread: ReadDeadline.Unread, in text: String, _ source: SourceFile, at range: SourceRange,
    isHelping: Bool
  ) -> Diagnostic {
    let scalars = text.unicodeScalars
    let date = DateGuess.ofFigures(text, around: unread.range)
    let place = date?.place ?? unread.range
    let words = String(
      String.UnicodeScalarView(scalars.dropFirst(place.lowerBound).prefix(place.count)))
    let isOneLine =
      range.start.line == range.end.line && range.end.column - range.start.column == scalars.count
    var said = said(of: unread.fault, words, isWhole: unread.range.count == scalars.count)
    if let date {
      said.message = Message(
        uk: "дату в строку пишуть як день.місяць.рік, а не «\(words)», її не взято",
        en: "a date in a deadline is written as day.month.year, not '\(words)', and is not taken")
      said.help = date.help
    } else if unread.fault == .words, isHelping, let word = DeadlineSpelling.correction(in: words) {
      said.help = Message(uk: "можливо, «\(word)»", en: "perhaps «\(word)»")
    }
    return Diagnostic(
      .warning, code: "unknown-deadline", in: source,
      at: isOneLine
        ? range.shifted(by: place.lowerBound, length: place.count) : range,
      said.message, help: DateGuess.ofSheet(text) ?? said.help)
  }

  /// The error of a plan's years that say no time.
  static func unknownYears(_ text: String, _ source: SourceFile, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      code: "wrong-years", in: source, at: range,
      Message(
        uk: "«\(text)» – не рік і не інший час, на який складено план",
        en: "'\(text)' is no year, nor another time that a plan is for"),
      help: Message(
        uk:
          "напишіть «2027», «2027–2029», «2027/2028 навчальний рік», «I квартал 2027 року» або «1–5 лютого 2027 року»",
        en:
          "write «2027», «2027–2029», «2027/2028 навчальний рік», «I квартал 2027 року» or «1–5 лютого 2027 року»"
      ))
  }

  private static func said(of fault: ReadDeadline.Fault, _ words: String, isWhole: Bool) -> Said {
    switch fault {
    case .words: saidOfWords(words, isWhole: isWhole)
    case .noSuchDay(let month, let year): saidOfDay(words, month: month, year: year)
    case .otherWeekday(let weekday):
      (
        Message(
          uk: "день тижня у строку «\(words)» не той: це \(weekdays[weekday - 1].uk)",
          en: "the day of the week in '\(words)' is another: it is a \(weekdays[weekday - 1].en)"),
        Message(uk: "виправте день або день тижня", en: "correct the day or the day of the week")
      )
    case .unclearEnd:
      (
        Message(
          uk: "строк «\(words)» можна зрозуміти двояко, дат із нього не взято",
          en: "the deadline '\(words)' may be understood in two ways, no date is taken from it"),
        Message(
          uk: "назвіть останній день: «до 1 квітня» або «до кінця квітня»",
          en: "name the last day: «до 1 квітня» or «до кінця квітня»")
      )
    case .noYear:
      (
        Message(
          uk: "строк «\(words)» не називає року, а план – на кілька років; дат із нього не взято",
          en: "'\(words)' names no year in a plan for several years, no date is taken from it"),
        Message(
          uk: "допишіть рік до строку або назвіть його рядкові чи розділові: «рік: …»",
          en: "add the year to the deadline, or give it to the row or section: 'year: …'")
      )
    case .unclearYear:
      (
        Message(
          uk: "у строку «\(words)» не видно, який рік до чого належить, дат із нього не взято",
          en: "it is not clear which year '\(words)' speaks of, no date is taken from it"),
        Message(uk: "допишіть рік до кожної дати", en: "add the year to each of the dates")
      )
    }
  }

  private static func saidOfWords(_ words: String, isWhole: Bool) -> Said {
    let message =
      isWhole
      ? Message(
        uk: "строк «\(words)» незрозумілий, дат із нього не взято",
        en: "the deadline '\(words)' is not understood, no date is taken from it")
      : Message(
        uk: "не прочитано частину строку «\(words)», дат із нього не взято",
        en: "the part '\(words)' of the deadline is not understood, no date is taken from it")
    let help = Message(
      uk:
        "назвіть день, місяць, квартал або як часто: «до 15 листопада», «II квартал», «щокварталу»",
      en:
        "name a day, a month, a quarter or how often: «до 15 листопада», «II квартал», «щокварталу»"
    )
    return (message, help)
  }

  private static func saidOfDay(_ words: String, month: Int?, year: Int?) -> Said {
    guard let month else {
      return (
        Message(
          uk: "такого дня немає: «\(words)»", en: "there is no such day: '\(words)'"), nil
      )
    }
    guard (1...12).contains(month) else {
      return (
        Message(
          uk: "такого місяця немає: «\(words)»", en: "there is no such month: '\(words)'"),
        Message(uk: "дату пишуть так: 28.06.2027", en: "a date is written so: 28.06.2027")
      )
    }
    let days = LocalDate(year: year ?? 2000, month: month, day: 1)?.endOfMonth.day ?? 31
    let ofYear = month == 2 ? year.map { (uk: " \($0) року", en: " \($0)") } : nil
    return (
      Message(
        uk:
          "такого дня немає: «\(words)», у \(months[month - 1].uk)\(ofYear?.uk ?? "") \(days) \(days == 31 ? "день" : "днів")",
        en:
          "there is no such day: '\(words)', \(months[month - 1].en)\(ofYear?.en ?? "") has \(days) days"
      ), Message(uk: "виправте число або місяць", en: "correct the day or the month")
    )
  }

  private static let weekdays: [(uk: String, en: String)] = [
    ("понеділок", "Monday"), ("вівторок", "Tuesday"), ("середа", "Wednesday"),
    ("четвер", "Thursday"), ("п’ятниця", "Friday"), ("субота", "Saturday"), ("неділя", "Sunday"),
  ]

  private static let months: [(uk: String, en: String)] = [
    ("січні", "January"), ("лютому", "February"), ("березні", "March"), ("квітні", "April"),
    ("травні", "May"), ("червні", "June"), ("липні", "July"), ("серпні", "August"),
    ("вересні", "September"), ("жовтні", "October"), ("листопаді", "November"),
    ("грудні", "December"),
  ]
}
