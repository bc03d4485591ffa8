import Bytes
import Files
internal import Glibc

/// Puts files that stand aside in their places, most of which lie together; one for each task.
struct OutputPlacer: ~Copyable {
  private let output: OutputFolder
  private var folder: Descriptor?
  private var descriptor: Int32 = -1
  private var folderPath: String?

  init(_ output: OutputFolder) {
    self.output = output
    folder = nil
  }

  /// Puts a file that stands aside in its place.
  ///
  /// - Returns: whether it stood aside; a run before may have put it in its place already.
  mutating func put(_ path: String, _ number: UInt64) throws(SystemError) -> Bool {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let start = slash.map { path.utf8.index(after: $0) } ?? path.startIndex
    try enter(path[..<start])
    let name = String(path[start...])
    guard unsafe renameat(descriptor, output.asideName(number), descriptor, name) != 0 else {
      return true
    }
    guard errno == ENOENT else { throw SystemError(code: errno) }
    return false
  }

  private mutating func enter(_ path: Substring) throws(SystemError) {
    if let folderPath, folderPath.hasSameBytes(as: path) { return }
    folderPath = nil
    let full = output.path(String(path))
    let opened = unsafe open(full, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    folder = try Descriptor(opened)
    descriptor = opened
    folderPath = String(path)
  }
}
