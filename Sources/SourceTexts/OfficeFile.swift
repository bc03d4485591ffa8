import Bytes
internal import Diagnostics

/// Files of other programs that are given for plans.
enum OfficeFile {
  /// What is told of a source that begins as such a file does; nil for all others.
  static func fault(in source: SourceFile) -> Diagnostic? {
    guard let name = name(source.bytes) else { return nil }
    return Diagnostic(
      code: "not-a-text", in: SourceFile(name: source.name, bytes: []),
      at: SourceRange(line: 1, column: 1),
      Message(uk: "це \(name.uk), а не план", en: "this is \(name.en), not a plan"),
      help: Message(
        uk: "план – це текст у UTF-8: перенесіть слова з документа до зразка, який дає pysar new",
        en: "a plan is a text in UTF-8: copy the words into the example that pysar new prints"))
  }

  private static func name(_ bytes: [UInt8]) -> Message? {
    for (start, message) in starts where bytes.starts(with: start) { return message }
    if bytes.first == UInt8(ascii: "<") {
      let head = String(decoding: bytes.prefix(16), as: UTF8.self).lowercased()
      if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
        return Message(uk: "вебсторінка (HTML)", en: "a web page (HTML)")
      }
    }
    guard
      bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    else { return nil }
    let head = Array(bytes.prefix(1 << 16))
    for (part, message) in parts where head.holds(part) { return message }
    return Message(uk: "архів ZIP", en: "a ZIP archive")
  }

  private static let word = Message(uk: "документ Word", en: "a Word document")
  private static let excel = Message(uk: "таблиця Excel", en: "an Excel sheet")

  private static let starts: [([UInt8], Message)] = [
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      Message(uk: "документ Word чи Excel", en: "a Word or Excel document")
    ),
    (Array("%PDF-".utf8), Message(uk: "документ PDF", en: "a PDF document")),
    (Array("{\\rtf".utf8), Message(uk: "документ RTF", en: "an RTF document")),
    ([0x89, 0x50, 0x4E, 0x47], Message(uk: "зображення", en: "a picture")),
    ([0xFF, 0xD8, 0xFF], Message(uk: "зображення", en: "a picture")),
    ([0x1F, 0x8B], Message(uk: "архів", en: "an archive")),
    ([0x37, 0x7A, 0xBC, 0xAF], Message(uk: "архів", en: "an archive")),
    (Array("Rar!".utf8), Message(uk: "архів", en: "an archive")),
  ]

  private static let parts: [(String, Message)] = [
    ("word/", word), ("xl/", excel),
    ("opendocument.text", Message(uk: "документ OpenDocument", en: "an OpenDocument text")),
    ("opendocument.spreadsheet", Message(uk: "таблиця OpenDocument", en: "an OpenDocument sheet")),
    ("[Content_Types].xml", Message(uk: "документ Word чи Excel", en: "a Word or Excel document")),
  ]
}
