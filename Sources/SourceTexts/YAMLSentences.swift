internal import Diagnostics

/// libyaml's sentences in words that help. Where several begin alike, the first counts.
enum YAMLSentences {
  /// What a sentence says, and what to do; nil for one that is not known.
  ///
  /// - Parameter sign: what the value begins with, which may be the sign of YAML's that is meant.
  static func words(_ problem: String, valueBeginning sign: Character?)
    -> (message: Message, help: Message)?
  {
    if let signs = signs.first(where: { problem.hasPrefix($0.0) })?.1 {
      return (begins(with: signs.filter { $0 == sign }.first.map { [$0] } ?? signs), quote)
    }
    return all.first { problem.hasPrefix($0.0) }.map { ($0.1, $0.2) }
  }

  private static let quote = Message(
    uk: "якщо це текст, візьміть усе значення в лапки",
    en: "if this is a text, put the whole value in quotation marks")

  private static let all: [(String, Message, Message)] = [
    (
      "nested too deeply", Message(uk: "вкладено надто глибоко", en: "nested too deeply"),
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
      "mapping keys are not allowed in this context",
      Message(uk: "знак «?» тут не на місці", en: "a '?' cannot stand here"), quote
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
      "found unexpected document indicator",
      Message(
        uk: "рядок «---» або «...» стоїть усередині лапок",
        en: "a line '---' or '...' stands inside quotation marks"),
      Message(
        uk: "закрийте лапки перед ним", en: "close the quotation marks before it")
    ),
    (
      "did not find expected ',' or",
      Message(uk: "дужку не закрито", en: "the bracket is not closed"),
      Message(
        uk: "закрийте дужку або поставте кому між елементами",
        en: "close the bracket, or set a comma")
    ),
    (
      "did not find expected '-' indicator",
      Message(uk: "цей рядок не є елементом списку", en: "this line is no item of the list"),
      Message(
        uk: "почніть його з «- » на рівні інших елементів або зменште відступ",
        en: "begin it with '- ' at the level of the other items, or indent it less")
    ),
    (
      "found invalid Unicode character escape code",
      Message(
        uk: "код знака в лапках не позначає жодного знака Unicode",
        en: "the escape in quotation marks stands for no Unicode character"),
      Message(uk: "напишіть сам знак", en: "write the character itself")
    ),
    (
      "did not find expected hexdecimal number",
      Message(
        uk: "після «\\x», «\\u» чи «\\U» у лапках має бути код знака",
        en: "a character's code is expected after '\\x', '\\u' or '\\U' in quotation marks"),
      Message(
        uk: "напишіть «\\\\» або візьміть текст в одинарні лапки",
        en: "write '\\\\', or use single quotation marks")
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
      "found a tab character",
      Message(
        uk: "відступ зроблено табуляцією, а YAML знає лише пробіли",
        en: "the line is indented by a tab, YAML knows only spaces"),
      Message(uk: "замініть табуляцію пробілами", en: "replace the tab by spaces")
    ),
    (
      "block sequence entries are not allowed",
      Message(uk: "список тут не на місці", en: "a list cannot stand here"),
      Message(uk: "почніть список із нового рядка", en: "begin the list on a new line")
    ),
    (
      "did not find expected node content",
      Message(uk: "тут має бути значення", en: "a value is expected here"),
      Message(
        uk: "приберіть зайву кому або дужку; якщо це текст, візьміть його в лапки",
        en: "delete the extra comma or bracket; if this is a text, put it in quotation marks")
    ),
    (
      "did not find expected <document start>",
      Message(
        uk: "після кінця плану стоїть зайвий текст", en: "there is text after the end of the plan"),
      Message(
        uk: "вирівняйте відступ або почніть новий план рядком «---»",
        en: "align it, or begin a new plan by a line '---'")
    ),
    (
      "found unexpected ':'",
      Message(uk: "двокрапка тут не на місці", en: "a colon cannot stand here"), quote
    ),
  ]

  /// Sentences of signs that a value or a line cannot begin with, and those signs.
  private static let signs: [(String, [Character])] = [
    ("did not find expected alphabetic or numeric character", ["*", "&"]),
    ("did not find expected comment or line break", [">", "|"]),
    ("found an indentation indicator equal to 0", [">", "|"]),
    // Directives, and tags.
    ("found undefined tag handle", ["!"]), ("did not find expected tag URI", ["!"]),
    ("did not find expected '!'", ["!"]), ("did not find the expected '>'", ["!"]),
    ("did not find URI escaped octet", ["!"]), ("found an incorrect", ["!"]),
    ("did not find expected whitespace", ["!", "%"]), ("found unknown directive name", ["%"]),
    ("could not find expected directive name", ["%"]),
    ("found unexpected non-alphabetical character", ["%"]), ("found duplicate", ["%"]),
    ("found incompatible YAML document", ["%"]), ("did not find expected digit", ["%"]),
    ("did not find expected version number", ["%"]),
    ("found extremely long version number", ["%"]),
  ]

  private static func begins(with signs: [Character]) -> Message {
    Message(
      uk: "значення починається з \(signs.map { "«\($0)»" }.joined(separator: " чи ")), "
        + "а це знак самого YAML",
      en: "the value begins with \(signs.map { "'\($0)'" }.joined(separator: " or ")), "
        + "which is a sign of YAML itself")
  }
}
