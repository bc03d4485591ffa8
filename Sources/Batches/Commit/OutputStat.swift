import Files
internal import Glibc

/// Looks at files of the output folder, most of which lie together; one for each task.
struct OutputStat: ~Copyable {
  private let output: OutputFolder
  private var folder: Descriptor?
  private var descriptor: Int32 = -1
  private var folderPath: [UInt8]?
  private var name: [UInt8] = []

  init(_ output: OutputFolder) {
    self.output = output
    folder = nil
  }

  /// What the file system says of a file, if it is there and no folder; its path is given in two parts.
  mutating func stamp(of start: ArraySlice<UInt8>, _ end: ArraySlice<UInt8>) -> FileStamp? {
    name.removeAll(keepingCapacity: true)
    name += start
    name += end
    let slash = name.lastIndex(of: UInt8(ascii: "/"))
    let folderEnd = slash.map { $0 + 1 } ?? 0
    guard enter(name[..<folderEnd]) else { return nil }
    name.append(0)
    var status = stat()
    let result = unsafe name.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return Int32(-1) }
      return unsafe fstatat(
        descriptor, (start + folderEnd).assumingMemoryBound(to: CChar.self), &status,
        AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    return FileStamp(status).movable
  }

  /// Opens a folder by its path with the slash behind it; says whether it is there.
  private mutating func enter(_ path: ArraySlice<UInt8>) -> Bool {
    if let folderPath, folderPath.elementsEqual(path) { return descriptor >= 0 }
    folderPath = Array(path)
    descriptor = -1
    let full = output.path(String(decoding: path, as: UTF8.self))
    let opened = unsafe open(full.isEmpty ? "." : full, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard let new = try? Descriptor(opened) else { return false }
    folder = consume new
    descriptor = opened
    return true
  }
}
