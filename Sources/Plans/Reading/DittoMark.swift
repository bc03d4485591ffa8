import Bytes
internal import SourceTexts

/// The mark that repeats the cell above: `-“-`, `-"-`, `—“—`, `те саме`, `так само`.
enum DittoMark {
  /// Whether a text is such a mark: a quotation mark or two apostrophes, with or without dashes
  /// around, or the words.
  static func matches(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty, text.count <= 24 else { return false }
    switch text[0] {
    case 0xD0, 0xD1: return DittoWords.matches(text)
    case 0x2D, 0x22, 0x27, 0x2F, 0xC2, 0xE2, 0xE3: break
    default: return false
    }
    let scalars = String(copying: text).unicodeScalars.filter { !$0.properties.isWhitespace }
    let core = scalars.filter { !dashes.contains($0) }
    return (1...2).contains(core.count) && core.allSatisfy(quotes.contains)
      && (scalars.count > core.count || core.count == 1)
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "‐", "‑", "–", "—", "―"]
  private static let quotes: Set<Unicode.Scalar> = [
    "\"", "“", "”", "„", "‟", "«", "»", "″", "〃", "'", "/",
  ]
}
