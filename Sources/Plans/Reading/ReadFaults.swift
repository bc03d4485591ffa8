internal import Diagnostics
internal import YAML

/// What can be wrong with the shape of a plan, and how it is said.
enum ReadFaults {
  static let saveAsUTF8 = Message(
    uk: "збережіть файл у кодуванні UTF-8 («Зберегти як…», кодування UTF-8)",
    en: "save the file as UTF-8 (\"Save as…\", encoding UTF-8)")

  static let beginItems = Message(
    uk: "почніть кожний пункт списку з нового рядка і знака «- »",
    en: "begin each item of the list on a new line with '- '")

  static func forbiddenCharacter(
    _ scalar: Unicode.Scalar, in source: SourceFile, at range: SourceRange
  ) -> Diagnostic {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let isBidirectional = (0x202A...0x2069).contains(scalar.value)
    return Diagnostic(
      code: isBidirectional ? "bidirectional-control" : "control-character", in: source, at: range,
      isBidirectional
        ? Message(
          uk: "знак \(code) міняє напрям письма і приховує справжній текст",
          en: "the character \(code) reorders the text and hides what it says")
        : Message(
          uk: "керівний знак \(code) не може стояти в документі",
          en: "the control character \(code) cannot stand in a document"),
      help: Message(uk: "вилучіть його", en: "delete it"))
  }

  /// Help for a name that is not known but near one that is.
  static func perhaps(_ name: String, for written: String) -> Message {
    guard looksAlike(name, written) else {
      return Message(uk: "можливо, мався на увазі «\(name)»", en: "perhaps '\(name)' was meant")
    }
    return name.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
      ? Message(
        uk: "напишіть «\(name)» самими українськими літерами",
        en: "write '\(name)' in Ukrainian letters only")
      : Message(
        uk: "напишіть «\(name)» самими латинськими літерами",
        en: "write '\(name)' in Latin letters only")
  }

  static func wrongType(expected: Message, found: Message) -> Message {
    Message(
      uk: "тут має бути \(expected.uk), а не \(found.uk)",
      en: "\(expected.en) is expected here, not \(found.en)")
  }

  /// libyaml's sentences in words that help.
  static func unreadable(_ fault: YAMLFault, line: String)
    -> (code: String, message: Message, help: Message?)
  {
    let problem = fault.problem
    let before = line.unicodeScalars.prefix(max(Int(fault.position.column), 1))
    let margin = before.prefix { $0 == " " || $0 == "\t" }
    if margin.contains("\t") {
      return (
        "tab",
        Message(
          uk: "відступ зроблено табуляцією, а YAML знає лише пробіли",
          en: "the line is indented by a tab, YAML knows only spaces"),
        Message(uk: "замініть табуляцію пробілами", en: "replace the tab by spaces")
      )
    }
    let last = before.dropLast().last { $0 != " " }
    if problem == "did not find expected key", last == "\"" || last == "'" {
      return (
        "yaml-syntax",
        Message(
          uk: "після закритих лапок стоїть зайвий текст",
          en: "there is text after the closing quotation mark"),
        Message(
          uk: "візьміть усе значення в одинарні лапки: '\"Перше\" друге'",
          en: "put the whole value in single quotation marks: '\"First\" second'")
      )
    }
    for (part, message, help) in sentences where problem.hasPrefix(part) {
      return ("yaml-syntax", message, help)
    }
    return (
      "yaml-syntax",
      Message(uk: "YAML не читається: \(problem)", en: "not well-formed YAML: \(problem)"), nil
    )
  }

  private static let sentences: [(String, Message, Message?)] = [
    (
      "nested too deeply",
      Message(uk: "вкладено надто глибоко", en: "nested too deeply"),
      Message(uk: "перевірте, чи всі дужки закрито", en: "see whether all brackets are closed")
    ),
    (
      "did not find expected key",
      Message(
        uk: "цей рядок не є ні ключем, ні продовженням попереднього",
        en: "this line is neither a key nor goes on with the one before"),
      Message(
        uk: "вирівняйте відступ за сусідніми ключами; значення з двокрапкою візьміть у лапки",
        en: "align it with the keys around it; put a value with a colon in quotation marks")
    ),
    (
      "mapping values are not allowed in this context",
      Message(uk: "двокрапка тут не на місці", en: "a colon cannot stand here"),
      Message(
        uk: "візьміть значення з двокрапкою в лапки або вирівняйте відступ",
        en: "put a value with a colon in quotation marks, or align the line")
    ),
    (
      "could not find expected ':'",
      Message(
        uk: "після ключа бракує двокрапки або лапку не закрито",
        en: "a colon is missing after a key, or a quotation mark is not closed"),
      Message(
        uk: "напишіть «ключ: значення», з пробілом після двокрапки",
        en: "write 'key: value', with a space after the colon")
    ),
    (
      "found unexpected end of stream",
      Message(uk: "лапки не закрито", en: "the quotation mark is not closed"),
      Message(uk: "закрийте лапки в кінці значення", en: "close it at the end of the value")
    ),
    (
      "did not find expected ',' or",
      Message(uk: "дужку не закрито", en: "the bracket is not closed"),
      Message(
        uk: "закрийте дужку або поставте кому між пунктами", en: "close the bracket, or set a comma"
      )
    ),
    (
      "did not find expected alphabetic or numeric character",
      Message(
        uk: "назва після «&» або «*» складається з латинських літер і цифр",
        en: "a name after '&' or '*' is made of Latin letters and digits"),
      Message(
        uk: "напишіть її латинськими літерами; якщо це текст, візьміть його в лапки",
        en: "write it so; if this is a text, put it in quotation marks")
    ),
    (
      "did not find expected '-' indicator",
      Message(uk: "цей рядок не є пунктом списку", en: "this line is no item of the list"),
      Message(
        uk: "почніть його з «- » на рівні інших пунктів або зменште відступ",
        en: "begin it with '- ' at the level of the other items, or indent it less")
    ),
    (
      "found invalid Unicode character escape code",
      Message(
        uk: "код знака в лапках не позначає жодного знака Unicode",
        en: "the escape in quotation marks stands for no Unicode character"),
      Message(uk: "напишіть самий знак", en: "write the character itself")
    ),
    (
      "found unknown escape character",
      Message(
        uk: "після «\\» у подвійних лапках стоїть невідомий знак", en: "unknown escape after '\\'"),
      Message(
        uk: "напишіть «\\\\» або візьміть текст в одинарні лапки",
        en: "write '\\\\', or use single quotation marks")
    ),
    (
      "found character that cannot start any token",
      Message(uk: "з цього знака значення починатися не може", en: "a value cannot begin so"),
      Message(uk: "візьміть значення в лапки", en: "put the value in quotation marks")
    ),
    (
      "block sequence entries are not allowed",
      Message(uk: "список тут не на місці", en: "a list cannot stand here"),
      Message(uk: "почніть список із нового рядка", en: "begin the list on a new line")
    ),
    (
      "did not find expected <document start>",
      Message(
        uk: "після кінця плану стоїть зайвий текст", en: "there is text after the end of the plan"),
      Message(
        uk: "вирівняйте відступ або почніть новий план рядком «---»",
        en: "align it, or begin a new plan by a line '---'")
    ),
  ]
}

extension YAMLFault {
  /// Where the bracket or the quotation mark stands that was never closed: a better place to show
  /// than where the text at last made no more sense.
  var opening: SourcePosition? {
    if problem == "could not find expected ':'" { return start }
    return ["while scanning a quoted scalar", "while parsing a flow"].contains(
      where: context.hasPrefix)
      && !problem.contains("escape") ? start : nil
  }
}
