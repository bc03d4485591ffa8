/// A checksum against damage, not against forgery: one changed byte always changes it.
enum Checksum {
  /// The checksum of a record and its path.
  static func of(_ path: String, _ bytes: [UInt8]) -> Int {
    var sum = UInt64(bytes.count)
    var path = path
    path.withUTF8 { unsafe add(UnsafeRawBufferPointer($0), to: &sum) }
    unsafe bytes.withUnsafeBytes { unsafe add($0, to: &sum) }
    return Int(bitPattern: UInt(sum))
  }

  private static func add(_ bytes: UnsafeRawBufferPointer, to sum: inout UInt64) {
    var index = 0
    // Four sums side by side: none waits for another.
    if bytes.count >= 64 {
      var sums = SIMD4<UInt64>(sum, 1, 2, 3)
      while index + 32 <= bytes.count {
        let words = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
        for lane in 0..<4 { mix(UInt64(littleEndian: words[lane]), into: &sums[lane]) }
        index += 32
      }
      sum = sums[0]
      for lane in 1..<4 { mix(sums[lane], into: &sum) }
    }
    while index + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      mix(UInt64(littleEndian: word), into: &sum)
      index += 8
    }
    var rest: UInt64 = 1
    while index < bytes.count {
      unsafe rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    mix(rest, into: &sum)
  }

  private static func mix(_ word: UInt64, into sum: inout UInt64) {
    sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
    sum ^= sum >> 29
  }
}
