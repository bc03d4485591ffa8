import Bytes

/// The words that people write for a ditto mark: «те саме», «так само», «там же».
package enum DittoWords {
  /// The words in small letters, without the white space between them.
  package static let all = [
    "тесаме", "теж", "тежсаме", "тойсамий", "тойже", "тасама", "таж", "тісамі", "тіж", "таксамо",
    "тамсамо", "тамже", "тодіж", "вінже", "вонаж", "вониж", "аналогічно",
  ]

  /// Whether a text is some of them.
  package static func matches(_ text: Span<UInt8>) -> Bool {
    guard (6...24).contains(text.count) else { return false }
    switch (text[0], text[1]) {
    // Т, В and А.
    case (0xD1, 0x82), (0xD0, 0xA2), (0xD0, 0xB2), (0xD0, 0x92), (0xD0, 0xB0), (0xD0, 0x90):
      return known.contains(String(copying: text).lowercased().filter { !$0.isWhitespace })
    default: return false
    }
  }

  private static let known = Set(all)
}
