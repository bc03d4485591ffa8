internal import Glibc

extension [UInt8] {
  /// Makes an array of lent bytes.
  @inlinable package init(copying span: Span<UInt8>) {
    self = []
    append(copying: span)
  }

  /// Appends lent bytes.
  @inlinable package mutating func append(copying span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension String {
  /// Makes a text of lent bytes.
  package init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension Span<UInt8> {
  /// Whether these are those bytes.
  package func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBufferPointer { own in
      unsafe other.withUnsafeBufferPointer { other in
        guard let start = own.baseAddress, let otherStart = other.baseAddress else { return true }
        return unsafe memcmp(start, otherStart, other.count) == 0
      }
    }
  }

  /// Whether a byte is among these.
  package func holds(_ byte: UInt8) -> Bool {
    unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      return unsafe memchr(base, Int32(byte), bytes.count) != nil
    }
  }

  /// Whether four letters of Ukrainian stand at an index: each is a pair of 0xD0 or 0xD1 and what
  /// follows it.
  @inlinable package func hasFourLetters(at index: Int) -> Bool {
    guard index + 8 <= count else { return false }
    let four = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    return UInt64(littleEndian: four) & 0xC0FE_C0FE_C0FE_C0FE == 0x80D0_80D0_80D0_80D0
  }

  /// The first byte of a sort: eight at once are passed over, and only where they cannot be, each
  /// is looked at.
  ///
  /// - Parameters:
  ///   - mayHold: an answer of ``EightBytes``, or several united by `|`.
  ///   - isSought: whether the byte at an index is.
  @inlinable
  package func first(_ mayHold: (EightBytes) -> UInt64, where isSought: (Int) -> Bool) -> Int? {
    var index = 0
    while index < count {
      if index + 8 <= count {
        let eight = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        if mayHold(EightBytes(eight)) & EightBytes.highBits == 0 {
          index += 8
          continue
        }
      }
      let end = Swift.min(index + 8, count)
      while index < end {
        if isSought(index) { return index }
        index += 1
      }
    }
    return nil
  }
}

/// Eight bytes in one register, asked all at once. None of them is such if the high bit of each byte
/// of an answer is 0; an answer says no more than that.
@frozen @usableFromInline package struct EightBytes {
  @usableFromInline let bytes: UInt64

  @inlinable init(_ bytes: UInt64) { self.bytes = bytes }

  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// Whether some of them are less than a number up to 128.
  @inlinable package func below(_ limit: UInt8) -> UInt64 {
    (bytes &- Self.ones &* UInt64(limit)) & ~bytes
  }

  /// Whether some of them are this one, whatever their bits that a mask has.
  @inlinable package func equal(to byte: UInt8, butFor mask: UInt8 = 0) -> UInt64 {
    EightBytes((bytes ^ (Self.ones &* UInt64(byte))) & ~(Self.ones &* UInt64(mask))).below(1)
  }
}
