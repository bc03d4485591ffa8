internal import CLinux
import Diagnostics
internal import Glibc

/// An open folder. What is in it is called by its name there, and no link among it is ever followed.
package final class Folder: Sendable {
  let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  /// Opens a folder by its path, links followed; the current one where the path is empty.
  ///
  /// - Throws: why it cannot be opened.
  package convenience init(at path: String) throws(SystemError) {
    self.init(try Descriptor(unsafe Glibc.open(path.isEmpty ? "." : path, Self.flags)))
  }

  /// Opens a folder in it.
  ///
  /// - Throws: why it cannot be opened; ``SystemError/link`` where it is a link.
  package func folder(_ name: String) throws(SystemError) -> Folder {
    try Self.check(name)
    do throws(SystemError) {
      return Folder(
        try Descriptor(unsafe openat(descriptor.number, name, Self.flags | O_NOFOLLOW)))
    } catch {
      if try status(of: name)?.kind == .link { throw SystemError.link }
      throw error
    }
  }

  /// What the file system says of something in it; nil where there is nothing of that name.
  package func status(of name: String) throws(SystemError) -> FileStatus? {
    var status = stat()
    guard unsafe fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw SystemError(code: errno)
    }
    return FileStatus(status)
  }

  /// Opens a file in it for reading; never waits for a pipe's other end.
  ///
  /// - Parameter isFollowed: whether it may be a link.
  package func open(_ name: String, isFollowed: Bool = false) throws(SystemError) -> Descriptor {
    try Self.check(name)
    let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (isFollowed ? 0 : O_NOFOLLOW)
    return try Descriptor(unsafe openat(descriptor.number, name, flags))
  }

  /// The bytes of a file in it, at most as many as a source may have.
  package func contents(of name: String) throws(SystemError) -> [UInt8] {
    try open(name).source().bytes
  }

  /// Puts a lock on the folder itself, which ends with the program in whatever way.
  ///
  /// - Returns: whether nobody else has one.
  package func lock() throws(SystemError) -> Bool { try descriptor.lock(isShared: false) }

  /// Opens a file in it for reading and writing, which is made where there is none.
  package func openOrCreate(_ name: String) throws(SystemError) -> Descriptor {
    try Self.check(name)
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    return try Descriptor(unsafe openat(descriptor.number, name, flags, 0o666))
  }

  /// Makes a file in it, where there is nothing of that name.
  ///
  /// - Parameter isPrivate: whether others may not read it, until its permissions are set.
  package func create(_ name: String, isPrivate: Bool = false) throws(SystemError) -> Descriptor {
    try Self.check(name)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    return try Descriptor(
      unsafe openat(descriptor.number, name, flags, isPrivate ? 0o600 : 0o666))
  }

  /// Makes a folder in it, and opens it; one that is there is opened.
  package func makeFolder(_ name: String) throws(SystemError) -> Folder {
    try Self.check(name)
    guard unsafe mkdirat(descriptor.number, name, 0o777) == 0 || errno == EEXIST else {
      throw SystemError(code: errno)
    }
    return try folder(name)
  }

  /// Gives something in it another name, in this folder or another one; what has that name is
  /// replaced by it.
  package func rename(_ name: String, to other: String, in folder: Folder? = nil)
    throws(SystemError)
  {
    try Self.check(name)
    try Self.check(other)
    let target = folder ?? self
    guard unsafe renameat(descriptor.number, name, target.descriptor.number, other) == 0 else {
      throw SystemError(code: errno)
    }
  }

  /// Removes a file, a link or anything else but a folder.
  package func remove(_ name: String) throws(SystemError) { try unlink(name, 0) }

  /// Removes an empty folder.
  package func removeFolder(_ name: String) throws(SystemError) { try unlink(name, AT_REMOVEDIR) }

  private func unlink(_ name: String, _ flags: Int32) throws(SystemError) {
    try Self.check(name)
    guard unsafe unlinkat(descriptor.number, name, flags) == 0 else {
      throw SystemError(code: errno)
    }
  }

  /// Removes something with all that is in it.
  ///
  /// - Throws: why that cannot be; then a part of it may be gone.
  package func removeAll(_ name: String) throws(SystemError) {
    do throws(SystemError) {
      try remove(name)
    } catch .isFolder {
      let inner = try folder(name)
      for name in try inner.entries().compactMap(\.name) { try inner.removeAll(name) }
      try removeFolder(name)
    }
  }

  /// Has the system put on the disk all that was changed in the whole file system of the folder.
  package func synchronizeFileSystem() throws(SystemError) {
    guard syncfs(descriptor.number) == 0 else { throw SystemError(code: errno) }
  }

  /// Holds that a name is one, and does not lead elsewhere.
  static func check(_ name: String) throws(SystemError) {
    guard !name.isEmpty, name != ".", name != "..",
      !name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 })
    else { throw SystemError.outside }
  }
}
