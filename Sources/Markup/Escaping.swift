import Bytes

/// Where a text stands in markup.
package enum MarkupPlace: Sendable {
  /// Between tags.
  case content
  /// Between the quotes of an attribute.
  case attribute
}

/// Text in HTML and XML, where it means nothing but itself.
extension [UInt8] {
  /// Appends text between two pieces of markup. Control characters, which neither HTML nor XML takes,
  /// are left out; a next line (U+0085) parts words, and becomes a space.
  package mutating func append(
    escaping text: Span<UInt8>, in place: MarkupPlace = .content,
    from start: StaticString = "", to end: StaticString = ""
  ) {
    if text.needsEscapes(in: place) {
      append(start)
      appendEscaped(text, in: place)
      append(end)
    } else {
      let count = start.utf8CodeUnitCount + text.count + end.utf8CodeUnitCount
      append(addingCapacity: count) { page in
        page.append(start)
        page.append(copying: text)
        page.append(end)
      }
    }
  }

  /// Appends markup as it stands: only what is written in this program, never what a plan says.
  package mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  private mutating func appendEscaped(_ text: Span<UInt8>, in place: MarkupPlace) {
    for index in text.indices {
      let byte = text[index]
      if index > 0, text[index - 1] == 0xC2, byte < 0xA0 {
        removeLast()
        if byte == 0x85 { append(UInt8(ascii: " ")) }
        continue
      }
      switch byte {
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "\"") where place == .attribute: append("&quot;")
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): append(byte)
      case 0..<0x20, 0x7F: break
      default: append(byte)
      }
    }
  }
}

extension OutputSpan<UInt8> {
  /// Appends markup, for which there must be room.
  @inline(__always)
  package mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe append(copying: $0.span) }
  }
}

extension Span<UInt8> {
  /// Whether a text has a character that markup does not take as it stands, or a control character.
  fileprivate func needsEscapes(in place: MarkupPlace) -> Bool {
    let sought = first { bytes in
      // `"` differs from `&` in one bit, and `<` from `>`.
      let quote = UInt8(ascii: "&") ^ UInt8(ascii: "\"")
      let bracket = UInt8(ascii: "<") ^ UInt8(ascii: ">")
      return bytes.below(0x20) | bytes.equal(to: 0x7F) | bytes.equal(to: 0xC2)
        | bytes.equal(to: UInt8(ascii: "&"), butFor: place == .attribute ? quote : 0)
        | bytes.equal(to: UInt8(ascii: "<"), butFor: bracket)
    } where: { index in
      switch self[index] {
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): true
      case UInt8(ascii: "\""): place == .attribute
      // U+0080 to U+009F; the second byte is never the last one.
      case 0xC2: self[index + 1] < 0xA0
      default: false
      }
    }
    return sought != nil
  }
}
