/// The mark that repeats the cell above: `-“-`, `-"-`, `—“—`, `те саме`.
enum DittoMark {
  /// Whether a text is such a mark: a quotation mark or two apostrophes, with or without dashes
  /// around, or the words.
  static func matches(_ text: [UInt8]) -> Bool {
    guard let first = text.first, text.count <= 15, mayBegin(first) else { return false }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.filter { $0 != " " }
    if String(String.UnicodeScalarView(scalars)).lowercased() == "тесаме" { return true }
    let core = scalars.filter { !dashes.contains($0) }
    return (1...2).contains(core.count) && core.allSatisfy(quotes.contains)
      && (scalars.count > core.count || core.count == 1)
  }

  /// A dash, a quotation mark, or «т».
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x2D, 0x2F, 0xC2, 0xD0, 0xD1, 0xE2, 0xE3: true
    default: false
    }
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "‐", "‑", "–", "—", "―"]
  private static let quotes: Set<Unicode.Scalar> = [
    "\"", "“", "”", "„", "‟", "«", "»", "″", "〃", "'", "/",
  ]
}
