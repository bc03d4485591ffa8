internal import Diagnostics
internal import Glibc

/// An open file, closed with its owner. A signal cuts neither reading nor writing short.
package struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  /// Takes an open file over.
  ///
  /// - Throws: the system's error code where the number says that opening failed.
  package init(_ number: Int32) throws(SystemError) {
    guard number >= 0 else { throw SystemError(code: errno) }
    self.number = number
  }

  /// Opens a file for reading, links followed; never waits for a pipe's other end.
  ///
  /// - Throws: why it cannot be opened.
  package init(reading path: String) throws(SystemError) {
    try self.init(unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC))
  }

  deinit { close(number) }

  /// What the file system says of it.
  package func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw SystemError(code: errno) }
    return FileStatus(status)
  }

  /// The stamp of it.
  package func stamp() throws(SystemError) -> FileStamp { try status().stamp }
}

/// Reading.
extension Descriptor {
  /// The next bytes, at most so many, or those from an offset on; none at the end.
  package func read(_ count: Int, at offset: Int? = nil) throws(SystemError) -> [UInt8] {
    var got = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      got = unsafe Self.read(number, UnsafeMutableRawBufferPointer(buffer), at: offset)
      filled = max(0, got)
    }
    guard got >= 0 else { throw SystemError(code: Int32(-got)) }
    return bytes
  }

  /// All bytes from where the file stands to its end; some more than a limit where there are more.
  ///
  /// - Parameter size: how many it is said to have.
  package func readAll(expecting size: Int, limit: Int) throws(SystemError) -> [UInt8] {
    try Self.readAll(number, expecting: size, limit: limit)
  }

  /// The bytes of a regular file that stands at its beginning, as many as a source may have, and the
  /// stamp that it had before.
  ///
  /// - Throws: why they cannot be read; ``SystemError/isFolder`` and the like where it is no such file.
  package func source() throws(SystemError) -> (bytes: [UInt8], stamp: FileStamp) {
    let status = try status()
    switch status.kind {
    case .file: break
    case .folder: throw .isFolder
    default: throw .isNoFile
    }
    let limit = SourceFile.sizeLimit
    guard status.stamp.size <= limit else { throw .tooLarge }
    let bytes = try readAll(expecting: status.stamp.size, limit: limit)
    guard bytes.count <= limit else { throw .tooLarge }
    return (bytes, status.stamp)
  }

  static func readAll(_ number: Int32, expecting size: Int, limit: Int) throws(SystemError)
    -> [UInt8]
  {
    // One byte more than there should be: the end shows without another piece of memory.
    var bytes = [UInt8](repeating: 0, count: min(size, limit) + 1)
    var count = 0
    while count <= limit {
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(number, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]), at: nil)
      }
      guard got >= 0 else { throw SystemError(code: Int32(-got)) }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Fills a buffer from where the file stands, as far as it can be filled at once: the one place
  /// that asks the system for bytes.
  ///
  /// - Returns: how many bytes came, none at the end; the negative of the error code where it failed.
  static func read(_ number: Int32, _ buffer: UnsafeMutableRawBufferPointer, at offset: Int?)
    -> Int
  {
    while true {
      let got =
        if let offset {
          unsafe pread(number, buffer.baseAddress, buffer.count, offset)
        } else {
          unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
        }
      if got >= 0 { return got }
      guard errno == EINTR else { return -Int(errno) }
    }
  }
}

/// Writing.
extension Descriptor {
  /// Writes all the bytes.
  package func write(_ bytes: [UInt8]) throws(SystemError) { try Self.write(bytes, to: number) }

  /// Writes all the bytes to an open file from where it stands, or from an offset on: the one place
  /// that gives the system bytes.
  static func write(_ bytes: [UInt8], to number: Int32, at offset: Int? = nil) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
        return if let offset {
          unsafe pwrite(number, rest.baseAddress, rest.count, offset + start)
        } else {
          unsafe Glibc.write(number, rest.baseAddress, rest.count)
        }
      }
      guard written >= 0 || errno == EINTR else { throw SystemError(code: errno) }
      start += max(0, written)
    }
  }

  /// Makes some bytes all that the file has.
  package func replaceContents(_ bytes: [UInt8]) throws(SystemError) {
    try Self.write(bytes, to: number, at: 0)
    guard ftruncate(number, bytes.count) == 0 else { throw SystemError(code: errno) }
  }

  /// Has the system put its bytes on the disk.
  package func synchronize() throws(SystemError) {
    guard fsync(number) == 0 else { throw SystemError(code: errno) }
  }

  /// Gives it to a user and a group.
  ///
  /// - Returns: whether that is permitted.
  func setOwner(_ owner: UInt32, group: UInt32) -> Bool { fchown(number, owner, group) == 0 }

  /// Says who may read and write it.
  package func setPermissions(_ permissions: UInt32) throws(SystemError) {
    guard fchmod(number, permissions) == 0 else { throw SystemError(code: errno) }
  }
}

/// Locking.
extension Descriptor {
  /// Puts a lock on it, which ends with the owner of the descriptor in whatever way.
  ///
  /// - Returns: whether nobody else has one that stands against it.
  package func lock(isShared: Bool) throws(SystemError) -> Bool {
    while flock(number, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw SystemError(code: errno) }
    }
    return true
  }
}
