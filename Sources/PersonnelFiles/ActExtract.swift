internal import Bytes
internal import Calendars
internal import Diagnostics
internal import Markup
internal import Rules

/// Of an act what documents of some kinds are judged by: the rules that speak of them, without the
/// examples that test them, and the clauses and patterns that these name.
struct ActExtract {
  let act: Act
  let rules: [Rule]

  /// A document of YAML for the act, and one for each rule.
  var text: [UInt8] {
    var text = Array("# act.yaml\n\(head)".utf8)
    for rule in rules {
      text += "---\n# \(rule.name).yaml\n".utf8
      text += Self.withoutExamples(rule.file.bytes)
    }
    return text
  }

  private var head: String {
    var lines = [
      "title: \(Self.quoted(act.title))", "citation: \(Self.quoted(act.citation))",
      "edition: \(Self.quoted(act.edition))",
    ]
    lines += [
      act.url.map { "url: \(JSONText.quoted($0))" }, act.since.map { "since: \($0.iso)" },
      act.until.map { "until: \($0.iso)" }, act.checked.map { "checked: \($0.iso)" },
      "confidence: \(act.confidence)",
    ].compactMap { $0 }
    let texts = rules.map { String(decoding: $0.file.bytes, as: UTF8.self) }
    let patterns = act.patterns.filter { name, _ in texts.contains { $0.contains("$\(name)") } }
    if !patterns.isEmpty { lines.append("patterns:") }
    lines += patterns.sorted { $0.key < $1.key }.map { "  \($0): \(JSONText.quoted($1))" }
    let cited = Set(rules.map(\.clause))
    lines.append("clauses:")
    for clause in act.clauses where cited.contains(clause.id) {
      lines.append("  - id: \(JSONText.quoted(clause.id))")
      lines.append("    summary: \(Self.quoted(clause.summary))")
      if let citation = clause.citation {
        lines.append("    citation: \(Self.quoted(citation))")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func quoted(_ message: Message) -> String {
    "{uk: \(JSONText.quoted(message.uk)), en: \(JSONText.quoted(message.en))}"
  }

  /// The file of a rule without the keys `valid` and `invalid`, where it has a line for each key.
  private static func withoutExamples(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var isExample = false
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isKey = line.first.map { 0x61...0x7A ~= $0 } ?? false
      if isKey {
        isExample = line.starts(with: "valid:".utf8) || line.starts(with: "invalid:".utf8)
      }
      if !isExample { kept += line + [UInt8(ascii: "\n")] }
    }
    while kept.suffix(2) == [0x0A, 0x0A] { kept.removeLast() }
    return kept
  }
}
