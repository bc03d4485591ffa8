import Diagnostics
import Files
internal import Glibc

/// Why a file of records is of no use.
enum BuildStateFault: Error {
  /// It is not what was written, or was not written to its end.
  case damaged

  /// The fault that ends a run where a file of this very run is damaged.
  var fault: ProgramFault {
    ProgramFault(
      uk: "робочий файл пакета пошкоджено: запустіть ще раз із --force",
      en: "a working file of the batch is damaged: run again with --force")
  }

  /// Does something that reads this run's own files.
  static func turned<Value>(_ body: () throws(BuildStateFault) -> Value) throws(ProgramFault)
    -> Value
  {
    do throws(BuildStateFault) {
      return try body()
    } catch {
      throw error.fault
    }
  }
}

/// A file of records that are found by their offsets.
final class RecordStore: Sendable {
  let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) {
    self.descriptor = descriptor
  }

  /// A file without a name in a folder: nothing of it is left when the run ends in whatever way.
  static func nameless(in folder: String, _ output: OutputFolder) throws(ProgramFault)
    -> RecordStore
  {
    do throws(SystemError) {
      let file = unsafe open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0o600)
      if file >= 0 { return RecordStore(try Descriptor(file)) }
      let path = folder + "/" + output.asideName(UInt64.random(in: 1 << 40...1 << 48))
      let named = try Descriptor(
        unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600))
      unsafe unlink(path)
      return RecordStore(named)
    } catch {
      throw error.fault("створити робочий файл у", "create a working file in", folder)
    }
  }

  /// O_TMPFILE of Linux, a macro that Swift does not import.
  private static var O_TMPFILE: Int32 { 0o20000000 | O_DIRECTORY }
}

/// Reads the records of a store through a window that moves on with the offsets.
struct RecordWindow {
  private let store: RecordStore
  private var bytes: [UInt8] = []
  private var start = 0
  private let size: Int

  /// Makes a window of some bytes; a small one where records are read here and there.
  init(_ store: RecordStore, size: Int = 1 << 16) {
    self.store = store
    self.size = size
  }

  /// The bytes of the record at an offset and where the next one begins; nil at the end mark.
  mutating func record(at offset: Int) throws(BuildStateFault) -> (ByteReader, next: Int)? {
    try fill(offset, 4)
    var from = offset - start
    guard from + 4 <= bytes.count else { throw .damaged }
    let length = bytes[from..<from + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length > 0 else { return nil }
    guard length < 1 << 30 else { throw .damaged }
    try fill(offset, 4 + length)
    from = offset - start + 4
    guard from + length <= bytes.count else { throw .damaged }
    return (ByteReader(bytes[from..<from + length]), offset + 4 + length)
  }

  /// The bytes of the record at an offset, its length first.
  mutating func raw(at offset: Int) throws(BuildStateFault) -> ArraySlice<UInt8> {
    guard let (_, next) = try record(at: offset) else { throw .damaged }
    return bytes[offset - start..<next - start]
  }

  /// The record at an offset.
  mutating func record(at offset: Int, _ parts: FileRecord.Parts) throws(BuildStateFault)
    -> FileRecord
  {
    guard var (reader, _) = try record(at: offset) else { throw .damaged }
    return try FileRecord(&reader, parts)
  }

  /// Sees to it that some bytes from an offset on are in the window, as far as the file has them.
  private mutating func fill(_ offset: Int, _ count: Int) throws(BuildStateFault) {
    if offset >= start, offset + count <= start + bytes.count { return }
    let capacity = max(size, count)
    start = offset
    let descriptor = store.descriptor.number
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

/// Writes records one after the other to a store, through a buffer.
struct RecordAppender {
  let store: RecordStore
  private var buffer: [UInt8] = []
  /// How many bytes were taken: the offset of the next record.
  private(set) var offset: Int
  private static let limit = 1 << 16

  init(_ store: RecordStore, at offset: Int = 0) {
    self.store = store
    self.offset = offset
  }

  /// Takes bytes.
  mutating func append(_ bytes: some Collection<UInt8>) throws(SystemError) {
    buffer.append(contentsOf: bytes)
    offset += bytes.count
    if buffer.count >= Self.limit { try flush() }
  }

  /// Writes what was taken.
  mutating func flush() throws(SystemError) {
    try store.descriptor.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
