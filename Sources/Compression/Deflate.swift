internal import CZlib

/// Compresses bytes as zlib does: the same bytes become the same, always.
package enum Deflate {
  /// How hard it looks for repetitions: what text of pages gains beyond is not worth the time.
  private static let level: Int32 = 6

  /// The version of zlib that runs: `1.2.13`; other versions may compress otherwise.
  package static var version: String {
    unsafe zlibVersion().map { unsafe String(cString: $0) } ?? ""
  }

  /// The compressed bytes between zlib's head and checksum (RFC 1950).
  package static func compress(_ bytes: [UInt8]) -> [UInt8] {
    let limit = Int(compressBound(UInt(bytes.count)))
    return unsafe [UInt8](unsafeUninitializedCapacity: limit) { room, count in
      var length = UInt(limit)
      let code = unsafe bytes.withUnsafeBufferPointer { source in
        unsafe compress2(room.baseAddress, &length, source.baseAddress, UInt(source.count), level)
      }
      precondition(code == Z_OK, "there is room for all that zlib may write")
      count = Int(length)
    }
  }

  /// The compressed bytes alone (RFC 1951), as archives have them.
  package static func compressBare(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let (head, checksum) = (2, 4)
    return compress(bytes).dropFirst(head).dropLast(checksum)
  }
}
