internal import Diagnostics
internal import YAML

/// Faults that a line shows beside the lines around it.
extension SyntaxFaults {
  /// A colon that YAML does not take for that of a key.
  func colon(_ fault: YAMLFault, _ number: Int) -> SyntaxFault? {
    guard fault.problem.hasPrefix("mapping values are not allowed") else { return nil }
    let parts = LineParts(source.line(number))
    guard let key = parts.key else { return nil }
    let before = parts.value.base[..<key.endIndex].unicodeScalars.count + 1
    if Int(fault.position.column) > before {
      return secondColon(fault, number, parts)
    }
    guard let above = previous(number) else { return nil }
    if let odd = odd(above) { return odd }
    let other = LineParts(source.line(above))
    if other.key != nil, !other.value.isEmpty, parts.indent > other.contentIndent {
      if let item = forgottenItem(above, other) { return item }
      return indent(number, parts, to: other.contentIndent)
    }
    guard other.key == nil, !other.dashes.isEmpty else { return nil }
    if !parts.dashes.isEmpty { return indent(number, parts, to: other.indent) }
    return keyBelowText(number, key, item: other, at: above)
  }

  /// A second colon in a line: that of another key, or one within a text.
  private func secondColon(_ fault: YAMLFault, _ number: Int, _ parts: LineParts) -> SyntaxFault {
    let text = parts.value.unicodeScalars
    let before = String(text.prefix(max(0, Int(fault.position.column) - parts.valueColumn)))
    guard let name = before.split(separator: " ").last, isKey(String(name)),
      before.contains(" ")
    else {
      return self.fault(
        number, column: Int(fault.position.column), mended: parts.quoted,
        Message(
          uk: "двокрапка всередині тексту означає для YAML ключ",
          en: "to YAML a colon within a text means a key"),
        help: Self.quotes(around: parts.value))
    }
    let column = Int(fault.position.column) - name.unicodeScalars.count
    return guess(
      number, column: column, mended: parts.quoted,
      Message(
        uk: "в одному рядку два ключі: другий – «\(name)»",
        en: "two keys stand in one line: the second is '\(name)'"),
      help: Message(
        uk: "почніть «\(name):» з нового рядка, з таким самим відступом",
        en: "begin '\(name):' on a new line, with as many spaces before it"))
  }

  /// A key below an item that is a text, and so has no keys.
  private func keyBelowText(
    _ number: Int, _ key: Substring, item: LineParts, at above: Int
  ) -> SyntaxFault {
    return guess(
      above, column: item.valueColumn,
      mended: item.line(withValue: "текст: " + item.value),
      Message(
        uk: "в елемента є ключ «\(key)» у рядку \(number), а перед його текстом ключа немає",
        en: "the item has the key '\(key)' in line \(number), and no key before its text"),
      help: Message(
        uk: "поставте ключ і перед текстом, наприклад «- текст: …»",
        en: "write a key before the text, too, such as '- text: …'"))
  }

  /// A line that stands between the levels of those above it.
  func margin(_ fault: YAMLFault, _ number: Int) -> SyntaxFault? {
    guard
      ["did not find expected key", "did not find expected '-' indicator"]
        .contains(where: fault.problem.hasPrefix)
    else { return nil }
    let parts = LineParts(source.line(number))
    guard parts.key != nil || !parts.dashes.isEmpty else { return nil }
    if let above = previous(number), let odd = odd(above) { return odd }
    if let first = firstItem(number, parts) ?? forgottenItem(number, parts) { return first }
    var best: Int?
    var above = number
    while let line = previous(above), line >= number - Self.reach {
      above = line
      let other = LineParts(source.line(line))
      let level: Int
      if !parts.dashes.isEmpty {
        guard !other.dashes.isEmpty else { continue }
        level = other.indent
      } else {
        guard other.key != nil else { continue }
        level = other.contentIndent
      }
      // One that stands as this line does has it where it may be: something else is wrong.
      if level == parts.indent { continue }
      if abs(level - parts.indent) < abs((best ?? .max / 2) - parts.indent) { best = level }
      if other.indent == 0 { break }
    }
    guard let best, abs(best - parts.indent) <= Self.slip else { return nil }
    return indent(number, parts, to: best)
  }

