extension Span<UInt8> {
  /// Whether a byte is among these.
  package func holds(_ byte: UInt8) -> Bool {
    let place = first {
      $0.equal(to: byte)
    } where: {
      self[$0] == byte
    }
    return place != nil
  }

  /// The first byte of a sort: eight at once are passed over, and only where they cannot be, each
  /// is looked at.
  ///
  /// - Parameters:
  ///   - mayHold: what is not 0 if one of eight bytes may be of that sort.
  ///   - isSought: whether the byte at an index is.
  @inlinable
  package func first(_ mayHold: (EightBytes) -> UInt64, where isSought: (Int) -> Bool) -> Int? {
    var index = 0
    while index < count {
      let end = Swift.min(index + 8, count)
      if end - index == 8 {
        let eight = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        if mayHold(EightBytes(eight)) == 0 {
          index = end
          continue
        }
      }
      while index < end {
        if isSought(index) { return index }
        index += 1
      }
    }
    return nil
  }
}

/// Eight bytes in one register, asked all at once. An answer is 0 if none of them is such, and says
/// no more than that.
@frozen @usableFromInline package struct EightBytes {
  @usableFromInline let bytes: UInt64

  @inlinable init(_ bytes: UInt64) { self.bytes = bytes }

  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// Whether some of them are less than a number up to 128.
  @inlinable package func below(_ limit: UInt8) -> UInt64 {
    (bytes &- Self.ones &* UInt64(limit)) & ~bytes & Self.highBits
  }

  /// Whether some of them are this one.
  @inlinable package func equal(to byte: UInt8) -> UInt64 {
    EightBytes(bytes ^ (Self.ones &* UInt64(byte))).below(1)
  }
}
