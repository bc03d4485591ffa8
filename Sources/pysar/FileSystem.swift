import Diagnostics
import Glibc

/// What the commands ask of the file system.
enum FileSystem {
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder, where there is none yet.
  static func makeFolder(_ path: String) throws(ProgramFault) {
    guard !isFolder(path), unsafe mkdir(path, 0o777) != 0 else { return }
    throw fault("створити", "create", path)
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without symbolic links.
  static func resolved(_ path: String) -> String? {
    guard let result = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(result) }
    return unsafe String(cString: result)
  }

  /// The plans below a folder, sorted: files named `*.yaml` or `*.yml`. Hidden files and folders,
  /// and links to folders, are passed by.
  static func plans(below folder: String) throws(FileFault) -> [String] {
    guard let handle = unsafe opendir(folder) else { throw FileFault(errno: errno) }
    defer { unsafe closedir(handle) }
    var result: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = folder + (folder.hasSuffix("/") ? "" : "/") + name
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        result += try plans(below: path)
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        result.append(path)
      }
    }
    return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Writes all the bytes to an open file.
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(ProgramFault) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + start }, buffer.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw fault("записати", "write", name)
      }
      start += written
    }
  }

  /// Writes a file whole or not at all: aside in the same folder, then renamed. What is no regular
  /// file, a device or a pipe, is written to as it is.
  static func replace(_ path: String, with bytes: [UInt8]) throws(ProgramFault) {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw fault("записати", "write", path) }
      defer { close(descriptor) }
      return try write(bytes, to: descriptor, name: path)
    }
    let target = resolved(path) ?? path
    let aside = "\(parent(of: target))/.pysar-\(UInt64.random(in: 0 ... .max))"
    let descriptor = unsafe open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw fault("створити", "create", path) }
    do throws(ProgramFault) {
      try write(bytes, to: descriptor, name: path)
      guard close(descriptor) == 0 else { throw fault("записати", "write", path) }
      guard unsafe rename(aside, target) == 0 else { throw fault("замінити", "replace", path) }
    } catch {
      unsafe unlink(aside)
      throw error
    }
  }

  private static func fault(_ uk: String, _ en: String, _ path: String) -> ProgramFault {
    let reason = unsafe String(cString: strerror(errno))
    return ProgramFault(
      uk: "не вдалося \(uk) «\(path)»: \(reason)", en: "cannot \(en) '\(path)': \(reason)")
  }
}
