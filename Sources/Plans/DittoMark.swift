/// The mark that repeats the cell above: `-“-`, `-"-`, `—“—`, `те саме`.
enum DittoMark {
  /// Whether a text is such a mark: a quotation mark or two apostrophes, with or without dashes
  /// around, or the words.
  static func matches(_ text: [UInt8]) -> Bool {
    guard let first = text.first, text.count <= 15 else { return false }
    switch first {
    case 0xD0, 0xD1: return text.count > 11 && isWords(text)
    case 0x2D, 0x22, 0x27, 0x2F, 0xC2, 0xE2, 0xE3: break
    default: return false
    }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.filter { $0 != " " }
    let core = scalars.filter { !dashes.contains($0) }
    return (1...2).contains(core.count) && core.allSatisfy(quotes.contains)
      && (scalars.count > core.count || core.count == 1)
  }

  private static func isWords(_ text: [UInt8]) -> Bool {
    guard text.starts(with: "т".utf8) || text.starts(with: "Т".utf8) else { return false }
    let letters = String(decoding: text, as: UTF8.self).lowercased().filter { $0 != " " }
    return letters == "тесаме"
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "‐", "‑", "–", "—", "―"]
  private static let quotes: Set<Unicode.Scalar> = [
    "\"", "“", "”", "„", "‟", "«", "»", "″", "〃", "'", "/",
  ]
}
