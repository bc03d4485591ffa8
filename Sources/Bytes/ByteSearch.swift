internal import Glibc

extension [UInt8] {
  /// Whether these bytes hold those of a text in one run.
  ///
  /// The places where the run may start are looked for by the C library, many bytes at a time: the
  /// rarer its first byte, the faster.
  package func holds(_ text: String) -> Bool {
    let sought = Array(text.utf8)
    guard let first = sought.first else { return true }
    var start = 0
    while start + sought.count <= count {
      guard let hit = place(of: first, from: start) else { return false }
      if self[hit...].starts(with: sought) { return true }
      start = hit + 1
    }
    return false
  }

  /// The first place of a byte from a place on.
  package func place(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let hit = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
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
