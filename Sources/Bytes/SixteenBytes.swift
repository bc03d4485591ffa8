extension Span<UInt8> {
  /// The sixteen bytes from an index on; beyond the end, zeros.
  @inlinable @inline(__always) package func sixteen(at index: Int) -> SixteenBytes {
    precondition(index >= 0, "the index is none before the first byte")
    if index > count - 16 { return last(from: index) }
    return SixteenBytes(
      unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self))
  }

  @inlinable func last(from index: Int) -> SixteenBytes {
    if count >= 16, index < count {
      let last = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: count - 16, as: UInt128.self)
      let moved = UInt128(littleEndian: last) >> UInt128(8 * (index + 16 - count))
      return SixteenBytes(unsafe unsafeBitCast(moved.littleEndian, to: SIMD16<UInt8>.self))
    }
    var sixteen = SIMD16<UInt8>()
    for place in Swift.min(index, count)..<count { sixteen[place - index] = self[place] }
    return SixteenBytes(sixteen)
  }
}

/// Sixteen bytes in one register, asked all at once.
@frozen @usableFromInline package struct SixteenBytes {
  @usableFromInline let bytes: SIMD16<UInt8>

  @inlinable init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }

  /// Those that are less than a number.
  @inlinable @inline(__always) package func below(_ limit: UInt8) -> ByteHits {
    ByteHits(bytes .< SIMD16(repeating: limit))
  }

  /// Those that are a number or more.
  @inlinable @inline(__always) package func atLeast(_ limit: UInt8) -> ByteHits {
    ByteHits(bytes .>= SIMD16(repeating: limit))
  }

  /// Those that are this one, whatever their bits that a mask has.
  @inlinable @inline(__always) package func equal(to byte: UInt8, butFor mask: UInt8 = 0)
    -> ByteHits
  {
    ByteHits(bytes & SIMD16(repeating: ~mask) .== SIMD16(repeating: byte & ~mask))
  }
}

/// Which of sixteen bytes are of a sort.
@frozen @usableFromInline package struct ByteHits {
  @usableFromInline let mask: SIMDMask<SIMD16<Int8>>

  @inlinable init(_ mask: SIMDMask<SIMD16<Int8>>) { self.mask = mask }

  /// Whether none is.
  @inlinable @inline(__always) var isEmpty: Bool { halves[0] | halves[1] == 0 }

  /// The first eight and the last eight of the sixteen: all bits of those that are.
  @inlinable @inline(__always) package var halves: SIMD2<UInt64> {
    let halves = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return SIMD2(UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
  }

  /// Those of either sort.
  @inlinable @inline(__always) package static func | (one: ByteHits, other: ByteHits) -> ByteHits {
    ByteHits(one.mask .| other.mask)
  }

  /// Those of one sort but not of the other.
  @inlinable @inline(__always) package static func - (one: ByteHits, other: ByteHits) -> ByteHits {
    ByteHits(one.mask .& .!other.mask)
  }
}
