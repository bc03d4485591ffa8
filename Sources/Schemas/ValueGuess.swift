package import Diagnostics
internal import SourceTexts

/// What a value may have meant that is none of those that were asked for.
package enum ValueGuess {
  /// Help for a text that is no number within the bounds.
  package static func number(_ text: String, _ bounds: ClosedRange<Int>) -> Message? {
    let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    if numbers.isEmpty {
      return Message(uk: "напишіть його цифрами", en: "write it in figures")
    }
    if numbers.count == 1, text.count == 2, bounds.contains(2000 + numbers[0]) {
      return Message(
        uk: "напишіть рік усіма цифрами: \(2000 + numbers[0])",
        en: "write the year with all its figures: \(2000 + numbers[0])")
    }
    let known = numbers.filter(bounds.contains)
    guard known.count == numbers.count, let first = known.first else { return nil }
    guard known.count > 1 else { return write("\(first)") }
    return Message(
      uk: "напишіть одне число: \(known.map(String.init).joined(separator: " чи "))",
      en: "write one number: \(known.map(String.init).joined(separator: " or "))")
  }

  /// Help for a text that is neither yes nor no.
  package static func boolean(_ text: String) -> Message? {
    let word = bare(text)
    if yes.contains(word) { return Message(uk: "напишіть «так»", en: "write 'true'") }
    if no.contains(word) { return Message(uk: "напишіть «ні»", en: "write 'false'") }
    return nil
  }

  /// Help for a text that is none of some words: the only one of them that stands in it, or that it
  /// resembles.
  package static func choice(_ text: String, among names: [Schema.Name]) -> Message? {
    let figure = text.filter { ("0"..."9").contains($0) }
    let ordinal = ordinals.first { text.lowercased().hasPrefix($0.0) }?.1
    if let name = figures[figure] ?? ordinal, names.contains(where: { $0.en == name }) {
      return write("«\(name)»", "'\(name)'")
    }
    if no.contains(bare(text)), let none = names.first(where: { $0.en == "none" }) {
      return write("«\(none.uk)»", "'\(none.en)'")
    }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    let found = names.filter { name in
      words.contains { name.matches(Array($0.utf8).span) }
        && !isOpposite(text, name.uk) && !isOpposite(text, name.en)
    }
    if found.count == 1, words.count > 1 || words.first?.count != text.count {
      return write("«\(found[0].shown)»", "'\(found[0].en)'")
    }
    let longer = names.filter { name in
      [name.uk, name.en].contains {
        $0.hasPrefix(bare(text)) && !($0.dropFirst(bare(text).count).first?.isLetter ?? true)
      }
    }
    if longer.count > 1, !bare(text).isEmpty {
      return Message(
        uk: "напишіть докладніше: \(list(longer.map { "«\($0.shown)»" }, "чи"))",
        en: "write it in full: \(list(longer.map { "'\($0.en)'" }, "or"))")
    }
    return nearestName(to: bare(text), among: names.flatMap { [$0.uk, $0.en] }).map {
      ReadFaults.perhaps($0, for: text)
    }
  }

  private static func list(_ names: [String], _ word: String) -> String {
    names.dropLast().joined(separator: ", ") + " \(word) " + (names.last ?? "")
  }

  private static func write(_ uk: String, _ en: String? = nil) -> Message {
    Message(uk: "напишіть \(uk)", en: "write \(en ?? uk)")
  }

  /// A text in small letters, without the marks around it.
  private static func bare(_ text: String) -> String {
    let marks = ".,;:!?«»\"'()[] "
    let rest = text.lowercased().drop { marks.contains($0) }
    guard let last = rest.lastIndex(where: { !marks.contains($0) }) else { return "" }
    return String(rest[...last])
  }

  private static let yes: Set<String> = [
    "так", "true", "+", "yes", "y", "т", "да", "є", "1", "✓", "✔", "x", "х", "за згодою", "on",
  ]
  private static let no: Set<String> = [
    "ні", "false", "-", "–", "—", "no", "n", "н", "нет", "немає", "нема", "0", "off", "never",
    "відсутній", "відсутня", "не переглянуто", "не було", "без змін",
  ]
  private static let ordinals = [
    ("перш", "I"), ("друг", "II"), ("трет", "III"), ("четверт", "IV"),
  ]
  private static let figures = ["1": "I", "2": "II", "3": "III", "4": "IV"]
}

extension Schema.Name {
  /// The name as it is shown in Ukrainian: one that looks alike in both languages is written in the
  /// letters of the canonical one.
  package var shown: String { looksAlike(en, uk) ? en : uk }
}
