import Bytes
internal import Diagnostics

/// UTF-8 that was read in an encoding of single bytes and saved as UTF-8 again: «вид» has become
/// «РІРёРґ» or «Ð²Ð¸Ð´».
enum DoubleEncoding {
  /// What is wrong with a file whose first key is such a text.
  static func fault(in source: SourceFile) -> Diagnostic? {
    guard let start = source.bytes.firstIndex(where: { $0 > 0x20 && $0 != 0xEF }),
      [0xC3, 0xD0].contains(source.bytes[start])
    else { return nil }
    let line = source.bytes[start...].prefix(lengthLimit).prefix { $0 != 0x0A }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return isRead(String(decoding: line[..<colon], as: UTF8.self))
      ? diagnostic(in: source, at: start) : nil
  }

  /// What is told of such a text, from a byte on.
  static func diagnostic(in source: SourceFile, at index: Int) -> Diagnostic {
    let start = source.position(ofByte: index)
    return Diagnostic(
      code: "double-encoding", in: source,
      at: SourceRange(line: Int(start.line), column: Int(start.column)),
      Message(
        uk: "текст двічі перекодовано: файл у UTF-8 прочитано в іншому кодуванні й знову збережено",
        en: "the text is encoded twice: UTF-8 was read in another encoding and saved again"),
      help: Message(
        uk:
          "відновіть файл із копії або відкрийте первісний у кодуванні UTF-8 і збережіть його знову",
        en: "restore the file from a copy, or open the original as UTF-8 and save it again"))
  }

  private static let lengthLimit = 256

  /// Whether all letters of a text are pairs that two bytes of a Cyrillic letter were read as.
  private static func isRead(_ text: String) -> Bool {
    var pairs = 0
    var isBehindLead = false
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      if isBehindLead {
        guard !(0x410...0x44F).contains(scalar.value), !(0xC0...0xFF).contains(scalar.value) else {
          return false
        }
        pairs += 1
      } else if !["Р", "С", "Ð", "Ñ"].contains(scalar) {
        return false
      }
      isBehindLead.toggle()
    }
    return pairs > 1 && !isBehindLead
  }
}
