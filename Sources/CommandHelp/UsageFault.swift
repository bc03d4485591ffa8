internal import Diagnostics

/// What the argument parser says of a wrong command line, in another language.
package enum UsageFault {
  /// The parser's headings, as they stand at the beginning of a line.
  private static let headings = ["Error: ", "Help:  ", "Usage: "]

  /// Its message, with all sentences that are known in the other language.
  ///
  /// - Parameters:
  ///   - commands: the names of the commands; one that is nearly what was typed is named.
  ///   - hint: a sentence of what was meant, in English.
  ///   - width: how many columns there are.
  package static func text(
    of english: String, _ translations: Translations, commands: [String], hint: String? = nil,
    width: Int = 80
  ) -> String {
    var lines = english.lines.map { line in
      guard let heading = headings.first(where: line.hasPrefix) else {
        return translations.sentence(line.trimmed).map { "  " + $0 } ?? line
      }
      let words = String(line.dropFirst(heading.count))
      let title = String(heading.prefix { $0 != ":" })
      let said = translations.withPlaceholders(said(words, translations))
      return "\(translations.sentence(title) ?? title): \(said)".wrapped(to: width)
    }
    if let hint = hint.flatMap(translations.sentence) {
      lines.insert(hint.wrapped(to: width), at: 1)
    }
    guard let word = unknownCommand(in: english) else { return lines.joined(separator: "\n") }
    if english.contains("Usage: pysar <subcommand>"),
      let said = translations.sentence("There is no command '\(word)'.")
    {
      lines[0] = "\(translations.sentence("Error") ?? "Error"): \(said)".wrapped(to: width)
    }
    if hint == nil, let near = nearestName(to: word, among: commands),
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

  /// The first word of those that nothing is known of.
  private static func unknownCommand(in english: String) -> String? {
    guard let line = english.lines.first, line.contains("nexpected argument") else { return nil }
    let parts = line.split(separator: "'", omittingEmptySubsequences: false)
    // Several words stand in one pair of quotation marks.
    return parts.count > 1 ? parts[1].split(separator: ",").first.map(String.init) : nil
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
