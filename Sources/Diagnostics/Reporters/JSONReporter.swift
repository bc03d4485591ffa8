/// Diagnostics for programs: one JSON array, an object for each finding.
public struct JSONReporter: Sendable {
  private let language: Language

  /// Makes a reporter.
  public init(language: Language = .uk) {
    self.language = language
  }

  /// The JSON text of the diagnostics.
  public func report(_ diagnostics: [Diagnostic]) -> String {
    JSONText.array(diagnostics.map(object)).write() + "\n"
  }

  private func object(_ diagnostic: Diagnostic) -> JSONText {
    var members: [(String, JSONText)] = [
      ("file", .string(diagnostic.file)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("code", .string(diagnostic.code)),
      ("message", .string(diagnostic.message[language])),
    ]
    if let range = diagnostic.range {
      members += [
        ("line", .number(Int(range.start.line))),
        ("column", .number(Int(range.start.column))),
        ("endLine", .number(Int(range.end.line))),
        ("endColumn", .number(Int(range.end.column))),
        ("excerpt", .string(diagnostic.excerpt)),
      ]
    }
    if let citation = diagnostic.citation {
      members.append(("citation", .string(citation[language])))
    }
    if let help = diagnostic.help { members.append(("help", .string(help[language]))) }
    return .object(members)
  }
}
