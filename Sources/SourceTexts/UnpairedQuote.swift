import Bytes

/// A quotation mark that stands alone in a text: the other one was forgotten, or the mark was to be
/// one of YAML's. «Such marks» have a rule.
package enum UnpairedQuote {
  /// The offset of the only quotation mark of a text; nil where there is none, or are others.
  package static func place(in text: Span<UInt8>) -> Int? {
    guard let found = next(in: text, from: 0), next(in: text, from: found + 1) == nil else {
      return nil
    }
    // A mark of inches: «труби 1"»; and a mark by itself stands for the cell above.
    guard text[found] != 0xC2,
      !(text[found] == 0x22 && found > 0 && isDigit(text[found - 1])),
      text.indices.contains(where: { isLetter(text[$0]) })
    else { return nil }
    return found
  }

  /// The first quotation mark at or behind an index.
  private static func next(in text: Span<UInt8>, from start: Int) -> Int? {
    let rest = text.extracting(start...)
    return rest.first(
      { $0.equal(to: 0x22) | $0.equal(to: 0xC2) | $0.equal(to: 0xE2) },
      where: { isQuote(at: $0, in: rest) }
    ).map { $0 + start }
  }

  private static func isQuote(at index: Int, in text: Span<UInt8>) -> Bool {
    switch text[index] {
    case 0x22: return true
    case 0xC2: return index + 1 < text.count && [0xAB, 0xBB].contains(text[index + 1])
    case 0xE2:
      return index + 2 < text.count && text[index + 1] == 0x80
        && (0x9C...0x9F).contains(text[index + 2])
    default: return false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a byte is a Latin letter, or begins a Cyrillic one.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0xD0...0xD2).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
