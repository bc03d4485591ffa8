/// Diagnostics as SARIF 2.1.0 (OASIS), for code hosts and editors.
package struct SARIFReporter: Sendable {
  private let language: Language
  private let version: String

  /// Makes a reporter; the version is the program's.
  package init(language: Language = .uk, version: String) {
    self.language = language
    self.version = version
  }

  /// The SARIF log of the diagnostics.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    var stream = SARIFStream(language: language, version: version)
    var bytes: [UInt8] = []
    for diagnostic in diagnostics { bytes += stream.add(diagnostic) }
    return String(decoding: bytes + stream.finish(), as: UTF8.self)
  }
}
