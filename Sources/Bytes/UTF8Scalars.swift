/// Reads scalars out of UTF-8 by what their first byte says of their length. Whether the bytes behind
/// it continue it, is not asked: text that is to be right is held against the standard before. A byte
/// that begins none, or too near the end, is U+FFFD.
package enum UTF8Scalars {
  /// The scalar that starts at an index, with the number of its bytes.
  @inline(__always)
  package static func scalar(in bytes: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    if lead & 0xE0 == 0xC0, index &+ 1 < bytes.count {
      return ((lead & 0x1F) << 6 | UInt32(unsafe bytes[unchecked: index &+ 1] & 0x3F), 2)
    }
    if lead & 0xF0 == 0xE0, index + 2 < bytes.count {
      let middle = UInt32(bytes[index + 1] & 0x3F) << 6
      return ((lead & 0x0F) << 12 | middle | UInt32(bytes[index + 2] & 0x3F), 3)
    }
    if lead & 0xF8 == 0xF0, index + 3 < bytes.count {
      let middle = UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
      return (min((lead & 0x07) << 18 | middle | UInt32(bytes[index + 3] & 0x3F), 0x10_FFFF), 4)
    }
    return (0xFFFD, 1)
  }

  /// The scalar that ends before an index; nil at the start.
  package static func scalar(in bytes: Span<UInt8>, before index: Int) -> UInt32? {
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(in: bytes, at: start).value
  }
}
