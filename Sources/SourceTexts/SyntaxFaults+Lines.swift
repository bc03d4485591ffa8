internal import Diagnostics
internal import YAML

/// Faults that a line shows by itself.
extension SyntaxFaults {
  /// A line that is none of YAML's, or a key whose colon is missing or other than YAML's.
  func odd(_ number: Int) -> SyntaxFault? {
    let line = source.line(number)
    let parts = LineParts(line)
    if let beginning = beginning(number, line) { return beginning }
    if let hyphen = hyphen(number, line) { return hyphen }
    if let key = parts.key, key.isEmpty {
      return guess(
        number, column: parts.contentIndent + 1, mended: "#",
        Message(uk: "перед двокрапкою немає ключа", en: "no key stands before the colon"),
        help: Message(
          uk: "допишіть ключ або вилучіть рядок", en: "write the key, or delete the line"))
    }
    guard parts.key == nil, let first = parts.value.first else { return nil }
    if parts.value.hasPrefix("```") {
      return fault(
        number, column: parts.valueColumn, mended: "#",
        Message(
          uk: "рядок «```» не належить до плану", en: "the line '```' is no part of the plan"),
        help: Message(uk: "вилучіть його", en: "delete it"))
    }
    if parts.dashes.isEmpty, parts.value.count > 2, "=*_~—–".contains(first),
      parts.value.allSatisfy({ $0 == first })
    {
      return fault(
        number, column: parts.valueColumn, mended: beginsPlan(below: number) ? "---" : "#",
        Message(
          uk: "такий рядок у плані нічого не означає", en: "such a line means nothing in a plan"),
        help: Message(
          uk: "плани в одному файлі розділяють рядком «---»; інакше вилучіть його",
          en: "plans in one file are parted by a line '---'; if this is not meant, delete it"))
    }
    if parts.value.allSatisfy({ "]} ".contains($0) }) {
      return fault(
        number, column: parts.valueColumn, mended: "#",
        Message(uk: "зайва дужка", en: "a bracket too much"),
        help: Message(uk: "вилучіть її", en: "delete it"))
    }
    if first == "|", parts.value.dropFirst().contains("|") {
      return guess(
        number, column: parts.valueColumn, mended: "#",
        Message(
          uk: "це рядок таблиці, а план записують ключами зі значеннями",
          en: "this is a row of a table, and a plan is written as keys with values"),
        help: Message(
          uk: "запишіть кожну клітинку окремим рядком: «ключ: значення»",
          en: "write each cell in a line of its own: 'key: value'"))
    }
    return parts.dashes.isEmpty ? item(number, parts) ?? key(number, parts) : key(number, parts)
  }

  /// Whether a plan begins at the next line that is not blank.
  private func beginsPlan(below number: Int) -> Bool {
    for next in number + 1...number + Self.reach {
      let parts = LineParts(source.line(next))
      if !parts.isBlank { return parts.indent == 0 && ["вид", "kind"].contains(parts.key) }
    }
    return false
  }

  /// A line `---`, which begins a plan, with a key behind it.
  private func beginning(_ number: Int, _ line: String) -> SyntaxFault? {
    guard line.hasPrefix("--- ") else { return nil }
    let rest = line.dropFirst(4).drop { $0 == " " }
    guard let key = LineParts(String(rest)).key, isKey(key.lowercased()) else { return nil }
    var mended = [number: String(rest)]
    let beginsPlan = ["вид", "kind"].contains(key.lowercased())
    if beginsPlan {
      let hasRoom = number > 1 && LineParts(source.line(number - 1)).isBlank
      mended = hasRoom ? [number - 1: "---", number: String(rest)] : [:]
    }
    return SyntaxFault(
      place: SourceRange(line: number, column: 1),
      message: Message(
        uk: "«---» починає новий план, і «\(key)» стоїть у тому самому рядку",
        en: "'---' begins a new plan, and '\(key)' stands in the same line"),
      help: beginsPlan
        ? Message(
          uk: "запишіть «\(key)» з нового рядка", en: "write '\(key)' on a new line")
        : Message(
          uk:
            "вилучіть «---»; якщо починається інший план, запишіть після нього «вид: …» з нового рядка",
          en: "delete '---'; if another plan begins, write 'kind: …' on a new line behind it"),
      mended: mended, isGuess: mended.isEmpty)
  }

  /// A hyphen before a key that lacks its space, or has a colon of its own; or another mark there.
  private func hyphen(_ number: Int, _ line: String) -> SyntaxFault? {
    let margin = line.prefix { $0 == " " }
    let text = line[margin.endIndex...]
    let other = ListMark.leading(text).flatMap { $0.hasPrefix("-") ? nil : $0 }
    guard other != nil || text.first == "-" && text.dropFirst().first != " " else { return nil }
    let isColon = text.hasPrefix("-:")
    let rest = text.dropFirst(other?.count ?? (isColon ? 2 : 1)).drop { $0 == " " }
    let key = rest.prefix { $0 != ":" }
    guard isColon || key.endIndex < rest.endIndex && isKey(key.lowercased()) else { return nil }
    let message =
      if let other {
        Message(
          uk: "елемент списку починається з «\(other)», а не з дефіса",
          en: "the item begins with '\(other)', not with a hyphen")
      } else if isColon {
        Message(
          uk: "після дефіса елемента зайва двокрапка",
          en: "a colon behind the item's hyphen is too much")
      } else {
        Message(uk: "після дефіса бракує пробілу", en: "a space is missing behind the hyphen")
      }
    return fault(
      number, column: margin.count + 1, mended: margin + "- " + rest, message,
      help: Message(uk: "напишіть «- \(short(rest))»", en: "write '- \(short(rest))'"))
  }

