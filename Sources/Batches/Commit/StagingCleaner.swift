import Diagnostics
import Files
internal import Glibc

/// Removes files and folders that begin with a prefix, wherever they stand below a folder, and the folders that
/// are empty without them. Links to folders are followed, as files were written through them.
struct StagingCleaner {
  let prefix: String
  private var seen: Set<[UInt64]> = []

  init(prefix: String) {
    self.prefix = prefix
  }

  /// Removes a file, or a folder with all that is in it.
  private static func remove(_ path: String) {
    guard unsafe unlink(path) != 0, errno == EISDIR || errno == EPERM else { return }
    for name in (try? Folder.names(at: path, hidden: true)) ?? [] { remove(path + "/" + name) }
    unsafe rmdir(path)
  }

  /// Cleans a folder.
  ///
  /// - Returns: whether it was empty then, and is no more.
  @discardableResult mutating func clean(_ folder: String) -> Bool {
    guard let handle = unsafe opendir(folder) else { return false }
    var status = stat()
    guard unsafe fstat(dirfd(handle), &status) == 0,
      seen.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
    else {
      unsafe closedir(handle)
      return false
    }
    var folders: [String] = []
    var hasRemoved = false
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      let type = unsafe Int32(entry.pointee.d_type)
      if name.hasPrefix(prefix) {
        Self.remove(folder + "/" + name)
        hasRemoved = true
      } else if name != ".", name != "..",
        type == DT_DIR || type == DT_LNK || type == DT_UNKNOWN
      {
        folders.append(name)
      }
    }
    unsafe closedir(handle)
    for name in folders where FileSystem.isFolder(folder + "/" + name) {
      if clean(folder + "/" + name) { hasRemoved = true }
    }
    guard hasRemoved else { return false }
    return unsafe rmdir(folder) == 0
  }
}
