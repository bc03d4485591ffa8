import Markup

/// Findings that were accepted once, so that only new ones are told.
///
/// A line of the file is the file's name, the code and the line of text that the finding stands on,
/// separated by tabs: it holds as long as that line stays as it is, wherever it moves.
package struct Baseline: Sendable {
  /// How many findings each line accepts, by the line's bytes.
  private var accepted: [[UInt8]: Int] = [:]
  /// The number of the first line that no baseline has; nil where all are such as a baseline has.
  package private(set) var foreignLine: Int?
  private var lines = 0
  private let place: @Sendable (String) -> String

  /// Makes a baseline that accepts nothing.
  ///
  /// - Parameter place: what a file is called in it, by the name that diagnostics give: the same,
  ///   however the user has spelled the path.
  package init(place: @escaping @Sendable (String) -> String = { $0 }) {
    self.place = place
  }

  /// Adds a line of a baseline; empty ones and those that begin with `#` say nothing.
  package mutating func add(line: [UInt8]) {
    lines += 1
    let text = String(decoding: line.last == 0x0D ? line.dropLast() : line[...], as: UTF8.self)
    if text.isEmpty || text.hasPrefix("#") { return }
    if text.utf8.count(where: { $0 == 0x09 }) < 2, foreignLine == nil { foreignLine = lines }
    accepted[Array(text.utf8), default: 0] += 1
  }

  /// The findings that were not accepted; each line of the baseline accepts one.
  package func newFindings(_ findings: [Diagnostic]) -> [Diagnostic] {
    var left = accepted
    return findings.filter { finding in
      let key = Array(key(of: finding).utf8)
      guard Self.canAccept(finding), let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }

  /// Whether a finding can be accepted: those of rules can, a plan that cannot be read cannot.
  package static func canAccept(_ finding: Diagnostic) -> Bool { finding.code.contains("/") }

  /// The text of a baseline that accepts these findings, as far as they can be accepted.
  package func write(_ findings: [Diagnostic]) -> String {
    let findings = findings.filter(Self.canAccept)
    return
      "# Прийняті зауваження Pysar: файл, правило, рядок. Accepted findings: file, rule, line.\n"
      + findings.map { key(of: $0) + "\n" }.sorted().joined()
  }

  private func key(of finding: Diagnostic) -> String {
    let line = finding.excerpt.split { $0.isWhitespace }.joined(separator: " ")
    return "\(place(finding.file).visible)\t\(finding.code)\t\(line.visible)"
  }
}