  /// An item of a list, whose hyphen is missing: its keys stand deeper, and another item with the
  /// same key stands at its level.
  private func forgottenItem(_ number: Int, _ line: LineParts) -> SyntaxFault? {
    guard line.dashes.isEmpty, let key = line.key else { return nil }
    func isOther(_ next: Int) -> Bool? {
      let other = LineParts(source.line(next))
      if other.isBlank || other.indent > line.indent { return nil }
      return other.indent == line.indent && !other.dashes.isEmpty && other.key == key
    }
    guard
      (number + 1...number + Self.reach).lazy.compactMap(isOther).first ?? false
        || (max(1, number - Self.reach)..<number).reversed().lazy.compactMap(isOther).first ?? false
    else { return nil }
    return missingHyphen(number, line, dashes: "- ", indent: line.indent)
  }

  private func missingHyphen(_ number: Int, _ line: LineParts, dashes: Substring, indent: Int)
    -> SyntaxFault
  {
    let key = line.key ?? ""
    return fault(
      number, column: line.indent + 1,
      mended: String(repeating: " ", count: indent) + dashes + line.line(indentedBy: 0),
      Message(
        uk: "перед елементом списку бракує «- »",
        en: "'- ' is missing before the item of the list"),
      help: Message(uk: "напишіть «- \(key): …»", en: "write '- \(key): …'"))
  }

  /// The first item of a list, whose hyphen is missing: the next one has it.
  private func firstItem(_ number: Int, _ parts: LineParts) -> SyntaxFault? {
    guard !parts.dashes.isEmpty, parts.key != nil else { return nil }
    var first: (number: Int, line: LineParts)?
    var above = number
    while let line = previous(above), line >= number - Self.reach {
      let other = LineParts(source.line(line))
      guard other.contentIndent >= parts.contentIndent else { break }
      above = line
      if other.dashes.isEmpty, other.indent == parts.contentIndent { first = (line, other) }
      if other.indent == parts.indent { return nil }
    }
    guard let (number, line) = first, line.key != nil else { return nil }
    return missingHyphen(number, line, dashes: parts.dashes, indent: parts.indent)
  }

  /// A line without a key, where a text goes on at the level of keys.
  func loose(_ fault: YAMLFault, _ number: Int) -> SyntaxFault? {
    guard fault.problem == "could not find expected ':'" || fault.problem.contains("expected key"),
      let above = previous(number)
    else { return nil }
    let parts = LineParts(source.line(number))
    let other = LineParts(source.line(above))
    guard parts.key == nil, parts.dashes.isEmpty, parts.value.first?.isLetter ?? false,
      other.key != nil || !other.dashes.isEmpty, parts.indent <= other.contentIndent
    else { return nil }
    return guess(
      number, column: parts.valueColumn, mended: parts.line(indentedBy: other.contentIndent + 2),
      Message(
        uk: "рядок не має ключа, а стоїть там, де має бути ключ",
        en: "the line has no key, and stands where a key is expected"),
      help: Message(
        uk: "якщо він продовжує текст, поставте перед ним більше пробілів, ніж перед рядком вище",
        en: "if it goes on with a text, put more spaces before it than the line above has"))
  }

  /// How many spaces a hand may slip.
  private static let slip = 4

  private func indent(_ number: Int, _ parts: LineParts, to level: Int) -> SyntaxFault {
    return guess(
      number, column: parts.indent + 1, mended: parts.line(indentedBy: level),
      Message(
        uk: "пробілів перед рядком – \(parts.indent), а перед сусідніми – \(level)",
        en: "the line has \(parts.indent) spaces before it, those around it have \(level)"),
      help: Message(
        uk: "вирівняйте рядок за сусідніми", en: "align the line with those around it"))
  }
}
