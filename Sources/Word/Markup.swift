internal import Bytes
internal import Markup

/// The ways in which a part of a Word file is written.
extension [UInt8] {
  /// Adds a number between two pieces of markup.
  mutating func append(_ number: Int, _ start: StaticString, _ end: StaticString = "\"/>") {
    append(start)
    if (0...9).contains(number) {
      append(0x30 + UInt8(number))
    } else {
      append(contentsOf: String(number).utf8)
    }
    append(end)
  }

  /// Adds text that only means itself, between tags or between the quotes of an attribute.
  mutating func append(text: String) { append(escaping: text.utf8Span.span, in: .attribute) }
}
