extension Span<UInt8> {
  /// The eight bytes at an index, where there are as many.
  @unsafe @inlinable package func eightBytes(unchecked index: Int) -> EightBytes {
    let eight = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index, as: UInt64.self)
    return EightBytes(UInt64(littleEndian: eight))
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
}

/// Eight bytes in one register, the first of them the lowest.
@frozen @usableFromInline package struct EightBytes {
  /// The bytes.
  @usableFromInline package let bytes: UInt64

  @inlinable init(_ bytes: UInt64) { self.bytes = bytes }

  /// How many letters of Ukrainian they begin with: each is a pair of 0xD0 or 0xD1 and what follows
  /// it.
  @inlinable package var letterCount: Int {
    ((bytes & 0xC0FE_C0FE_C0FE_C0FE) ^ 0x80D0_80D0_80D0_80D0).trailingZeroBitCount &>> 4
  }
}
