/// A text's rewording, word by word.
package struct WordDifference: Sendable, Equatable {
  /// Words in a row, and whether they are only in this text.
  package struct Run: Sendable, Equatable {
    /// The words, with spaces between them.
    package let text: String
    /// Whether the other text lacks them.
    package let isChanged: Bool

    /// Makes a run.
    package init(text: String, isChanged: Bool) {
      self.text = text
      self.isChanged = isChanged
    }
  }

  /// The old text.
  package let old: [Run]
  /// The new text.
  package let new: [Run]

  /// Compares two texts; of very long ones, all words count as changed.
  package init(_ old: String, _ new: String) {
    let words = (old: old.words, new: new.words)
    guard words.old.count + words.new.count <= Self.limit else {
      self.old = [Run(text: old, isChanged: true)]
      self.new = [Run(text: new, isChanged: true)]
      return
    }
    var gone: Set<Int> = []
    var added: Set<Int> = []
    for change in words.new.difference(from: words.old) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    self.old = Self.runs(words.old, gone)
    self.new = Self.runs(words.new, added)
  }

  private static let limit = 4000

  private static func runs(_ words: [String], _ changed: Set<Int>) -> [Run] {
    var runs: [(words: [String], isChanged: Bool)] = []
    for (index, word) in words.enumerated() {
      let isChanged = changed.contains(index)
      if runs.last?.isChanged == isChanged {
        runs[runs.count - 1].words.append(word)
      } else {
        runs.append(([word], isChanged))
      }
    }
    return runs.map { Run(text: $0.words.joined(separator: " "), isChanged: $0.isChanged) }
  }
}
