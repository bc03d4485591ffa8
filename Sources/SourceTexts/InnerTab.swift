import Bytes
package import Diagnostics

/// A tab within a text: that which parts the cells of a table copied from Word or Excel.
package enum InnerTab {
  /// The place of the first tab that has something before it and behind it; nil where there is none.
  package static func place(in text: Span<UInt8>) -> Int? {
    guard text.holds(0x09) else { return nil }
    let first = text.indices.first { !isSpace(text[$0]) }
    let last = text.indices.last { !isSpace(text[$0]) }
    guard let first, let last else { return nil }
    return (first...last).first { text[$0] == 0x09 }
  }

  /// What is said of it.
  package static let message = Message(
    uk: "у тексті стоїть табуляція: певно, це кілька клітинок таблиці в одному значенні",
    en: "the text has a tab in it: these are probably several cells of a table in one value")

  /// What to do.
  package static let help = Message(
    uk: "запишіть кожну клітинку окремим значенням; якщо це один текст, поставте пробіл",
    en: "write each cell as a value of its own; if it is one text, type a space")

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
