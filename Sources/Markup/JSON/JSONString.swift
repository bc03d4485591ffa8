import Bytes

extension [UInt8] {
  /// Appends a text as a JSON string in quotation marks: escaped is what RFC 8259 wants escaped,
  /// and what would steer a terminal or not be seen.
  package mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    let text = text.utf8Span.span
    var start = 0
    var index = 0
    while index < text.count {
      guard text[index].mayNeedEscape else {
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      if scalar.needsEscape {
        append(copying: text.extracting(start..<index))
        append(UInt16(scalar))
        start = index + length
      }
      index += length
    }
    append(copying: text.extracting(start...))
    append(UInt8(ascii: "\""))
  }

  private mutating func append(_ escaped: UInt16) {
    append(UInt8(ascii: "\\"))
    switch escaped {
    case 0x22, 0x5C: append(UInt8(escaped))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    default:
      append(UInt8(ascii: "u"))
      for shift in stride(from: 12, through: 0, by: -4) { appendHex(UInt8(escaped >> shift & 0xF)) }
    }
  }

  /// Appends a hexadecimal digit, in small letters.
  package mutating func appendHex(_ digit: UInt8) {
    append(digit + (digit < 10 ? 0x30 : 0x57))
  }
}

extension UInt8 {
  /// Whether a character that begins so may have to be escaped; no byte within one does.
  fileprivate var mayNeedEscape: Bool {
    switch self {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }
}

extension UInt32 {
  /// Whether a character is escaped in a string.
  fileprivate var needsEscape: Bool {
    switch self {
    case 0..<0x20, 0x22, 0x5C, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFFE...0xFFFF:
      true
    default: false
    }
  }
}
