/// Compares the names of those who owe something, as people write and look for them.
package enum ExecutorName {
  /// Whether a name is the one wanted, or holds it: in any letters, with any apostrophe,
  /// in any case, as «Відділу обліку» and «Відділ обліку».
  package static func holds(_ executor: String, _ wanted: String) -> Bool {
    let (executor, wanted) = (folded(executor), folded(wanted))
    if executor.contains(wanted) { return true }
    let (words, sought) = (executor.split(separator: " "), wanted.split(separator: " "))
    return words.indices.contains { start in
      words.count - start >= sought.count
        && zip(words[start...], sought).allSatisfy { isSameWord($0, $1) }
    }
  }

  /// Whether two words differ only in what cases change, or are one preposition.
  private static func isSameWord(_ word: Substring, _ other: Substring) -> Bool {
    if prepositions.contains(where: { $0.contains(word) && $0.contains(other) }) { return true }
    let shared = zip(word, other).prefix { $0 == $1 }.count
    let (shorter, longer) = (min(word.count, other.count), max(word.count, other.count))
    return shared == longer || shared >= max(4, shorter - 2) && longer - shared <= 3
  }

  /// The forms of prepositions that change with the letters beside them.
  private static let prepositions: [Set<Substring>] = [["у", "в"], ["з", "із", "зі"]]

  private static func folded(_ name: String) -> String {
    name.lowercased().map { "'’ʼ`".contains($0) ? "’" : String($0) }.joined()
      .split { $0.isWhitespace }.joined(separator: " ")
  }
}
