internal import Diagnostics
internal import ZIP

/// A file of Word as a reader sees it, and the plans that lie in it.
struct WordFile {
  /// The text, its paragraphs parted by ends of lines.
  let text: String
  /// The plans, as they were when the file was made.
  let plans: [SourceFile]
  private let marks: [String: String]

  /// Opens a file; nil where it is none.
  init?(_ source: SourceFile) {
    guard let archive = ZIPReader(source.bytes) else { return nil }
    let parts = WordParts(archive)
    guard let main = parts.main else { return nil }
    text = main
    marks = parts.marks
    plans = archive.names.filter(Self.isPlan).compactMap { name in
      archive[name].map { SourceFile(name: source.name, bytes: $0) }
    }
  }

  /// What it shows beside its words, and another file does not.
  func unknown(beside other: WordFile) -> [String] {
    Set(marks.filter { other.marks[$0.key] == nil }.values).sorted()
  }

  private static func isPlan(_ name: String) -> Bool {
    name.hasPrefix("customXml/item") && name.hasSuffix(".xml") && !name.contains("Props")
  }
}
