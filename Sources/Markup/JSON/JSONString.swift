extension [UInt8] {
  /// Appends a text as a JSON string in quotation marks: escaped is what RFC 8259 wants escaped,
  /// and what would steer a terminal or not be seen.
  package mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      var index = 0
      while index < buffer.count {
        let byte = unsafe buffer[index]
        guard byte.mayNeedEscape else {
          index += 1
          continue
        }
        let (escape, length) = unsafe Self.escape(of: buffer, at: index)
        if let escape {
          unsafe append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
          append(escape)
          start = index + length
        }
        index += length
      }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
    }
    append(UInt8(ascii: "\""))
  }

  /// The character to be escaped at a place, or nil where it may stand; and how long it is.
  private static func escape(of buffer: UnsafeBufferPointer<UInt8>, at index: Int)
    -> (UInt16?, length: Int)
  {
    let byte = unsafe buffer[index]
    switch byte {
    case 0..<0x80: return (UInt16(byte), 1)
    case 0xC2:
      let scalar = unsafe UInt16(buffer[index + 1])
      return (scalar < 0xA0 ? scalar : nil, 2)
    case 0xE2, 0xEF:
      let (second, third) = unsafe (UInt16(buffer[index + 1]), UInt16(buffer[index + 2]))
      let scalar = UInt16(byte & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      switch scalar {
      case 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF: return (scalar, 3)
      default: return (nil, 3)
      }
    default: return (nil, 1)
    }
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
