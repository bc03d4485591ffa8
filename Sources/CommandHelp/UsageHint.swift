internal import Diagnostics

/// What was probably meant by a word of a command line that the argument parser does not take.
package enum UsageHint {
  /// The sentence, in English, that says so; nil where nothing is likely.
  ///
  /// - Parameters:
  ///   - english: what the parser says.
  ///   - options: the options of the command.
  package static func sentence(for english: String, options: [String]) -> String? {
    guard let line = english.split(separator: "\n").first, line.hasPrefix("Error: ") else {
      return nil
    }
    let parts = line.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    let word = String(parts[1])
    if let meant = hyphenedOption(word) { return "Options begin with hyphens: '\(meant)'." }
    guard line.hasPrefix("Error: Unknown option '") else { return nil }
    let name = String(word.prefix { $0 != "=" })
    if let letter = name.first(where: isCyrillic) {
      guard let meant = options.first(where: { looksAlike($0, name) }) else {
        return "The letter '\(letter)' in '\(name)' is Cyrillic."
      }
      return "The letter '\(letter)' in '\(name)' is Cyrillic; type '\(meant)'."
    }
    if line.contains("Did you mean") { return nil }
    return nearestName(to: name, among: options).map { "Did you mean '\($0)'?" }
  }

  private static func isCyrillic(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
  }
}
