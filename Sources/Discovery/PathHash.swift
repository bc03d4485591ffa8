/// A hash of texts that is the same on every machine: FNV-1a of 64 bits, mixed once more.
package enum PathHash {
  /// The hash of a text.
  package static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
    var text = text
    return text.withUTF8 { unsafe of($0, seed: seed) }
  }

  /// The hash of bytes.
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for index in 0..<bytes.count {
      unsafe hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
    }
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}
