internal import Glibc

/// Why a file of records is of no use.
enum LedgerFault: Error {
  /// It is not what was written, or was not written to its end.
  case damaged
}

/// A file of records that are found by their offsets.
struct RecordFile: Sendable {
  let descriptor: Int32

  /// Reads a record through a window that moves on with the offsets.
  struct Window {
    private let descriptor: Int32
    private var bytes: [UInt8] = []
    private var start = 0
    private let size: Int

    /// Makes a window of some bytes.
    init(_ file: RecordFile, size: Int = 1 << 16) {
      descriptor = file.descriptor
      self.size = size
    }

    /// The bytes of the record at an offset and where the next one begins; nil at the end mark.
    mutating func record(at offset: Int) throws(LedgerFault) -> (ByteReader, next: Int)? {
      try fill(offset, 10)
      var reader = ByteReader(bytes[(offset - start)...])
      let length = try reader.number()
      guard length > 0 else { return nil }
      guard length < 1 << 30 else { throw .damaged }
      let head = reader.position - (offset - start)
      try fill(offset, head + length)
      let from = offset - start + head
      guard from + length <= bytes.count else { throw .damaged }
      return (ByteReader(bytes[from..<from + length]), offset + head + length)
    }

    /// Sees to it that some bytes from an offset on are in the window, as far as the file has them.
    private mutating func fill(_ offset: Int, _ count: Int) throws(LedgerFault) {
      if offset >= start, offset + count <= start + bytes.count { return }
      let capacity = max(size, count)
      start = offset
      let descriptor = descriptor
      var failed = false
      bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
        while filled < capacity {
          let got = unsafe pread(
            descriptor, buffer.baseAddress.map { unsafe $0 + filled }, capacity - filled,
            offset + filled)
          if got < 0, errno == EINTR { continue }
          failed = got < 0
          if got <= 0 { break }
          filled += got
        }
      }
      if failed || bytes.isEmpty { throw .damaged }
    }
  }
}

/// Writes records one after the other to a file, through a buffer.
struct RecordAppender: ~Copyable {
  private let descriptor: Descriptor
  private var buffer: [UInt8] = []
  /// How many bytes were taken: the offset of the next record.
  private(set) var offset = 0
  private static let limit = 1 << 16

  init(_ descriptor: consuming Descriptor) {
    self.descriptor = descriptor
  }

  /// Takes bytes.
  mutating func append(_ bytes: [UInt8]) throws(SystemError) {
    buffer += bytes
    offset += bytes.count
    if buffer.count >= Self.limit { try flush() }
  }

  /// Writes what was taken.
  mutating func flush() throws(SystemError) {
    try descriptor.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// The file, to be read while this is alive.
  var file: RecordFile { RecordFile(descriptor: descriptor.number) }
}