  /// An item whose hyphen lacks its space, or which begins with another mark.
  private func item(_ number: Int, _ parts: LineParts) -> SyntaxFault? {
    let text = parts.value
    let mark: String
    if text.first == "-", let next = text.dropFirst().first, next.isLetter || "«\"".contains(next) {
      mark = "-"
    } else if let other = ListMark.leading(text), !other.hasPrefix("-") {
      mark = other
    } else {
      return nil
    }
    let rest = text.dropFirst(mark.count).drop { $0 == " " }
    // Those above it that begin alike were read as one text; the first of them is shown.
    var mended = [number: parts.line(withValue: "- " + rest)]
    var above = number - 1
    while above > 0, above > number - Self.reach {
      let other = LineParts(source.line(above))
      guard other.indent == parts.indent, other.key == nil, other.dashes.isEmpty,
        mark == "-" ? other.value.first == "-" : ListMark.leading(other.value) != nil
      else { break }
      let mark = ListMark.leading(other.value) ?? "-"
      let text = other.value.dropFirst(mark.count).drop { $0 == " " }
      mended[above] = other.line(withValue: "- " + text)
      above -= 1
    }
    let first = LineParts(mended[above + 1] ?? "")
    return SyntaxFault(
      place: SourceRange(line: above + 1, column: parts.valueColumn),
      message: mark == "-"
        ? Message(uk: "після дефіса бракує пробілу", en: "a space is missing behind the hyphen")
        : Message(
          uk: "елемент списку починається з «\(mark)», а не з дефіса",
          en: "the item begins with '\(mark)', not with a hyphen"),
      help: Message(
        uk: "напишіть «- \(short(first.value))»", en: "write '- \(short(first.value))'"),
      mended: mended)
  }

  /// A key that no colon stands behind, or one without its space.
  private func key(_ number: Int, _ parts: LineParts) -> SyntaxFault? {
    let text = parts.value
    let name = text.prefix {
      !$0.isWhitespace && !Self.colons.contains($0) && $0 != "=" && $0 != ";"
    }
    guard !name.isEmpty, isKey(name.lowercased()) else { return nil }
    let behind = text[name.endIndex...].drop { $0 == " " }
    let value: Substring
    let message: Message
    switch behind.first {
    case ":"?:
      value = behind.dropFirst()
      message = Message(
        uk: "після двокрапки бракує пробілу", en: "a space is missing behind the colon")
    case let sign? where Self.colons.contains(sign) || "=;".contains(sign):
      value = behind.dropFirst()
      message = Self.instead(of: behind.prefix(1))
    case let sign? where !sign.isLetter && !sign.isNumber && !"«“„\"'([{№*&@".contains(sign):
      let signs = behind.prefix { !$0.isWhitespace && !$0.isLetter && !$0.isNumber }
      guard signs.count < 3, signs.count > 1 || behind.dropFirst().first == " " else { return nil }
      value = behind[signs.endIndex...]
      message = Self.instead(of: signs)
    default:
      if goesOn(number, parts, name) { return nil }
      value = behind
      message = Message(
        uk: "після ключа «\(name)» бракує двокрапки",
        en: "a colon is missing behind the key '\(name)'")
    }
    let rest = value.drop { $0 == " " }
    return fault(
      number, column: parts.valueColumn, mended: parts.line(withValue: "\(name): \(rest)"), message,
      help: Message(
        uk: "напишіть «\(name): \(short(rest))»", en: "write '\(name): \(short(rest))'"))
  }

  /// Whether a line begins with a preposition that is a key, too, «до», and goes on with a text above
  /// at another level.
  private func goesOn(_ number: Int, _ parts: LineParts, _ name: Substring) -> Bool {
    guard TextContinuation.joins(String(name)), let above = previous(number) else { return false }
    return LineParts(source.line(above)).contentIndent != parts.indent
  }

  private static func instead(of sign: Substring) -> Message {
    Message(
      uk: "після ключа стоїть «\(sign)», а має бути двокрапка",
      en: "'\(sign)' stands behind the key in place of a colon")
  }

  /// Signs that look like a colon.
  private static let colons: Set<Character> = [":", "：", "∶", "꞉", "﹕", "ː"]

  func fault(
    _ number: Int, column: Int, mended: String, _ message: Message, help: Message
  ) -> SyntaxFault {
    SyntaxFault(
      place: SourceRange(line: number, column: column), message: message, help: help,
      mended: [number: mended])
  }

  /// A fault of which it is a guess how the line was meant.
  func guess(
    _ number: Int, column: Int, mended: String, _ message: Message, help: Message
  ) -> SyntaxFault {
    var result = fault(number, column: column, mended: mended, message, help: help)
    result.isGuess = true
    return result
  }

  /// The beginning of a text, without a comment behind it.
  func short(_ text: Substring) -> String {
    let comment = text.indices.first { text[$0] == " " && text[$0...].dropFirst().first == "#" }
    let words = text[..<(comment ?? text.endIndex)]
    let said = words.lastIndex { !$0.isWhitespace }.map { words[...$0] } ?? words
    return said.count > 40 ? said.prefix(40) + "…" : String(said)
  }
}
