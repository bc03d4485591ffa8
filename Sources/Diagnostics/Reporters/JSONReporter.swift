/// Diagnostics for programs, as ``JSONStream`` writes them.
package struct JSONReporter: Sendable {
  private let language: Language
  private let head: ReportHead

  /// Makes a reporter.
  package init(language: Language = .uk, _ head: ReportHead) {
    self.language = language
    self.head = head
  }

  /// The JSON text of the diagnostics.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    var stream = JSONStream(language: language, head)
    var bytes: [UInt8] = []
    for diagnostic in diagnostics { bytes += stream.add(diagnostic) }
    return String(decoding: bytes + stream.finish(), as: UTF8.self)
  }
}
