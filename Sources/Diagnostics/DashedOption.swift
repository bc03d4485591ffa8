/// The option of a command line that a word with dashes in the place of its hyphens was typed for,
/// as editors make them: `--strict` for «—strict»; nil for any other word.
package func hyphenedOption(_ word: String) -> String? {
  let dashes: Set<Character> = ["–", "—", "―", "−", "‐", "‑"]
  let rest = word.drop { dashes.contains($0) || $0 == "-" }
  let margin = word[..<rest.startIndex]
  guard margin.contains(where: dashes.contains), let first = rest.first, first.isLetter else {
    return nil
  }
  return (rest.prefix { $0 != "=" }.count == 1 ? "-" : "--") + rest
}
