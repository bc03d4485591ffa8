internal import Diagnostics

/// What is asked of a text as it was written.
extension Span<UInt8> {
  /// Whether it says nothing.
  var isBlank: Bool { indices.allSatisfy { isSpace(at: $0) } }

  /// The place of the text without white space at its ends, which block scalars leave.
  var trimmedIndices: Range<Int> {
    var start = 0
    var end = count
    while start < end, isSpace(at: start) { start += 1 }
    while start < end, isSpace(at: end - 1) { end -= 1 }
    return start..<end
  }

  /// The number of its Unicode scalars.
  var scalarCount: Int { indices.count { self[$0] & 0xC0 != 0x80 } }

  private func isSpace(at index: Int) -> Bool {
    let byte = self[index]
    return byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
