/// What one look through the bytes of a text tells.
package struct TextTraits: Sendable {
  /// Whether they are UTF-8 of characters that texts are mostly written in, which are beyond doubt:
  /// no control characters but tabs and ends of lines, none that makes a text look other than it is.
  /// Where they are not, each is to be looked at more slowly.
  package private(set) var isCommon = true
  /// Whether they are so, and lines end with line feeds alone.
  package private(set) var hasPlainLines = true

  /// Looks through a text.
  package init(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      index = text.endOfUkrainian(from: index)
      // Sixteen bytes with a character that may be another are looked at one by one.
      let end = min(index + 16, text.count)
      while index < end {
        let length = text.lengthOfCommonCharacter(at: index)
        if length == 0 {
          isCommon = false
          hasPlainLines = false
          return
        }
        if length != 2, text.isOtherEndOfLine(at: index) { hasPlainLines = false }
        index += length
      }
    }
  }
}

extension Span<UInt8> {
  /// Passes over ASCII in print, line feeds and the letters of Ukrainian, sixteen bytes at once, to a
  /// character that may be another.
  fileprivate func endOfUkrainian(from start: Int) -> Int {
    guard start > 0 else { return start }
    var index = start
    let last = count - 16
    while index <= last, unsafe Window(unchecked: bytes, at: index).areUkrainian {
      index &+= 16
    }
    // A letter may have been skipped half.
    return self[index - 1] | 1 == 0xD1 ? index - 1 : index
  }

  /// The length of a character that texts are mostly written in; 0 for any other, and for what is no
  /// UTF-8.
  fileprivate func lengthOfCommonCharacter(at index: Int) -> Int {
    let lead = self[index]
    let length: Int
    switch lead {
    case 0x20..<0x7F, 0x0A, 0x0D, 0x09: return 1
    case 0xC2...0xDF: length = 2
    case 0xE1...0xEC: length = 3
    default: return 0
    }
    guard index + length <= count, self[index + 1] & 0xC0 == 0x80,
      length == 2 || self[index + 2] & 0xC0 == 0x80
    else { return 0 }
    switch (lead, self[index + 1]) {
    case (0xC2, ..<0xA0): return 0
    case (0xE2, 0x80) where (0xAA...0xAE).contains(self[index + 2]): return 0
    case (0xE2, 0x81) where self[index + 2] >= 0xA6: return 0
    default: return length
    }
  }

  /// Whether a carriage return, LS or PS stands at the start of a character.
  fileprivate func isOtherEndOfLine(at index: Int) -> Bool {
    self[index] == 0x0D
      || self[index] == 0xE2 && self[index + 1] == 0x80 && self[index + 2] & 0xFE == 0xA8
  }
}

/// Sixteen bytes in one register, with those one place before each.
private struct Window {
  private let bytes: SIMD2<UInt64>
  private let before: SIMD2<UInt64>

  /// Loads the bytes from an index on that is above 0 and has sixteen behind it.
  @unsafe @inline(__always) init(unchecked text: RawSpan, at index: Int) {
    bytes = unsafe text.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index, as: SIMD2<UInt64>.self)
    before = unsafe text.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index &- 1, as: SIMD2<UInt64>.self)
  }

  /// Whether all are ASCII in print, line feeds, or parts of the pairs of 0xD0 or 0xD1 and what
  /// follows it: the high bit of each byte says what is wrong with it.
  @inline(__always) var areUkrainian: Bool {
    let low = bytes & Self.all(0x7F)
    let isControl =
      ~(low &+ Self.all(0x60)) & ((low ^ Self.all(0x0A)) &+ Self.all(0x7F))
      | (low &+ Self.all(0x01))
    let follows = bytes & ~(bytes &<< 1)
    let leads = bytes & bytes &<< 1
    let isOther = ((bytes ^ Self.all(0x10)) & Self.all(0x3E)) &+ Self.all(0x7F)
    let followsLead = before & before &<< 1
    let wrong = isControl & ~bytes | leads & isOther | (follows ^ followsLead)
    let found = wrong & Self.all(0x80)
    return found.x | found.y == 0
  }

  private static func all(_ byte: UInt8) -> SIMD2<UInt64> {
    SIMD2(repeating: UInt64(byte) &* 0x0101_0101_0101_0101)
  }
}
