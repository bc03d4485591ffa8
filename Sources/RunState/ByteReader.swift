internal import Calendars
internal import Digests
internal import Files

/// Takes values out of bytes that ``ByteWriter`` wrote.
///
/// - Throws: ``BuildStateFault/damaged`` where the bytes are not such.
package struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  /// Reads some bytes.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func byte() throws(BuildStateFault) -> UInt8 {
    guard position < bytes.endIndex else { throw .damaged }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func flag() throws(BuildStateFault) -> Bool { try byte() != 0 }

  mutating func word() throws(BuildStateFault) -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
      guard shift < 64 else { throw .damaged }
    }
  }

  mutating func number() throws(BuildStateFault) -> Int { Int(Int64(bitPattern: try word())) }

  mutating func slice(_ count: Int) throws(BuildStateFault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw .damaged }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func text() throws(BuildStateFault) -> String {
    String(decoding: try slice(try number()), as: UTF8.self)
  }

  /// A path below the output folder.
  mutating func path() throws(BuildStateFault) -> String {
    let path = try text()
    guard FolderCursor.isBelow(path) else { throw .damaged }
    return path
  }

  mutating func raw() throws(BuildStateFault) -> [UInt8] { Array(try slice(try number())) }

  mutating func digest() throws(BuildStateFault) -> Digest {
    guard let digest = Digest(bytes: try slice(32)) else { throw .damaged }
    return digest
  }

  mutating func list<Value>(_ one: (inout ByteReader) throws(BuildStateFault) -> Value)
    throws(BuildStateFault) -> [Value]
  {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - position else { throw .damaged }
    var result: [Value] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try one(&self)) }
    return result
  }

  mutating func optional<Value>(_ one: (inout ByteReader) throws(BuildStateFault) -> Value)
    throws(BuildStateFault) -> Value?
  {
    try flag() ? try one(&self) : nil
  }

  mutating func day() throws(BuildStateFault) -> LocalDate {
    let number = try number()
    guard let day = LocalDate(year: number / 512, month: number / 32 % 16, day: number % 32) else {
      throw .damaged
    }
    return day
  }

  /// A section that ``ByteWriter/writeSection(_:)`` wrote, to be read by itself.
  mutating func section() throws(BuildStateFault) -> ByteReader {
    let length = try slice(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return ByteReader(try slice(length))
  }
}
