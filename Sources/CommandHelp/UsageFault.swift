internal import Diagnostics

/// What the argument parser says of a wrong command line, in another language.
package enum UsageFault {
  /// The parser's headings, as they stand at the beginning of a line.
  private static let headings = ["Error: ", "Help:  ", "Usage: "]

  /// Its message, with all sentences that are known in the other language.
  ///
  /// - Parameters:
  ///   - commands: the names of the commands; one that is nearly what was typed is named.
  ///   - width: how many columns there are.
  package static func text(
    of english: String, _ translations: Translations, commands: [String], width: Int = 80
  ) -> String {
    var lines = english.lines.map { line in
      guard let heading = headings.first(where: line.hasPrefix) else {
        return translations.sentence(line.trimmed).map { "  " + $0 } ?? line
      }
      let words = String(line.dropFirst(heading.count))
      let title = String(heading.prefix { $0 != ":" })
      return "\(translations.sentence(title) ?? title): \(said(words, translations))".wrapped(
        to: width)
    }
    if let near = nearCommand(in: english, commands),
      let hint = translations.sentence("Did you mean '\(near)'?")
    {
      lines.insert(hint, at: 1)
    }
    return lines.joined(separator: "\n")
  }

  /// A sentence, or what an argument is called and, behind two spaces, a sentence.
  private static func said(_ words: String, _ translations: Translations) -> String {
    if let known = translations.sentence(words) { return known }
    guard let start = words.indices.first(where: { words[$0...].hasPrefix("  ") }) else {
      return words
    }
    let sentence = String(words[start...]).trimmed
    return words[..<start] + " – " + (translations.sentence(sentence) ?? sentence)
  }

  /// The command that was probably meant, where the first word is none.
  private static func nearCommand(in english: String, _ commands: [String]) -> String? {
    guard let line = english.lines.first, line.contains("nexpected argument") else { return nil }
    let parts = line.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    return nearestName(to: String(parts[1]), among: commands)
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
