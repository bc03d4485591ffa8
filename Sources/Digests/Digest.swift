internal import CNettle

/// A SHA-256 digest (FIPS 180-4) of some bytes.
package struct Digest: Sendable, Hashable, Comparable {
  /// The 32 bytes, as four words in the order of the bytes.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  fileprivate init(words: (UInt64, UInt64, UInt64, UInt64)) {
    self.words = words
  }

  /// Makes a digest of its 32 bytes; nil where there are more or fewer.
  package init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == 32 else { return nil }
    func word(_ index: Int) -> UInt64 {
      let start = bytes.startIndex + index * 8
      return (start..<start + 8).reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// The digest of some bytes.
  package init(of bytes: [UInt8]) {
    var hasher = DigestHasher()
    hasher.update(bytes)
    self = hasher.finish()
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(32)
    append(to: &result)
    return result
  }

  /// Appends the 32 bytes.
  package func append(to bytes: inout [UInt8]) {
    for word in [words.0, words.1, words.2, words.3] {
      unsafe withUnsafeBytes(of: word.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }
  }

  /// The digest as 64 hexadecimal digits, in small letters.
  package var hex: String {
    var digits: [UInt8] = []
    appendHex(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Makes a digest of its 64 hexadecimal digits, in small letters; nil where they are not such.
  package init?(hex digits: ArraySlice<UInt8>) {
    guard digits.count == 64 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, digit) in digits.enumerated() {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): words[index / 16] |= UInt64(digit - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): words[index / 16] |= UInt64(digit - 0x57)
      default: return nil
      }
      if index % 16 != 15 { words[index / 16] <<= 4 }
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// Appends the digest as 64 hexadecimal digits, in small letters.
  package func appendHex(to bytes: inout [UInt8]) {
    var digits = InlineArray<64, UInt8>(repeating: 0)
    var index = 0
    for word in [words.0, words.1, words.2, words.3] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 0xF
        digits[index] = digit + (digit < 10 ? 0x30 : 0x57)
        index += 1
      }
    }
    unsafe digits.span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Whether two digests are the same.
  package static func == (left: Self, right: Self) -> Bool { left.words == right.words }

  /// Whether one digest comes before another in the order of their bytes.
  package static func < (left: Self, right: Self) -> Bool { left.words < right.words }

  /// Hashes by a part of the digest, which is as good as the whole.
  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// Digests bytes as they come.
package struct DigestHasher {
  private var context = sha256_ctx()

  /// Begins with no bytes.
  package init() {
    unsafe nettle_sha256_init(&context)
  }

  /// Takes more bytes.
  package mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
    }
  }

  /// Takes the UTF-8 of a text, and a zero byte that parts it from what follows.
  package mutating func update(_ text: String) {
    update(Array(text.utf8) + [0])
  }

  /// The digest of all the bytes; the hasher begins again.
  package mutating func finish() -> Digest {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    unsafe withUnsafeMutableBytes(of: &words) { buffer in
      unsafe nettle_sha256_digest(
        &context, buffer.count, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
    return Digest(
      words: (
        UInt64(bigEndian: words.0), UInt64(bigEndian: words.1), UInt64(bigEndian: words.2),
        UInt64(bigEndian: words.3)
      ))
  }
}
