import Bytes
internal import Diagnostics

/// What is asked of a text as it was written.
extension Span<UInt8> {
  /// Whether it says nothing: it is empty, or has only what people do not see.
  package var isBlank: Bool {
    if count > 0, self[0] | 1 == 0xD1 { return false }
    let rest = trimmedIndices
    guard let first = rest.first else { return true }
    switch self[first] {
    // ASCII and the letters of Ukrainian, as most texts begin.
    case 0x21..<0x7F, 0xD0, 0xD1: return false
    default: return String(copying: extracting(rest)).unicodeScalars.allSatisfy(BlankText.isBlank)
    }
  }

  /// Whether it is a spelling of YAML's null, which is no value where it stands without quotation
  /// marks.
  package var isNull: Bool {
    switch count {
    case 1: self[0] == UInt8(ascii: "~")
    case 4: ["null", "Null", "NULL"].contains { equals($0.utf8.span) }
    default: false
    }
  }

  /// The place of the text without white space at its ends, which block scalars leave.
  package var trimmedIndices: Range<Int> {
    var start = 0
    var end = count
    while start < end, isSpace(at: start) { start += 1 }
    while start < end, isSpace(at: end - 1) { end -= 1 }
    return start..<end
  }

  /// The number of its Unicode scalars.
  package var scalarCount: Int { indices.count { self[$0] & 0xC0 != 0x80 } }

  private func isSpace(at index: Int) -> Bool {
    let byte = self[index]
    return byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}

/// What nobody sees of a text.
package enum BlankText {
  /// The characters that show nothing by themselves: white space, those that only part or join
  /// words, fillers, and marks that stand over a letter.
  package static let ranges: [ClosedRange<UInt32>] = [
    0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0xAD...0xAD, 0x300...0x36F,
    0x483...0x489, 0x115F...0x1160, 0x1680...0x1680, 0x17B4...0x17B5, 0x180B...0x180F,
    0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
    0x20D0...0x20FF, 0x2800...0x2800, 0x3000...0x3000, 0x3164...0x3164, 0xFE00...0xFE0F,
    0xFE20...0xFE2F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0,
  ]

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) }
  }
}
