internal import Glibc

extension Folder {
  /// Something in a folder.
  package struct Entry: Sendable {
    /// Its name; nil where that is no text in UTF-8.
    package let name: String?
    /// What it is.
    package let kind: FileStatus.Kind
  }

  /// All that is in it but itself and the folder above it, in no order.
  ///
  /// - Throws: why it cannot be read.
  package func entries() throws(SystemError) -> [Entry] {
    let copy = unsafe openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw SystemError(code: errno) }
    guard let handle = unsafe fdopendir(copy) else {
      let error = SystemError(code: errno)
      close(copy)
      throw error
    }
    defer { unsafe closedir(handle) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(handle) else {
        guard errno == 0 else { throw SystemError(code: errno) }
        return entries
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(validatingCString: $0)
        }
      }
      guard name != ".", name != ".." else { continue }
      let type = unsafe Int32(entry.pointee.d_type)
      entries.append(Entry(name: name, kind: kind(type, name)))
    }
  }

  /// What is what, as the folder says, or else as the file system does.
  private func kind(_ type: Int32, _ name: String?) -> FileStatus.Kind {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .link
    case Int32(DT_UNKNOWN): name.flatMap { try? status(of: $0) }?.kind ?? .other
    default: .other
    }
  }

  /// The names in a folder, in no order; hidden ones are skipped unless they are asked for.
  ///
  /// - Throws: why the folder cannot be read.
  package static func names(at path: String, hidden: Bool = false) throws(FileFault) -> [String] {
    do throws(SystemError) {
      return try Folder(at: path).entries().compactMap(\.name)
        .filter { hidden || !$0.hasPrefix(".") }
    } catch {
      throw FileFault(errno: error.code)
    }
  }
}
