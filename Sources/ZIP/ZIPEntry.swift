internal import Compression

/// A file in an archive, compressed once for all archives that it goes into.
package struct ZIPEntry: Sendable {
  /// How its bytes stand in the archive.
  enum Method: UInt16 {
    case stored = 0
    case deflated = 8
  }

  /// Its path in the archive, with slashes.
  package let name: String
  /// How its bytes stand in the archive.
  let method: Method
  /// Its bytes as they stand there.
  let data: [UInt8]
  /// How many bytes it has.
  let size: Int
  /// The checksum of its bytes.
  let checksum: UInt32

  /// Makes a file of its bytes, compressed where that makes it smaller.
  package init(_ name: String, _ bytes: [UInt8]) {
    let compressed = Deflate.compressBare(bytes)
    if compressed.count < bytes.count {
      self.init(name, of: bytes, .deflated, Array(compressed))
    } else {
      self.init(name, stored: bytes)
    }
  }

  /// Makes a file of its bytes as they are: what must be read without unpacking, such as the media
  /// type with which some archives begin.
  package init(_ name: String, stored bytes: [UInt8]) {
    self.init(name, of: bytes, .stored, bytes)
  }

  private init(_ name: String, of bytes: [UInt8], _ method: Method, _ data: [UInt8]) {
    (self.name, self.method, self.data) = (name, method, data)
    (size, checksum) = (bytes.count, CRC32.of(bytes))
  }
}
