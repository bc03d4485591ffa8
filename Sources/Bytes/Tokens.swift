extension Span<UInt8> {
  /// Where the token ends that begins at an index, at a space or the end of the text, and a hash of
  /// its bytes.
  @inlinable @inline(__always) package func token(from start: Int) -> (end: Int, hash: UInt64) {
    precondition(start >= 0, "an index is 0 or more")
    var hash: UInt64 = 0
    var end = start
    while end <= count &- 8 {
      let eight = unsafe eightBytes(unchecked: end)
      let length = eight.lengthBeforeSpace
      if length == 8 {
        hash = EightBytes.hash(hash, eight.bytes)
        end &+= 8
      } else {
        return (
          end &+ length, EightBytes.hash(hash, eight.bytes & ~(.max &<< (UInt64(length) &<< 3)))
        )
      }
    }
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    while end < count, self[end] != 0x20 {
      rest |= UInt64(self[end]) &<< shift
      shift &+= 8
      end &+= 1
    }
    return (end, EightBytes.hash(hash, rest))
  }

  /// A hash of all bytes.
  @inlinable var hash: UInt64 {
    var hash = UInt64(count)
    var index = 0
    while index <= count &- 8 {
      hash = EightBytes.hash(hash, unsafe eightBytes(unchecked: index).bytes)
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < count {
      rest = rest &<< 8 | UInt64(self[index])
      index &+= 1
    }
    return EightBytes.hash(hash, rest)
  }

  /// Whether the bytes from an index on are those of a part of another text, and as many.
  @inlinable @inline(__always)
  package func isSame(_ start: Int, as text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    precondition(start >= 0 && range.count <= count &- start, "the bytes are there")
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "the bytes are there")
    var index = 0
    while index &+ 8 <= range.count {
      let (own, other) = unsafe (
        eightBytes(unchecked: start &+ index),
        text.eightBytes(unchecked: range.lowerBound &+ index)
      )
      if own.bytes != other.bytes { return false }
      index &+= 8
    }
    while index < range.count {
      if unsafe self[unchecked: start &+ index] != text[unchecked: range.lowerBound &+ index] {
        return false
      }
      index &+= 1
    }
    return true
  }
}

extension EightBytes {
  /// How many of them stand before a space.
  @inlinable var lengthBeforeSpace: Int {
    let others = bytes ^ 0x2020_2020_2020_2020
    let spaces = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
    return spaces.trailingZeroBitCount &>> 3
  }

  /// A hash goes on with eight bytes.
  @inlinable static func hash(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (hash ^ bytes).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.low ^ product.high
  }
}
