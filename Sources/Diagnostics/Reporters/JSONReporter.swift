/// Diagnostics for programs: one JSON array, an object for each finding.
package struct JSONReporter: Sendable {
  private let language: Language

  /// Makes a reporter.
  package init(language: Language = .uk) {
    self.language = language
  }

  /// The JSON text of the diagnostics.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    var stream = JSONStream(language: language)
    var bytes: [UInt8] = []
    for diagnostic in diagnostics { bytes += stream.add(diagnostic) }
    return String(decoding: bytes + stream.finish(), as: UTF8.self)
  }
}
