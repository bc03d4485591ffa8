/// The tables of a font file (ISO/IEC 14496-22) as far as a writer of pages reads them by itself:
/// what it is called, and its measures. What is cut short gives nothing.
struct FontTables {
  private let bytes: [UInt8]
  private var places: [UInt32: Range<Int>] = [:]

  /// Finds the tables of a file with TrueType outlines; nil where it is none.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let version = Self.number(bytes, at: 0, 4), version == 0x1_0000 || version == 0x7472_7565,
      let count = Self.number(bytes, at: 4, 2)
    else { return nil }
    for index in 0..<count {
      let entry = 12 + index * 16
      guard let tag = Self.number(bytes, at: entry, 4),
        let start = Self.number(bytes, at: entry + 8, 4),
        let length = Self.number(bytes, at: entry + 12, 4), start + length <= bytes.count
      else { return nil }
      places[UInt32(tag)] = start..<start + length
    }
    for tag in ["glyf", "head", "hhea", "hmtx", "loca", "maxp", "cmap"] where !has(tag) {
      return nil
    }
  }

  private static func number(_ bytes: [UInt8], at place: Int, _ size: Int) -> Int? {
    guard place >= 0, place + size <= bytes.count else { return nil }
    return bytes[place..<place + size].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func key(_ tag: String) -> UInt32 {
    tag.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  func has(_ tag: String) -> Bool { places[Self.key(tag)] != nil }

  /// A whole number without sign in a table.
  func number(_ tag: String, at offset: Int, size: Int = 2) -> Int? {
    guard let table = places[Self.key(tag)], offset + size <= table.count else { return nil }
    return Self.number(bytes, at: table.lowerBound + offset, size)
  }

  /// A whole number of two bytes with its sign.
  func signed(_ tag: String, at offset: Int) -> Int? {
    number(tag, at: offset).map { Int(Int16(truncatingIfNeeded: $0)) }
  }

  /// Whether its maker lets documents embed it.
  var mayBeEmbedded: Bool { (number("OS/2", at: 8) ?? 0) & 0xF != 2 }

  /// A name of the font by its number.
  func name(_ id: Int) -> String? {
    guard let count = number("name", at: 2), let texts = number("name", at: 4),
      let table = places[Self.key("name")]
    else { return nil }
    for index in 0..<count {
      let entry = 6 + index * 12
      // Windows, Unicode, English.
      guard number("name", at: entry) == 3, number("name", at: entry + 4) == 0x409,
        number("name", at: entry + 6) == id, let length = number("name", at: entry + 8),
        let offset = number("name", at: entry + 10), texts + offset + length <= table.count
      else { continue }
      let start = table.lowerBound + texts + offset
      let units = stride(from: start, to: start + length - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    return nil
  }
}
