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
    let word = { (index: Int) in
      UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    // Four sums side by side: none waits for another.
    if bytes.count >= 64 {
      var (second, third, fourth): (UInt64, UInt64, UInt64) = (1, 2, 3)
      while index &+ 32 <= bytes.count {
        mix(word(index), into: &sum)
        mix(word(index &+ 8), into: &second)
        mix(word(index &+ 16), into: &third)
        mix(word(index &+ 24), into: &fourth)
        index &+= 32
      }
      for other in [second, third, fourth] { mix(other, into: &sum) }
    }
    while index &+ 8 <= bytes.count {
      mix(word(index), into: &sum)
      index &+= 8
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
