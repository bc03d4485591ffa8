import Bytes
internal import Diagnostics

/// A comment that resembles one that allows something, and is only a comment: `#pysar:allow …`,
/// `# Pysar: alow …`.
struct NearAllow {
  /// The comment as it is written.
  let text: String
  /// The rule that it seems to name; empty where none is seen.
  let rule: String
  /// The column at which it begins, and how many characters it has.
  let column: Int, length: Int

  /// Whether a text may have such a comment.
  static func mayStand(in bytes: [UInt8]) -> Bool { bytes.holds("ysar") || bytes.holds("YSAR") }

  /// Looks for one in a line.
  init?(in line: Substring) {
    guard
      let start = line.indices.first(where: { index in
        line[index] == "#"
          && (index == line.startIndex || line[line.index(before: index)].isWhitespace)
          && Self.isNear(line[index...].dropFirst())
      })
    else { return nil }
    let comment = line[start...]
    text = String(comment)
    let words = comment.split { $0.isWhitespace || $0 == ":" || $0 == "#" }
    rule = words.dropFirst().drop { !Self.isName($0) }.first.map(String.init) ?? ""
    column = line.unicodeScalars.distance(from: line.startIndex, to: start) + 1
    length = comment.unicodeScalars.count
  }

  /// Whether the words of a comment are for the program: they begin with its name and a colon, or with
  /// its name and what allows.
  private static func isNear(_ comment: Substring) -> Bool {
    let letters = String(comment.filter { !$0.isWhitespace }).lowercased()
    let folded = String(letters.map { cyrillic[$0] ?? $0 })
    guard folded.hasPrefix("pysar") else { return false }
    let rest = folded.dropFirst(5)
    return rest.hasPrefix(":")
      || ["allow", "alow", "-allow", ".allow"].contains(where: rest.hasPrefix)
  }

  /// Whether a word may be the name of a rule.
  private static func isName(_ word: Substring) -> Bool {
    word.contains("-")
      && word.allSatisfy { $0.isASCII && $0.isLetter || "-/0123456789".contains($0) }
  }

  private static let cyrillic: [Character: Character] = [
    "а": "a", "о": "o", "р": "p", "у": "y", "с": "s", "і": "l",
  ]

  /// What is told of it.
  func warning(in source: SourceFile, at range: SourceRange) -> Diagnostic {
    let name = rule.isEmpty ? (uk: "правило", en: "rule") : (uk: rule, en: rule)
    return Diagnostic(
      .warning, code: "near-allow", in: source, at: range,
      Message(
        uk: "коментар схожий на дозвіл відступити від правила, але не є ним",
        en: "the comment resembles a leave to depart from a rule, and is none"),
      help: Message(
        uk: "напишіть точно так: # pysar: allow \(name.uk) – причина",
        en: "write exactly so: # pysar: allow \(name.en) — reason"))
  }
}
