import Markup

/// Diagnostics for people: the line, a caret under the place, the clause, the way to mend it.
package struct TextReporter: Sendable {
  private let language: Language
  private let isColoured: Bool

  /// Makes a reporter; colour belongs on a terminal only.
  package init(language: Language = .uk, isColoured: Bool = false) {
    self.language = language
    self.isColoured = isColoured
  }

  /// The text of the diagnostics, one after the other.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(report).joined()
  }

  private func report(_ diagnostic: Diagnostic) -> String {
    var text = diagnostic.file.visible
    if let start = diagnostic.range?.start { text += ":\(start.line):\(start.column)" }
    let severity = coloured(name(of: diagnostic.severity), diagnostic.severity)
    text += ": \(severity): \(diagnostic.message[language].visible) [\(diagnostic.code)]\n"
    if let range = diagnostic.range { text += excerpt(diagnostic, range) }
    if let other = diagnostic.other {
      let label = language == .uk ? "інший план" : "the other plan"
      let start = other.range.start
      text += "  \(label): \(other.file.visible):\(start.line):\(start.column)\n"
    }
    if let repetition = diagnostic.repetition {
      text += "  \(repetition.summary[language])\n"
    }
    if let citation = diagnostic.citation {
      let address = citation.url.map { " (\($0.visible))" } ?? ""
      text += "  \(citation[language].visible)\(address)\n"
    }
    if let help = diagnostic.help {
      let label = language == .uk ? "як виправити" : "help"
      text += "  \(label): \(help[language].visible)\n"
    }
    return text
  }

  /// The line and the caret, cut to a window around the place.
  private func excerpt(_ diagnostic: Diagnostic, _ range: SourceRange) -> String {
    let line = Array(diagnostic.excerpt.visible.unicodeScalars)
    let column = Int(range.start.column) - 1 - diagnostic.excerptStart
    guard !line.isEmpty, column >= 0, column <= line.count else { return "" }
    let window = 96
    // An excerpt that does not begin with its line begins half a window before the place.
    let isStretch = diagnostic.excerptStart > 0
    let first = isStretch || column < window - 16 ? 0 : column - window / 2
    let last = min(line.count, first + window)
    let sameLine = range.end.line == range.start.line
    let endColumn = sameLine ? Int(range.end.column) - 1 - diagnostic.excerptStart : line.count
    let length = max(1, min(endColumn, last) - column)

    var shown = ""
    shown.unicodeScalars.append(contentsOf: line[first..<last])
    let before = first > 0 || isStretch ? "…" : ""
    let after = last < line.count ? "…" : ""
    let gutter = String(range.start.line)
    let margin = String(repeating: " ", count: gutter.count)
    let indent = String(repeating: " ", count: before.count + column - first)
    let caret = coloured(
      String(repeating: length == 1 ? "^" : "~", count: length).replacingFirst(with: "^"),
      diagnostic.severity)
    return "  \(gutter) | \(before)\(shown)\(after)\n  \(margin) | \(indent)\(caret)\n"
  }

  private func name(of severity: Severity) -> String {
    switch (severity, language) {
    case (.error, .uk): "помилка"
    case (.warning, .uk): "попередження"
    case (.note, .uk): "примітка"
    case (_, .en): severity.rawValue
    }
  }

  private func coloured(_ text: String, _ severity: Severity) -> String {
    guard isColoured else { return text }
    let colour =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }
}

extension String {
  fileprivate func replacingFirst(with character: Character) -> String {
    String(character) + dropFirst()
  }
}
