internal import CZlib

/// The checksum of ISO 3309, which tells that bytes were damaged by accident.
package enum CRC32 {
  /// The checksum of some bytes.
  package static func of(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { source in
      UInt32(truncatingIfNeeded: unsafe crc32_z(0, source.baseAddress, source.count))
    }
  }
}
