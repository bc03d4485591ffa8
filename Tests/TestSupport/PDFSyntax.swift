internal import CZlib

/// A value of PDF (ISO 32000-1, 7.3), as far as ``PDFFile`` needs them.
package indirect enum PDFValue {
  case number(Double)
  case name(String)
  case string([UInt8])
  case array([PDFValue])
  case dictionary([String: PDFValue])
  case reference(Int)
  /// An operator, or another word.
  case word(String)

  /// What a dictionary has under a key.
  package subscript(key: String) -> PDFValue? {
    if case .dictionary(let entries) = self { entries[key] } else { nil }
  }

  var length: Double? { if case .number(let number) = self { number } else { nil } }
  var number: Int? { if case .number(let number) = self { Int(number) } else { nil } }
  var reference: Int? { if case .reference(let number) = self { number } else { nil } }
  var name: String? { if case .name(let name) = self { name } else { nil } }
  var bytes: [UInt8]? { if case .string(let bytes) = self { bytes } else { nil } }

  /// The values of an array, or the value itself as one.
  var values: [PDFValue] { if case .array(let values) = self { values } else { [self] } }
}

/// Reads values one after the other.
struct PDFScanner {
  let bytes: [UInt8]
  var place: Int

  init(_ bytes: [UInt8], at place: Int = 0) {
    (self.bytes, self.place) = (bytes, place)
  }

  private var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

  private static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: true
    default: false
    }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D: true
    default: false
    }
  }

  private mutating func skipSpace() {
    while let byte, Self.isSpace(byte) { place += 1 }
  }

  private mutating func word() -> String {
    let start = place
    while let byte, !Self.isSpace(byte), !Self.isDelimiter(byte) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// The next value; nil at the end, and at a bracket that closes.
  mutating func value() -> PDFValue? {
    skipSpace()
    guard let byte else { return nil }
    switch byte {
    case UInt8(ascii: "/"):
      place += 1
      return .name(word())
    case UInt8(ascii: "("): return .string(literal())
    case UInt8(ascii: "["):
      place += 1
      return .array(list())
    case UInt8(ascii: "<") where place + 1 < bytes.count && bytes[place + 1] == byte:
      place += 2
      let values = list()
      place += 1
      var entries: [String: PDFValue] = [:]
      for index in stride(from: 0, to: values.count - 1, by: 2) {
        entries[values[index].name ?? ""] = values[index + 1]
      }
      return .dictionary(entries)
    case UInt8(ascii: "<"): return .string(hexadecimal())
    case _ where Self.isDelimiter(byte): return nil
    default: break
    }
    let word = word()
    guard let number = Double(word) else { return .word(word) }
    // A number, another one and R name an object.
    let before = place
    skipSpace()
    if Int(word) != nil, self.word() == "0" {
      skipSpace()
      if self.word() == "R" { return .reference(Int(number)) }
    }
    place = before
    return .number(number)
  }

  private mutating func list() -> [PDFValue] {
    var values: [PDFValue] = []
    while let value = value() { values.append(value) }
    place += 1
    return values
  }

  private mutating func literal() -> [UInt8] {
    var result: [UInt8] = []
    place += 1
    while let byte, byte != UInt8(ascii: ")") {
      place += 1
      if byte == UInt8(ascii: "\\"), let escaped = self.byte {
        place += 1
        result.append(escaped == UInt8(ascii: "r") ? 13 : escaped)
      } else {
        result.append(byte)
      }
    }
    place += 1
    return result
  }

  private mutating func hexadecimal() -> [UInt8] {
    place += 1
    let start = place
    while let byte, byte != UInt8(ascii: ">") { place += 1 }
    let digits = bytes[start..<place].compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    place += 1
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}

/// Bytes as they were before zlib compressed them; nil where it did not.
func inflated(_ bytes: [UInt8]) -> [UInt8]? {
  for factor in [8, 64, 1100] {
    var length = UInt(bytes.count * factor + 1024)
    var code = Z_OK
    let result = unsafe [UInt8](unsafeUninitializedCapacity: Int(length)) { room, count in
      code = unsafe bytes.withUnsafeBufferPointer { source in
        unsafe uncompress(room.baseAddress, &length, source.baseAddress, UInt(source.count))
      }
      count = code == Z_OK ? Int(length) : 0
    }
    if code == Z_OK { return result }
    guard code == Z_BUF_ERROR else { return nil }
  }
  return nil
}
