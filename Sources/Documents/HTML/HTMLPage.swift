import Bytes
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

  /// Adds another document, which begins a page.
  mutating func add(_ document: Document) {
    pageBreak()
    self.document = document
    blocks(document.blocks.indices)
  }

  /// Adds text that only means itself, between two pieces of markup.
  mutating func text(_ text: PlainText, _ start: StaticString = "", _ end: StaticString = "") {
    let all = document.text
    append(all.span.extracting(text.range), start, end, isValue: false)
  }

  /// Adds text between the quotes of an attribute.
  mutating func value(_ text: PlainText, _ start: StaticString = "", _ end: StaticString = "") {
    let all = document.text
    append(all.span.extracting(text.range), start, end, isValue: true)
  }

  /// Adds text from elsewhere between the quotes of an attribute.
  mutating func value(_ text: String) {
    append(text.utf8Span.span, "", "", isValue: true)
  }

  /// Adds a number between two pieces of markup.
  mutating func number(_ number: Int, _ start: StaticString, _ end: StaticString) {
    let digits = 20
    let room = start.utf8CodeUnitCount + digits + end.utf8CodeUnitCount
    bytes.append(addingCapacity: room) { page in
      page.append(start)
      if number < 0 { page.append(UInt8(ascii: "-")) }
      var power: UInt = 1
      while number.magnitude / power >= 10 { power *= 10 }
      while power > 0 {
        page.append(UInt8(ascii: "0") + UInt8(number.magnitude / power % 10))
        power /= 10
      }
      page.append(end)
    }
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

  private mutating func append(
    _ text: Span<UInt8>, _ start: StaticString, _ end: StaticString, isValue: Bool
  ) {
    if text.needsEscapes(isValue: isValue) {
      raw(start)
      appendEscaped(text, isValue: isValue)
      raw(end)
    } else {
      let count = start.utf8CodeUnitCount + text.count + end.utf8CodeUnitCount
      bytes.append(addingCapacity: count) { page in
        page.append(start)
        page.append(copying: text)
        page.append(end)
      }
    }
  }

  private mutating func appendEscaped(_ text: Span<UInt8>, isValue: Bool) {
    for index in text.indices {
      let byte = text[index]
      // U+0080 to U+009F are left out.
      if index > 0, text[index - 1] == 0xC2, byte < 0xA0 {
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

extension OutputSpan<UInt8> {
  @inline(__always)
  fileprivate mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe append(copying: $0.span) }
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
