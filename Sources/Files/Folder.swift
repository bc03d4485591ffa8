internal import Glibc

/// What a folder of the file system holds.
package enum Folder {
  /// The names in a folder, in no order; hidden ones are skipped unless they are asked for.
  ///
  /// - Throws: why the folder cannot be read.
  package static func names(at path: String, hidden: Bool = false) throws(FileFault) -> [String] {
    guard let handle = unsafe opendir(path) else { throw FileFault(errno: errno) }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != "..", hidden || !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
