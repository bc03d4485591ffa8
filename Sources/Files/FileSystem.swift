package import Diagnostics
internal import Glibc

/// What the commands ask of the file system.
package enum FileSystem {
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path leads to something that is neither a regular file nor a folder.
  package static func isDevice(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
      && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// What the file system says of a file, links followed; nil where it says nothing.
  package static func stamp(of path: String) -> FileStamp? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? FileStamp(status) : nil
  }

  package static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// Makes a folder, where there is none yet.
  package static func makeFolder(_ path: String) throws(ProgramFault) {
    guard !isFolder(path), unsafe mkdir(path, 0o777) != 0 else { return }
    throw fault("створити", "create", path)
  }

  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without symbolic links.
  package static func resolved(_ path: String) -> String? {
    guard let result = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(result) }
    return unsafe String(cString: result)
  }

  /// Whether two paths lead to one file.
  package static func isSameFile(_ path: String, _ other: String) -> Bool {
    var status = stat()
    var otherStatus = stat()
    return unsafe stat(path, &status) == 0 && stat(other, &otherStatus) == 0
      && status.st_dev == otherStatus.st_dev && status.st_ino == otherStatus.st_ino
  }

  /// Writes all the bytes to an open file.
  package static func write(_ bytes: [UInt8], to descriptor: Int32, name: String)
    throws(ProgramFault)
  {
    do throws(SystemError) {
      try Descriptor.write(bytes, to: descriptor)
    } catch {
      throw error.fault("записати", "write", name)
    }
  }

  /// Writes a file whole or not at all: aside in the same folder, then renamed. What is no regular
  /// file, a device or a pipe, is written to as it is, and so is standard output, `-`.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(ProgramFault) {
    if path == "-" { return try write(bytes, to: 1, name: path) }
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw fault("записати", "write", path) }
      defer { close(descriptor) }
      return try write(bytes, to: descriptor, name: path)
    }
    let target = resolved(path) ?? path
    let aside = "\(parent(of: target))/.pysar-\(UInt64.random(in: 0 ... .max))"
    let descriptor = unsafe open(
      aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw fault("створити", "create", path) }
    do throws(ProgramFault) {
      // A file that few may read stays so.
      if exists { fchmod(descriptor, status.st_mode & 0o7777) }
      do throws(ProgramFault) {
        try write(bytes, to: descriptor, name: path)
      } catch {
        close(descriptor)
        throw error
      }
      guard close(descriptor) == 0 else { throw fault("записати", "write", path) }
      guard unsafe rename(aside, target) == 0 else { throw fault("замінити", "replace", path) }
    } catch {
      unsafe unlink(aside)
      throw error
    }
  }

  private static func fault(_ uk: String, _ en: String, _ path: String) -> ProgramFault {
    SystemError(code: errno).fault(uk, en, path)
  }
}
