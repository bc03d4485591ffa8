internal import Calendars
internal import Digests

/// Puts values into bytes, as ``ByteReader`` takes them out: whole numbers in LEB128, texts and
/// lists with their length before them, sections with theirs in four bytes.
package struct ByteWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// Makes a writer that has written nothing.
  package init() {}

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      write(buffer.count)
      unsafe bytes.append(contentsOf: buffer)
    }
  }

  mutating func append(_ buffer: Slice<UnsafeBufferPointer<UInt8>>) {
    unsafe bytes.append(contentsOf: buffer)
  }

  mutating func write(_ raw: [UInt8]) {
    write(raw.count)
    bytes += raw
  }

  mutating func write(_ digest: Digest) { digest.append(to: &bytes) }

  mutating func write<Value>(_ list: [Value], _ one: (inout ByteWriter, Value) -> Void) {
    write(list.count)
    for value in list { one(&self, value) }
  }

  mutating func write<Value>(_ optional: Value?, _ one: (inout ByteWriter, Value) -> Void) {
    write(optional != nil)
    if let optional { one(&self, optional) }
  }

  mutating func write(_ day: LocalDate) { write(day.year * 512 + day.month * 32 + day.day) }

  /// Writes something with its length before it, so that a reader may pass it by.
  mutating func writeSection(_ body: (inout ByteWriter) -> Void) {
    let start = bytes.count
    for _ in 0..<4 { bytes.append(0) }
    body(&self)
    let length = bytes.count - start - 4
    for index in 0..<4 {
      bytes[start + index] = UInt8(truncatingIfNeeded: length >> (8 * index))
    }
  }

  /// Forgets what was written.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
