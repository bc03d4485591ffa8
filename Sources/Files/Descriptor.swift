package import Diagnostics
internal import Glibc

/// An open file or folder, closed with its owner.
package struct Descriptor: ~Copyable {
  package let number: Int32

  /// Takes an open file over.
  ///
  /// - Throws: the system's error code where the number says that opening failed.
  package init(_ number: Int32) throws(SystemError) {
    guard number >= 0 else { throw SystemError(code: errno) }
    self.number = number
  }

  deinit { close(number) }

  /// What the file system says of it.
  package func stamp() throws(SystemError) -> FileStamp {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw SystemError(code: errno) }
    return FileStamp(status)
  }

  /// Whether it is a file of bytes: no folder, pipe or device.
  package func isRegular() throws(SystemError) -> Bool {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw SystemError(code: errno) }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// The next bytes, at most so many; none at the end.
  package func read(_ count: Int) throws(SystemError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let got = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe Glibc.read(number, bytes.baseAddress, bytes.count)
    }
    guard got >= 0 else { throw SystemError(code: errno) }
    buffer.removeLast(count - got)
    return buffer
  }

  /// Writes all the bytes.
  package func write(_ bytes: [UInt8]) throws(SystemError) { try Self.write(bytes, to: number) }

  /// Writes all the bytes to an open file.
  package static func write(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          number, buffer.baseAddress.map { unsafe $0 + start }, buffer.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw SystemError(code: errno)
      }
      start += written
    }
  }
}

/// An error code of the system.
package struct SystemError: Error, Sendable, Equatable {
  /// The code (`errno`).
  package let code: Int32

  /// Takes a code.
  package init(code: Int32) { self.code = code }

  /// What the system calls it.
  package var reason: Message { Message(errno: code) }

  /// Whether it says that there is no such file.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether one file or folder is at fault, so that others may still be written; the rest, such as
  /// a full disk, ends the run.
  package var isLocal: Bool {
    [EACCES, EPERM, EROFS, EISDIR, ENOTDIR, ENAMETOOLONG, ELOOP, ENOENT, EEXIST, ENOTEMPTY]
      .contains(code)
  }

  /// The fault that ends a run.
  package func fault(_ uk: String, _ en: String, _ path: String) -> ProgramFault {
    ProgramFault(
      uk: "не вдалося \(uk) «\(path)»: \(reason.uk)",
      en: "cannot \(en) '\(path)': \(reason.en)")
  }
}
