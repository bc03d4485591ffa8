/// The marks that people begin the items of lists with, and YAML does not know.
package enum ListMark {
  private static let bullets: Set<Unicode.Scalar> = [
    "•", "·", "▪", "▫", "■", "□", "●", "○", "◦", "‣", "⁃", "∙", "➢", "►", "▶", "✓", "✔", "✅", "☑",
    "☐", "➔", "➜", "➤", "★", "❖", "\u{F0B7}",
    "\u{F0A7}", "\u{F02D}", "\u{F0D8}",
  ]
  private static let dashes: Set<Unicode.Scalar> = ["-", "‐", "‑", "‒", "–", "—", "―", "−"]

  /// The mark of an item at the beginning of a text that stands for a whole list; nil where there is
  /// none.
  package static func leading(_ text: some StringProtocol) -> String? {
    let scalars = text.unicodeScalars.prefix(8)
    guard let first = scalars.first else { return nil }
    let next = scalars.dropFirst().first
    let isNumber = next.map { ("0"..."9").contains($0) } ?? false
    if bullets.contains(first) { return String(first) }
    if dashes.contains(first) { return first == "−" && isNumber ? nil : String(first) }
    if first == "+" || first == "*" { return next.map(isSpace) ?? false ? String(first) : nil }
    return number(scalars)
  }

  /// The bullet at the beginning of an item, which Word has left there.
  package static func bullet(_ text: some StringProtocol) -> String? {
    text.unicodeScalars.first.flatMap { bullets.contains($0) ? String($0) : nil }
  }

  /// The mark of an item at the beginning of a line that goes on with a text. A dash before a small
  /// letter or a figure goes on with a sentence.
  package static func continuing(_ line: some StringProtocol) -> String? {
    guard let mark = leading(line) else { return nil }
    let rest = line.unicodeScalars.dropFirst(mark.unicodeScalars.count)
    if mark == "-" { return rest.first.map(isSpace) ?? false ? mark : nil }
    guard let letter = rest.first(where: { !isSpace($0) }) else { return nil }
    return bullets.contains(line.unicodeScalars.first ?? " ") || letter.properties.isUppercase
      ? mark : nil
  }

  /// A number or a letter of a list: `1.`, `1)`, `а)`.
  private static func number(_ scalars: some Collection<Unicode.Scalar>) -> String? {
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    var head = digits.count
    if head == 0, scalars.first?.properties.isAlphabetic ?? false,
      scalars.dropFirst().first == ")"
    {
      head = 1
    }
    guard (1...2).contains(head) else { return nil }
    let rest = scalars.dropFirst(head)
    guard let sign = rest.first, sign == ")" || sign == "." && !digits.isEmpty,
      rest.dropFirst().first.map(isSpace) ?? false
    else { return nil }
    return String(String.UnicodeScalarView(scalars.prefix(head + 1)))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
