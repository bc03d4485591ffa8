/// Where a text is not the JSON that was asked for.
package struct JSONFault: Error, Sendable, Equatable {
  /// The byte, from 0.
  package let offset: Int
}

/// Reads JSON (RFC 8259) strictly, as it comes: who reads says what must follow, or skips it.
package struct JSONReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0

  /// How deep arrays and objects may stand in one another.
  package static let depthLimit = 64

  /// Begins at the first of some bytes.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Reads an object, and gives each key to someone who reads its value.
  ///
  /// - Throws: where there is none, or a broken one.
  package mutating func object(
    _ member: (inout JSONReader, String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try open(UInt8(ascii: "{"))
    if accept(UInt8(ascii: "}")) { return close() }
    repeat {
      let key = try string()
      try expect(UInt8(ascii: ":"))
      try member(&self, key)
    } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    close()
  }

  /// Reads an array, and gives each place to someone who reads its value.
  ///
  /// - Throws: where there is none, or a broken one.
  package mutating func array(
    _ item: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try open(UInt8(ascii: "["))
    if accept(UInt8(ascii: "]")) { return close() }
    repeat { try item(&self) } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    close()
  }

  /// Reads a string.
  ///
  /// - Throws: where there is none, a broken one, or one that is no UTF-8.
  package mutating func string() throws(JSONFault) -> String {
    try expect(UInt8(ascii: "\""))
    let start = position
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
          throw JSONFault(offset: start - bytes.startIndex)
        }
        position += 1
        return text
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw fault
      default: position += 1
      }
    }
    throw fault
  }

  /// Reads a whole number.
  ///
  /// - Throws: where there is none, one with a fraction or an exponent, or too large a one.
  package mutating func number() throws(JSONFault) -> Int {
    skipSpace()
    let start = position
    _ = accept(UInt8(ascii: "-"))
    let first = position
    while position < bytes.endIndex, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard let number = Int(String(decoding: bytes[start..<position], as: UTF8.self)),
      bytes[first] != 0x30 || position == first + 1,
      position == bytes.endIndex || ![0x2E, 0x45, 0x65].contains(bytes[position])
    else { throw JSONFault(offset: start - bytes.startIndex) }
    return number
  }

  /// Reads `true` or `false`.
  ///
  /// - Throws: where neither stands there.
  package mutating func boolean() throws(JSONFault) -> Bool {
    skipSpace()
    guard position < bytes.endIndex else { throw fault }
    let isTrue = bytes[position] == UInt8(ascii: "t")
    try word(isTrue ? "true" : "false")
    return isTrue
  }

  /// Reads a value of any sort, and forgets it.
  ///
  /// - Throws: where there is none.
  package mutating func skip() throws(JSONFault) {
    skipSpace()
    guard position < bytes.endIndex else { throw fault }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      try object { reader, _ throws(JSONFault) in try reader.skip() }
    case UInt8(ascii: "["): try array { reader throws(JSONFault) in try reader.skip() }
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try skipNumber()
    }
  }

  /// Expects that nothing is left.
  ///
  /// - Throws: where something is.
  package mutating func end() throws(JSONFault) {
    skipSpace()
    guard position == bytes.endIndex else { throw fault }
  }

  /// The fault of what was just read, or is about to be: well-formed, but not what was asked for.
  package var fault: JSONFault { JSONFault(offset: position - bytes.startIndex) }

  private mutating func skipSpace() {
    while position < bytes.endIndex {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.endIndex, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard accept(byte) else { throw fault }
  }

  private mutating func open(_ bracket: UInt8) throws(JSONFault) {
    try expect(bracket)
    depth += 1
    guard depth <= Self.depthLimit else { throw fault }
  }

  private mutating func close() { depth -= 1 }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    let text = word.description.utf8
    guard bytes[position...].starts(with: text) else { throw fault }
    position += text.count
  }

  private mutating func skipNumber() throws(JSONFault) {
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if position < bytes.endIndex, bytes[position] == 0x30 { position += 1 } else { try digits() }
    if position < bytes.endIndex, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < bytes.endIndex, [0x45, 0x65].contains(bytes[position]) {
      position += 1
      if position < bytes.endIndex, [0x2B, 0x2D].contains(bytes[position]) { position += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(JSONFault) {
    let start = position
    while position < bytes.endIndex, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard position > start else { throw fault }
  }

  /// Reads a string with escapes, from its first character on.
  private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
    var text: [UInt8] = Array(bytes[start..<position])
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: text, as: UTF8.self) else {
          throw JSONFault(offset: start - bytes.startIndex)
        }
        return result
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw fault
      default: text.append(byte)
      }
    }
    throw fault
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    guard position < bytes.endIndex else { throw fault }
    position += 1
    switch bytes[position - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw fault
    }
    var value = try codeUnit()
    if (0xD800...0xDBFF).contains(value), bytes[position...].starts(with: [0x5C, 0x75]) {
      position += 2
      let low = try codeUnit()
      guard (0xDC00...0xDFFF).contains(low) else { throw fault }
      value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(value) else { throw fault }
    return scalar
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.endIndex,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw fault }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
