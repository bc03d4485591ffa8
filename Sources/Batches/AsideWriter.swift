import Diagnostics
import Digests
internal import Glibc

/// Writes the renditions of plans aside, each in the folder that it belongs to; one for each task.
struct AsideWriter: ~Copyable {
  private let output: OutputFolder
  private let isDryRun: Bool
  /// The number of the last file written aside, in steps of the tasks' count.
  private var number: UInt64
  private let step: UInt64
  /// The folder that was written to last.
  private var folder: Descriptor?
  private var descriptor: Int32 = -1
  private var folderPath: String?
  /// Whether the folder was made just now, so that nothing can stand in it.
  private var isNew = false

  /// Makes a writer; the numbers of several are told apart by their remainder, and those of the
  /// rounds of a run by where they begin.
  init(_ output: OutputFolder, worker: Int, of count: Int, round: Int, isDryRun: Bool) {
    self.output = output
    self.isDryRun = isDryRun
    number = output.firstAside(ofRound: round) + UInt64(worker)
    step = UInt64(count)
    folder = nil
  }

  /// Writes a rendition aside, unless the file in its place has the same bytes.
  ///
  /// - Parameter former: what is known to stand in its place.
  /// - Throws: why it cannot be written; then nothing of it is left.
  mutating func write(_ path: String, _ bytes: [UInt8], former: Rendition?)
    throws(SystemError) -> Rendition
  {
    var rendition = Rendition(
      path: path, digest: Digest(of: bytes), stamp: .none, aside: 0)
    if let former, former.digest == rendition.digest {
      rendition.stamp = former.stamp
      return rendition
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    // What cannot get its name later must not be written aside now.
    guard name.utf8.count <= Self.nameLimit,
      output.path.utf8.count + path.utf8.count < Self.pathLimit
    else { throw SystemError(code: ENAMETOOLONG) }
    try enter(slash.map { String(path[..<$0]) } ?? "")
    var mode: mode_t?
    if !isNew, let status = try status(of: name) {
      if let stamp = try stampIfSame(name, status, bytes) {
        rendition.stamp = stamp
        return rendition
      }
      rendition.replaces = true
      mode = status.st_mode & S_IFMT == S_IFREG ? status.st_mode & 0o7777 : nil
    }
    number += step
    rendition.aside = number
    if !isDryRun { rendition.stamp = try write(bytes, mode) }
    return rendition
  }

  /// How many bytes the system takes in a name (NAME_MAX).
  private static let nameLimit = 255
  /// How many bytes the system takes in a path (PATH_MAX), without the longest name aside.
  private static let pathLimit = 4096 - 80

  private func write(_ bytes: [UInt8], _ mode: mode_t?) throws(SystemError) -> FileStamp {
    let name = output.asideName(number)
    let file = try Descriptor(
      unsafe openat(
        descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
        mode == nil ? 0o666 : 0o600))
    do throws(SystemError) {
      // A file that few may read stays so.
      if let mode { fchmod(file.number, mode) }
      try file.write(bytes)
      return try file.stamp().movable
    } catch {
      unsafe unlinkat(descriptor, name, 0)
      throw error
    }
  }

  /// Opens a folder within the output folder, and makes it where there is none.
  private mutating func enter(_ path: String) throws(SystemError) {
    guard path != folderPath else { return }
    folderPath = nil
    isNew = false
    let full = path.isEmpty ? output.path : output.path(path)
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    var opened = unsafe open(full, flags)
    if opened < 0, errno == ENOENT {
      if isDryRun {
        isNew = true
        folderPath = path
        return
      }
      isNew = try Self.makeFolders(full)
      opened = unsafe open(full, flags)
    }
    folder = try Descriptor(opened)
    descriptor = opened
    folderPath = path
  }

  /// Makes a folder and those above it; says whether it was not there.
  static func makeFolders(_ path: String) throws(SystemError) -> Bool {
    if unsafe mkdir(path, 0o777) == 0 { return true }
    if errno == EEXIST { return false }
    let parent = FileSystem.parent(of: path)
    guard errno == ENOENT, parent != path, parent != "." else { throw SystemError(code: errno) }
    _ = try makeFolders(parent)
    if unsafe mkdir(path, 0o777) == 0 { return true }
    guard errno == EEXIST else { throw SystemError(code: errno) }
    return false
  }

  private func status(of name: String) throws(SystemError) -> stat? {
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw SystemError(code: errno)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemError(code: EISDIR) }
    return status
  }

  /// The stamp of the file of that name, if it has these bytes.
  private func stampIfSame(_ name: String, _ status: stat, _ bytes: [UInt8])
    throws(SystemError) -> FileStamp?
  {
    guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else { return nil }
    let opened = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    let file = try Descriptor(opened)
    let stamp = try file.stamp().movable
    var same = [UInt8](repeating: 0, count: bytes.count + 1)
    var count = 0
    while count < same.count {
      let room = same.count - count
      let got = unsafe same.withUnsafeMutableBytes { buffer in
        unsafe read(file.number, buffer.baseAddress.map { unsafe $0 + count }, room)
      }
      if got < 0, errno == EINTR { continue }
      if got <= 0 { break }
      count += got
    }
    same.removeLast(same.count - count)
    return same == bytes ? stamp : nil
  }
}

extension AsideWriter {
  /// Removes a rendition that was written aside.
  func discard(_ rendition: Rendition) {
    if rendition.aside > 0, !isDryRun { output.discard(rendition.path, rendition.aside) }
  }
}
