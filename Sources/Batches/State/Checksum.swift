import Files
internal import Glibc

/// A checksum against damage, not against forgery: one changed byte always changes it.
enum Checksum {
  /// The checksum of the first bytes of a file; nil where they cannot be read.
  static func of(_ file: borrowing Descriptor, _ size: Int) -> UInt64? {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var sum = UInt64(size)
    var offset = 0
    while offset < size {
      let count = min(buffer.count, size - offset)
      let padded = (count + 7) / 8 * 8
      let number = file.number
      let isRead = unsafe buffer.withUnsafeMutableBytes { bytes in
        for index in count..<padded { unsafe bytes[index] = 0 }
        return unsafe pread(number, bytes.baseAddress, count, offset) == count
      }
      guard isRead else { return nil }
      unsafe buffer.withUnsafeBytes { bytes in
        for index in stride(from: 0, to: padded, by: 8) {
          let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          sum = (sum ^ UInt64(littleEndian: word)) &* 0x9E37_79B9_7F4A_7C15
          sum ^= sum >> 29
        }
      }
      offset += count
    }
    return sum
  }
}
