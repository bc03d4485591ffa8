import Markup

/// Findings that were accepted once, so that only new ones are told.
///
/// A line of the file is the file's name, the code and the line of text that the finding stands on,
/// separated by tabs: it holds as long as that line stays as it is, wherever it moves.
package struct Baseline: Sendable {
  private var accepted: [String: Int] = [:]

  /// Reads a baseline; empty lines and lines that begin with `#` say nothing.
  package init(_ source: SourceFile) {
    for line in String(decoding: source.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    where !line.hasPrefix("#") {
      accepted[String(line), default: 0] += 1
    }
  }

  /// The findings that were not accepted; each line of the baseline accepts one.
  package func newFindings(_ findings: [Diagnostic]) -> [Diagnostic] {
    var left = accepted
    return findings.filter { finding in
      let key = Self.key(of: finding)
      guard finding.code.contains("/"), let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }

  /// The text of a baseline that accepts these findings, as far as they are of rules: a plan that
  /// cannot be read cannot be accepted.
  package static func write(_ findings: [Diagnostic]) -> String {
    let findings = findings.filter { $0.code.contains("/") }
    return
      "# Прийняті зауваження Pysar: файл, правило, рядок. Accepted findings: file, rule, line.\n"
      + findings.map { key(of: $0) + "\n" }.sorted().joined()
  }

  private static func key(of finding: Diagnostic) -> String {
    let line = finding.excerpt.split { $0.isWhitespace }.joined(separator: " ")
    return "\(finding.file.visible)\t\(finding.code)\t\(line.visible)"
  }
}
