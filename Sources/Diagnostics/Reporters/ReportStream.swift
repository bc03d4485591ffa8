/// A report for programs that is written as findings come.
package protocol ReportStream: Sendable {
  /// Begins the report.
  init(language: Language, _ head: ReportHead)

  /// The next piece of the text, with one more finding.
  mutating func add(_ finding: Diagnostic) -> [UInt8]

  /// The last piece of the text.
  mutating func finish() -> [UInt8]
}

extension ReportStream {
  /// The whole report of some findings.
  package static func report(
    _ findings: [Diagnostic], language: Language = .uk, _ head: ReportHead
  ) -> String {
    var stream = Self(language: language, head)
    var bytes: [UInt8] = []
    for finding in findings { bytes += stream.add(finding) }
    return String(decoding: bytes + stream.finish(), as: UTF8.self)
  }
}
