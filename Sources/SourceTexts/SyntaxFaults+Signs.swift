internal import Diagnostics
internal import YAML

/// Signs of YAML's own that stand in a text.
extension SyntaxFaults {
  /// A bracket that a text begins with, or that is closed by another one.
  func bracket(_ fault: YAMLFault, _ number: Int) -> SyntaxFault? {
    if let above = openBracket(fault, number) { return above }
    let parts = LineParts(source.line(number))
    guard let first = parts.value.first, first == "[" || first == "{" else { return nil }
    var open: [Character] = []
    var quote: Character?
    for index in parts.value.indices {
      let sign = parts.value[index]
      if let mark = quote {
        if sign == mark { quote = nil }
        continue
      }
      switch sign {
      case "\"", "'": quote = sign
      case "[", "{": open.append(sign == "[" ? "]" : "}")
      case "]", "}":
        guard let wanted = open.popLast() else { return nil }
        if wanted != sign { return wrongBracket(number, parts, at: index, wanted: wanted) }
        let rest = parts.value[index...].dropFirst()
        if open.isEmpty, !rest.isEmpty { return textInBrackets(number, parts) }
      default: continue
      }
    }
    let next = LineParts(source.line(number + 1))
    guard fault.opening != nil, !open.isEmpty, quote == nil,
      next.key != nil || !next.dashes.isEmpty || next.isBlank
    else { return nil }
    let closing = String(open.reversed())
    var result = self.fault(
      number, column: parts.valueColumn, mended: parts.line(withValue: parts.value + closing),
      Message(uk: "дужку не закрито", en: "the bracket is not closed"),
      help: Message(
        uk: "закрийте її в кінці значення: «\(closing)»",
        en: "close it at the end of the value: '\(closing)'"))
    result.isGuess = true
    return result
  }

  /// A bracket that lines above begin with, at an item with a hyphen, which cannot stand in it.
  private func openBracket(_ fault: YAMLFault, _ number: Int) -> SyntaxFault? {
    guard fault.context.hasPrefix("while parsing a flow node"),
      !LineParts(source.line(number)).dashes.isEmpty
    else { return nil }
    var above = number
    while let line = previous(above), line >= number - Self.reach {
      above = line
      let parts = LineParts(source.line(line))
      guard let sign = parts.value.first, sign == "[" || sign == "{" else { continue }
      let closing = sign == "[" ? "]" : "}"
      return SyntaxFault(
        place: SourceRange(line: line, column: parts.valueColumn),
        message: Message(
          uk: "дужку «\(sign)» не закрито, а в рядку \(number) починається елемент із дефісом",
          en: "the bracket '\(sign)' is not closed, and line \(number) begins an item with a hyphen"
        ),
        help: Message(
          uk: "закрийте її: «\(closing)»; або вилучіть і запишіть кожен елемент рядком після «- »",
          en: "close it by '\(closing)', or delete it and write each item in a line after '- '"))
    }
    return nil
  }

  private func wrongBracket(
    _ number: Int, _ parts: LineParts, at index: Substring.Index, wanted: Character
  ) -> SyntaxFault {
    let text = parts.value
    let column = parts.valueColumn + text[..<index].unicodeScalars.count
    let mended = text[..<index] + String(wanted) + text[index...].dropFirst()
    return fault(
      number, column: column, mended: parts.line(withValue: String(mended)),
      Message(
        uk: "дужку закрито іншою – «\(text[index])»",
        en: "the bracket is closed by another one, '\(text[index])'"),
      help: Message(uk: "поставте «\(wanted)»", en: "write '\(wanted)'"))
  }

  private func textInBrackets(_ number: Int, _ parts: LineParts) -> SyntaxFault {
    let sign = parts.value.first.map(String.init) ?? ""
    return fault(
      number, column: parts.valueColumn, mended: parts.quoted,
      Message(
        uk: "значення починається з «\(sign)», а це знак самого YAML",
        en: "the value begins with '\(sign)', which is a sign of YAML itself"),
      help: Self.quotes(around: parts.value))
  }

  /// Help for a value that needs quotation marks: those of texts, which it may have, are none to YAML.
  static func quotes(around value: Substring) -> Message {
    guard let first = value.first, "“”„«".contains(first) else {
      return Message(
        uk: "візьміть усе значення в лапки", en: "put the whole value in quotation marks")
    }
    let inside = value.dropFirst().dropLast()
    let isWhole = "“”".contains(value.last ?? " ") && !inside.contains { "“”„".contains($0) }
    let text = String(isWhole ? inside : value)
    let quoted =
      text.contains("\"") || text.contains("\\")
      ? "'\(text.replacing("'", with: "''"))'" : "\"\(text)\""
    return Message(
      uk: "лапки «\(first)» для YAML – звичайний знак; візьміть усе значення в прямі: \(quoted)",
      en:
        "to YAML the mark \(first) is none of its; put the whole value in straight ones: \(quoted)")
  }

  /// A sign of YAML's that a text begins with.
  func sign(_ fault: YAMLFault, _ number: Int) -> SyntaxFault? {
    let parts = LineParts(source.line(number))
    guard let first = parts.value.first else { return nil }
    if fault.problem.contains("escape") || fault.problem.contains("hexdecimal") {
      guard first == "\"", parts.value.last == "\"", parts.value.count > 1 else { return nil }
      let inside = parts.value.dropFirst().dropLast().replacing("'", with: "''")
      return said(fault, number, mended: parts.line(withValue: "'\(inside)'"))
    }
    if first == "-", fault.problem.hasPrefix("block sequence entries"), parts.key != nil {
      guard parts.value == "-" else { return said(fault, number, mended: parts.quoted) }
      return self.fault(
        number, column: parts.valueColumn, mended: parts.quoted,
        Message(
          uk: "замість значення стоїть дефіс, який починає список",
          en: "a hyphen, which begins a list, stands in place of the value"),
        help: Message(
          uk: "вилучіть ключ, якщо значення немає, або візьміть дефіс у лапки",
          en: "delete the key if it has no value, or put the hyphen in quotation marks"))
    }
    if "@`%".contains(first) { return textInBrackets(number, parts) }
    if first == "\"" || first == "'", parts.value.contains("\(first),"), parts.value.last == first {
      return self.fault(
        number, column: parts.valueColumn, mended: parts.quoted,
        Message(
          uk: "в одному рядку кілька текстів у лапках",
          en: "several texts in quotation marks stand in one line"),
        help: Message(
          uk: "почніть кожний з нового рядка і знака «- »",
          en: "begin each of them on a new line with '- '"))
    }
    guard "*&!>|,]}?".contains(first) else { return nil }
    return said(fault, number, mended: parts.quoted)
  }

  /// libyaml's sentence in words that help, with the line as it was meant.
  private func said(_ fault: YAMLFault, _ number: Int, mended: String) -> SyntaxFault? {
    let sign = LineParts(source.line(Int(fault.position.line))).value.first
    return YAMLSentences.words(fault.problem, valueBeginning: sign).map { words in
      let place = fault.opening ?? fault.position
      return SyntaxFault(
        place: SourceRange(line: Int(place.line), column: Int(place.column)),
        message: words.message, help: words.help, mended: [number: mended])
    }
  }
}
