internal import Diagnostics

/// What is wrong with a file of a bag.
struct BagFaults {
  private let source: SourceFile
  private(set) var all: [Diagnostic] = []

  init(_ source: SourceFile) { self.source = source }

  /// Tells of a line, or of the whole file.
  mutating func add(
    _ code: String, severity: Severity = .error, at line: Int?, _ message: Message,
    help: Message? = nil
  ) {
    all.append(
      Diagnostic(
        severity, code: code, in: source, at: line.map { SourceRange(line: $0, column: 1) },
        message, help: help))
  }
}

extension Diagnostic {
  /// A tag file whose bytes are no text.
  static func unreadableText(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      code: "bag-declaration", in: source, at: nil,
      Message(
        uk: "це не текст у кодуванні, яке називає bagit.txt",
        en: "this is no text in the encoding that bagit.txt names"))
  }
}
