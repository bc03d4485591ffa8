/// The name of a sort of finding, and what it is about: what a person looks up who reads it in a
/// report. Rules of law are not among them; they explain themselves (`pysar rules`).
package struct DiagnosticCode: Sendable {
  /// The name in square brackets behind a message: `unknown-key`.
  package let name: String
  /// How much such a finding weighs.
  package let severity: Severity
  /// What such a finding is about.
  package let about: About
  /// What is wrong: one sentence.
  package let meaning: Message
  /// What to do about it: one sentence.
  let remedy: Message

  /// What findings are about.
  package enum About: CaseIterable, Sendable {
    /// Whether a file can be read at all.
    case access
    /// The file that a plan is in.
    case file
    /// What is written in a plan.
    case plan
    /// A kind, a form, a rule or a calendar.
    case templates
    /// Many plans at once.
    case batch
    /// Personnel files.
    case archive
  }

  /// All codes that Pysar's own findings have, in the order in which they are explained.
  package static let all =
    ofFiles + ofShape + ofSlips + ofValues + ofTables + ofReferences + ofTemplates + ofBatches
    + ofBags + ofArchives + ofSignatures

  /// The code of a name.
  package static func named(_ name: String) -> DiagnosticCode? {
    all.first { $0.name == name }
  }
}

extension [Diagnostic] {
  /// Whether one of them keeps the program from its work, whatever the plans are: an error of
  /// templates, or of a file that cannot be read.
  package var keepFromWork: Bool {
    contains {
      guard $0.severity == .error, let code = DiagnosticCode.named($0.code) else { return false }
      return code.about == .templates || code.about == .access
    }
  }
}
