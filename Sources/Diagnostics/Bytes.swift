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
