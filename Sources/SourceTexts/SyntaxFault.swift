package import Diagnostics
package import YAML

/// Why the text of a plan is no YAML, as the line shows it to people, and how the line was meant.
package struct SyntaxFault {
  /// The code, `yaml-syntax` or `tab`.
  var code = "yaml-syntax"
  /// Where it stands.
  let place: SourceRange
  let message: Message
  let help: Message
  /// The lines as they were meant, by number; none where that cannot be told.
  var mended: [Int: String] = [:]
  /// Whether what was meant is a guess, so that keys may be missing because of it.
  package var isGuess = false

  /// The fault as it is told.
  package func diagnostic(in source: SourceFile) -> Diagnostic {
    Diagnostic(code: code, in: source, at: place, message, help: help)
  }
}

/// Tells what is wrong where libyaml cannot read on.
package struct SyntaxFaults {
  /// The text as libyaml has it.
  let source: SourceFile
  /// Whether a word is a key of some kind of plans.
  let isKey: (String) -> Bool

  /// Makes what tells of the faults of a text.
  package init(source: SourceFile, isKey: @escaping (String) -> Bool) {
    self.source = source
    self.isKey = isKey
  }

  /// What is wrong.
  ///
  /// - Parameter last: what was read last.
  package func told(_ fault: YAMLFault, behind last: YAMLEvent?) -> SyntaxFault {
    let number = Int(fault.position.line)
    if let last, last.isQuotedOverLines, last.range.end.line == fault.position.line {
      return unclosedQuote(last)
    }
    let line = source.line(number)
    let parts = LineParts(line)
    if let tab = tab(fault, line, number) { return tab }
    if let quoted = QuotedStart(line) {
      let words = quoted.words
      return SyntaxFault(
        place: place(of: fault), message: words.message, help: words.help,
        mended: parts.key == nil && parts.dashes.isEmpty ? [:] : [number: parts.quoted])
    }
    let opening = fault.opening.map { Int($0.line) } ?? number
    return odd(opening) ?? bracket(fault, opening) ?? colon(fault, number)
      ?? sign(fault, number) ?? margin(fault, number) ?? loose(fault, opening)
      ?? generic(fault, opening)
  }

  /// Where a fault is shown.
  private func place(of fault: YAMLFault) -> SourceRange {
    let place = fault.opening ?? fault.position
    return SourceRange(line: Int(place.line), column: Int(place.column))
  }

  /// libyaml's own sentence in words that help.
  private func generic(_ fault: YAMLFault, _ opening: Int) -> SyntaxFault {
    let parts = LineParts(source.line(opening))
    let (message, help) =
      YAMLSentences.words(fault.problem, valueBeginning: parts.value.first) ?? (
        Message(
          uk: "YAML не читається: \(fault.problem)", en: "not well-formed YAML: \(fault.problem)"),
        Message(
          uk: "візьміть значення в лапки або вирівняйте відступи",
          en: "put the value in quotation marks, or align the lines")
      )
    var mended: [Int: String] = [:]
    if fault.context.hasPrefix("while scanning a quoted scalar"),
      parts.value.first.map(isMark) ?? false
    {
      mended[opening] = parts.quoted
    }
    // Where a quotation mark is not closed, the file may have been cut short.
    return SyntaxFault(
      place: place(of: fault), message: message, help: help, mended: mended,
      isGuess: !mended.isEmpty)
  }

  private func isMark(_ character: Character) -> Bool { character == "\"" || character == "'" }

  /// A quotation mark that was not closed in its line, and ended at the next one in the file.
  private func unclosedQuote(_ event: YAMLEvent) -> SyntaxFault {
    let line = Int(event.range.start.line)
    let parts = LineParts(source.line(line))
    return SyntaxFault(
      place: event.range.firstCharacter,
      message: Message(
        uk: "лапки, відкриті тут, закрито аж у рядку \(event.range.end.line)",
        en: "the quotation mark opened here is closed only in line \(event.range.end.line)"),
      help: Message(uk: "закрийте їх у кінці значення", en: "close it at the end of the value"),
      mended: parts.value.first.map(isMark) ?? false ? [line: parts.quoted] : [:], isGuess: true)
  }

  private func tab(_ fault: YAMLFault, _ line: String, _ number: Int) -> SyntaxFault? {
    let before = line.unicodeScalars.prefix(max(Int(fault.position.column), 1))
    guard before.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") else { return nil }
    var result = SyntaxFault(
      place: place(of: fault),
      message: Message(
        uk: "відступ зроблено табуляцією, а YAML знає лише пробіли",
        en: "the line is indented by a tab, YAML knows only spaces"),
      help: Message(uk: "замініть табуляцію пробілами", en: "replace the tab by spaces"))
    result.code = "tab"
    let above = previous(number).map { LineParts(source.line($0)) }
    let indent = above.map { $0.contentIndent + ($0.value.isEmpty ? 2 : 0) } ?? 0
    let text = line.drop { $0 == " " || $0 == "\t" }
    result.mended = [number: String(repeating: " ", count: indent) + text]
    result.isGuess = true
    return result
  }

  /// The number of the line above that is not blank.
  func previous(_ number: Int) -> Int? {
    var above = number - 1
    while above > 0, above >= number - Self.reach {
      if !LineParts(source.line(above)).isBlank { return above }
      above -= 1
    }
    return nil
  }

  /// How many lines above are looked at.
  static let reach = 30
}

extension YAMLEvent {
  /// Whether it is a text in quotation marks that goes over several lines.
  fileprivate var isQuotedOverLines: Bool {
    kind == .scalar && (style == .doubleQuoted || style == .singleQuoted)
      && range.start.line < range.end.line
  }
}
