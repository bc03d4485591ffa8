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

  /// Appends the words of a text, one space between each two, whatever white space stood there.
  package mutating func append(wordsOf text: Span<UInt8>) {
    if text.isOfSpacedWords { return append(copying: text) }
    let start = count
    var word = 0
    while word < text.count {
      var end = word
      while end < text.count, !text[end].isWhiteSpace { end += 1 }
      if end > word {
        if count > start { append(0x20) }
        append(copying: text.extracting(word..<end))
      }
      word = end + 1
    }
  }

  /// Appends a byte so many times.
  @inlinable package mutating func append(repeating byte: UInt8, count: Int) {
    append(addingCapacity: count) { $0.append(repeating: byte, count: count) }
  }
}

extension Span<UInt8> {
  /// Whether it is words with one space between each two, sixteen bytes looked at at once.
  fileprivate var isOfSpacedWords: Bool {
    guard count > 0, self[0] != 0x20, self[count - 1] != 0x20 else { return false }
    /// Whether the byte in front of the sixteen is a space, in its lowest byte.
    var last: UInt64 = 0
    for index in stride(from: 0, to: count, by: 16) {
      let bytes = sixteen(at: index)
      let others = (bytes.below(0x0E) - bytes.below(0x09)).halves
      let spaces = bytes.equal(to: 0x20).halves
      let pairs =
        spaces[0] & (spaces[0] << 8 | last) | spaces[1] & (spaces[1] << 8 | spaces[0] >> 56)
      if others[0] | others[1] | pairs != 0 { return false }
      last = spaces[1] >> 56
    }
    return true
  }
}

extension UInt8 {
  /// Whether this is white space of ASCII.
  fileprivate var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
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
}
