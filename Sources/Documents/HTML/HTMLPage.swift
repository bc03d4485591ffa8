internal import Diagnostics

/// An HTML page while it is written: bytes, and the few ways in which they may be added.
struct HTMLPage {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []
  /// What is being written.
  private(set) var document: Document

  init(_ document: Document) {
    self.document = document
    bytes.reserveCapacity(32_768)
  }

  /// Adds markup as it stands: only what is written in this program, never what a plan says.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds another document on a sheet of its own.
  mutating func addSheet(_ document: Document) {
    pageBreak()
    self.document = document
    blocks(document.blocks.indices)
  }

  /// Adds text that only means itself.
  mutating func text(_ text: PlainText) {
    append(text, isValue: false)
  }

  /// Adds text between the quotes of an attribute.
  mutating func value(_ text: PlainText) {
    append(text, isValue: true)
  }

  /// Adds text from elsewhere between the quotes of an attribute.
  mutating func value(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    escape(from: start, isValue: true)
  }

  /// Adds a number.
  mutating func number(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Adds the style sheet, in which nothing may end the element before its end.
  ///
  /// `</` says nothing in CSS outside of strings, and there `<\/` says the same.
  mutating func style(_ style: String) {
    if style.isEmpty { return }
    raw("<style>\n")
    let start = bytes.count
    bytes.append(contentsOf: style.utf8)
    if bytes.span.extracting(start...).holds(UInt8(ascii: "<")) {
      bytes.removeLast(bytes.count - start)
      var last: UInt8 = 0
      for byte in style.utf8 {
        if last == UInt8(ascii: "<"), byte == UInt8(ascii: "/") {
          bytes.append(UInt8(ascii: "\\"))
        }
        bytes.append(byte)
        last = byte
      }
    }
    if bytes.last != UInt8(ascii: "\n") { raw("\n") }
    raw("</style>\n")
  }

  /// Adds the text whole, and once more, byte by byte, if something in it must be escaped.
  private mutating func append(_ text: PlainText, isValue: Bool) {
    let start = bytes.count
    let all = document.text
    bytes.append(copying: all.span.extracting(text.range))
    escape(from: start, isValue: isValue)
  }

  private mutating func escape(from start: Int, isValue: Bool) {
    guard bytes.span.extracting(start...).needsEscapes(isValue: isValue) else { return }
    let text = Array(bytes[start...])
    bytes.removeLast(bytes.count - start)
    for byte in text {
      if bytes.last == 0xC2, byte < 0xA0 {
        bytes.removeLast()
        continue
      }
      switch byte {
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "\"") where isValue: raw("&quot;")
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): bytes.append(byte)
      case 0..<0x20, 0x7F: break
      default: bytes.append(byte)
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether a text has a character that HTML does not take as it stands, or a control character.
  fileprivate func needsEscapes(isValue: Bool) -> Bool {
    let sought = first { bytes in
      // `"` differs from `&` in one bit, and `<` from `>`.
      let quote = UInt8(ascii: "&") ^ UInt8(ascii: "\"")
      let bracket = UInt8(ascii: "<") ^ UInt8(ascii: ">")
      return bytes.below(0x20) | bytes.equal(to: 0x7F) | bytes.equal(to: 0xC2)
        | bytes.equal(to: UInt8(ascii: "&"), butFor: isValue ? quote : 0)
        | bytes.equal(to: UInt8(ascii: "<"), butFor: bracket)
    } where: { index in
      switch self[index] {
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): true
      case UInt8(ascii: "\""): isValue
      // U+0080 to U+009F; the second byte is never the last one.
      case 0xC2: self[index + 1] < 0xA0
      default: false
      }
    }
    return sought != nil
  }
}
