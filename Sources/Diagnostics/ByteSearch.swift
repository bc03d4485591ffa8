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

extension Span<UInt8> {
  /// Whether a byte is among these.
  package func holds(_ byte: UInt8) -> Bool {
    unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      return unsafe memchr(base, Int32(byte), bytes.count) != nil
    }
  }

  /// The eight bytes at an index, where there are as many.
  @unsafe @inlinable package func eightBytes(unchecked index: Int) -> EightBytes {
    let eight = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index, as: UInt64.self)
    return EightBytes(UInt64(littleEndian: eight))
  }

  /// Whether four letters of Ukrainian stand at an index.
  @inlinable package func hasFourLetters(at index: Int) -> Bool {
    guard index >= 0, index <= count &- 8 else { return false }
    return unsafe eightBytes(unchecked: index).letterCount == 4
  }

  /// Where a run of letters of Ukrainian ends that goes on at an index; there, if none does.
  @inlinable @inline(__always) package func endOfLetters(at index: Int) -> Int {
    precondition(index >= 0, "an index is 0 or more")
    var end = index
    while end <= count &- 8 {
      let letters = unsafe eightBytes(unchecked: end).letterCount
      end &+= letters &<< 1
      if letters < 4 { return end }
    }
    while end < count &- 1, self[end] | 1 == 0xD1 { end &+= 2 }
    return end
  }

  /// The first byte of a sort: eight at once are passed over, and only one that cannot be is looked
  /// at.
  ///
  /// - Parameters:
  ///   - mayHold: an answer of ``EightBytes``, or several united by `|`.
  ///   - isSought: whether the byte at an index is.
  @inlinable
  package func first(_ mayHold: (EightBytes) -> UInt64, where isSought: (Int) -> Bool) -> Int? {
    var index = 0
    while index <= count &- 8 {
      // The lowest of the high bits is never wrong.
      let hits = unsafe mayHold(eightBytes(unchecked: index)) & EightBytes.highBits
      index &+= hits.trailingZeroBitCount &>> 3
      if hits != 0 {
        if isSought(index) { return index }
        index &+= 1
      }
    }
    while index < count {
      if isSought(index) { return index }
      index &+= 1
    }
    return nil
  }
}

/// Eight bytes in one register, the first of them the lowest, asked all at once. None of them is such
/// if the high bit of each byte of an answer is 0; an answer says no more than that.
@frozen @usableFromInline package struct EightBytes {
  /// The bytes.
  @usableFromInline package let bytes: UInt64

  @inlinable init(_ bytes: UInt64) { self.bytes = bytes }

  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// How many letters of Ukrainian they begin with: each is a pair of 0xD0 or 0xD1 and what follows
  /// it.
  @inlinable package var letterCount: Int {
    ((bytes & 0xC0FE_C0FE_C0FE_C0FE) ^ 0x80D0_80D0_80D0_80D0).trailingZeroBitCount &>> 4
  }

  /// Whether some of them are less than a number up to 128.
  @inlinable package func below(_ limit: UInt8) -> UInt64 {
    (bytes &- Self.ones &* UInt64(limit)) & ~bytes
  }

  /// Whether some of them are this one, whatever their bits that a mask has.
  @inlinable package func equal(to byte: UInt8, butFor mask: UInt8 = 0) -> UInt64 {
    EightBytes((bytes ^ (Self.ones &* UInt64(byte))) & ~(Self.ones &* UInt64(mask))).below(1)
  }
}
