import Bytes

/// The mark that repeats the cell above: `-“-`, `-"-`, `—“—`, `те саме`, `так само`.
package enum DittoMark {
  /// Whether a text is such a mark: a quotation mark or two apostrophes, with or without dashes
  /// around, or the words.
  package static func matches(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty, text.count <= 24 else { return false }
    switch text[0] {
    case 0xD0, 0xD1: return isWords(text)
    case 0x2D, 0x22, 0x27, 0x2F, 0xC2, 0xE2, 0xE3: break
    default: return false
    }
    let scalars = String(copying: text).unicodeScalars.filter { !$0.properties.isWhitespace }
    let core = scalars.filter { !dashes.contains($0) }
    return (1...2).contains(core.count) && core.allSatisfy(quotes.contains)
      && (scalars.count > core.count || core.count == 1)
  }

  /// The words in small letters, without the white space between them.
  package static let words = [
    "тесаме", "теж", "тежсаме", "тойсамий", "тойже", "тасама", "таж", "тісамі", "тіж", "таксамо",
    "тамсамо", "тамже", "тодіж", "вінже", "вонаж", "вониж", "аналогічно",
  ]
  private static let known = Set(words)

  private static func isWords(_ text: Span<UInt8>) -> Bool {
    guard (6...24).contains(text.count) else { return false }
    switch (text[0], text[1]) {
    // Т, В and А.
    case (0xD1, 0x82), (0xD0, 0xA2), (0xD0, 0xB2), (0xD0, 0x92), (0xD0, 0xB0), (0xD0, 0x90):
      return known.contains(String(copying: text).lowercased().filter { !$0.isWhitespace })
    default: return false
    }
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "‐", "‑", "–", "—", "―"]
  private static let quotes: Set<Unicode.Scalar> = [
    "\"", "“", "”", "„", "‟", "«", "»", "″", "〃", "'", "/",
  ]
}
