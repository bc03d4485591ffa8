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

  /// Appends a byte so many times.
  @inlinable package mutating func append(repeating byte: UInt8, count: Int) {
    append(addingCapacity: count) { $0.append(repeating: byte, count: count) }
  }
}

extension OutputSpan<UInt8> {
  /// Appends lent bytes, for which there must be room.
  @inlinable @inline(__always) package mutating func append(copying span: Span<UInt8>) {
    precondition(span.count <= freeCapacity, "there is room for the bytes")
    unsafe withUnsafeMutableBufferPointer { room, count in
      unsafe span.withUnsafeBufferPointer { bytes in
        guard let to = room.baseAddress, let from = bytes.baseAddress else { return }
        unsafe (to + count).initialize(from: from, count: bytes.count)
        count += bytes.count
      }
    }
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

  /// The first byte of a sort: sixteen at once are passed over, and only where they cannot be, each
  /// is looked at.
  ///
  /// - Parameters:
  ///   - mayHold: an answer of ``SixteenBytes``, or several united by `|`.
  ///   - isSought: whether the byte at an index is.
  @inlinable
  package func first(_ mayHold: (SixteenBytes) -> ByteHits, where isSought: (Int) -> Bool) -> Int? {
    var index = 0
    while index < count {
      if count >= 16 {
        // The last sixteen may hold some that were passed over before.
        let start = Swift.min(index, count - 16)
        if mayHold(sixteen(at: start)).isEmpty {
          index = start + 16
          continue
        }
      }
      let end = Swift.min(index + 16, count)
      while index < end {
        if isSought(index) { return index }
        index += 1
      }
    }
    return nil
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
