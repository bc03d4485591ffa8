package import Diagnostics

/// An example of a rule: a plan, told by what differs from its kind's example, and where the
/// finding must point.
package struct RuleExample: Sendable {
  /// The keys of the plan that differ, as YAML; all of it where it names its kind. `↓` stands before
  /// the place of the finding.
  package let text: String
  /// Where it stands in the rule's file.
  package let place: SourceRange

  /// The whole plan, laid over its kind's example, and the place of the mark.
  ///
  /// Every key at the left margin stands for the whole of that key's value in the base, under
  /// whichever of the names in `synonyms` the base has it.
  package func plan(over base: String, synonyms: [[String]]) -> (
    text: String, mark: SourcePosition?
  ) {
    var lines: [String] = []
    for (index, document) in Self.documents(of: text).enumerated() {
      if index > 0 { lines.append("---") }
      lines += Self.merged(document, over: base, synonyms)
    }
    return Self.unmarked(lines)
  }

  private static func merged(_ text: [String], over base: String, _ synonyms: [[String]])
    -> [String]
  {
    let own = sections(of: text)
    let isWhole = own.contains { ["kind", "вид"].contains($0.key) }
    let base = base.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var lines: [String] = []
    var used: Set<Int> = []
    for section in isWhole ? [] : sections(of: base) {
      let names = synonyms.first { $0.contains(section.key) } ?? [section.key]
      if let index = own.firstIndex(where: { names.contains($0.key) }) {
        if used.insert(index).inserted { lines += own[index].lines }
      } else {
        lines += section.lines
      }
    }
    for (index, section) in own.enumerated() where !used.contains(index) { lines += section.lines }
    return lines
  }

  /// The plans of the text: each stands behind a line `---`.
  private static func documents(of text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .split(separator: "---", omittingEmptySubsequences: false).map(Array.init)
  }

  /// The text without the mark, and the place before which it stood.
  private static func unmarked(_ lines: [String]) -> (String, SourcePosition?) {
    var lines = lines
    for (index, line) in lines.enumerated() {
      guard let mark = line.unicodeScalars.firstIndex(of: "↓") else { continue }
      let column = line.unicodeScalars.distance(from: line.unicodeScalars.startIndex, to: mark)
      lines[index].unicodeScalars.remove(at: mark)
      return (
        lines.joined(separator: "\n") + "\n", SourcePosition(line: index + 1, column: column + 1)
      )
    }
    return (lines.joined(separator: "\n") + "\n", nil)
  }

  private static func sections(of lines: [String]) -> [(key: String, lines: [String])] {
    var result: [(key: String, lines: [String])] = []
    for line in lines {
      let bare = line.first == "↓" ? line.dropFirst() : line[...]
      let startsKey = !(bare.first.map { " #-".contains($0) } ?? true)
      if startsKey {
        result.append((String(bare.prefix { $0 != ":" }), [line]))
      } else if !result.isEmpty {
        result[result.count - 1].lines.append(line)
      } else {
        result.append(("", [line]))
      }
    }
    return result
  }
}
