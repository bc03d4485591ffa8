import Bytes
import Diagnostics
import Digests
import Files
internal import Glibc

/// Writes the renditions of plans aside, each in the folder that it belongs to; one for each task.
struct StagingWriter: ~Copyable {
  private let output: OutputFolder
  private let isDryRun: Bool
  /// The number of the last file written aside, in steps of the tasks' count.
  private var number: UInt64
  private let step: UInt64
  /// The folder that was written to last.
  private var folder: Descriptor?
  /// Its number; negative where a dry run would make it.
  private var descriptor: Int32 = -1
  private var folderPath: String?
  /// How many bytes of the folder's path name a folder that this run makes, and that stands aside;
  /// 0 where the folder was there.
  private var newFolder = 0
  /// The paths in UTF-8 of the folders that this run makes.
  private(set) var newFolders: Set<[UInt8]> = []

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
  mutating func write(_ path: String, _ bytes: [UInt8], former: StagedRendition?)
    throws(SystemError) -> StagedRendition
  {
    var rendition = StagedRendition(
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
    if newFolder == 0, descriptor >= 0, let status = try status(of: name) {
      rendition.replaces = true
      if let stamp = try stampIfSame(name, status, bytes) {
        rendition.stamp = stamp
        return rendition
      }
      mode = status.st_mode & S_IFMT == S_IFREG ? status.st_mode & 0o7777 : nil
    }
    number += step
    rendition.aside = number
    rendition.newFolder = newFolder
    if !isDryRun {
      (rendition.stamp, rendition.replaces) = try write(bytes, as: name, mode, rendition.replaces)
    }
    return rendition
  }

  /// How many bytes the system takes in a name (NAME_MAX).
  private static let nameLimit = 255
  /// How many bytes the system takes in a path (PATH_MAX), without the longest name aside.
  private static let pathLimit = 4096 - 80

  /// Writes a file aside.
  ///
  /// - Returns: its stamp, and whether it replaces another: in a new folder that of another plan.
  private func write(
    _ bytes: [UInt8], as place: String, _ mode: mode_t?, _ replaces: Bool
  ) throws(SystemError) -> (FileStamp, replaces: Bool) {
    var replaces = replaces
    var name = newFolder > 0 ? place : output.asideName(number)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    var opened = unsafe openat(descriptor, name, flags, mode == nil ? 0o666 : 0o600)
    if opened < 0, errno == EEXIST, newFolder > 0 {
      // Two plans make the same document: one of them is wrong beside others, or the run is refused.
      replaces = true
      name = output.asideName(number)
      opened = unsafe openat(descriptor, name, flags, 0o666)
    }
    let file = try Descriptor(opened)
    do throws(SystemError) {
      // A file that few may read stays so.
      if let mode { fchmod(file.number, mode) }
      try file.write(bytes)
      return (try file.stamp().movable, replaces)
    } catch {
      unsafe unlinkat(descriptor, name, 0)
      throw error
    }
  }

  /// Opens a folder within the output folder. One that is not there is made aside, the first folder
  /// of its path that is missing with all below it, and put in its place as a whole.
  private mutating func enter(_ path: String) throws(SystemError) {
    if let folderPath, folderPath.hasSameBytes(as: path) { return }
    folderPath = nil
    newFolder = 0
    var full = path.isEmpty ? output.path : output.path(path)
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    var opened = unsafe open(full, flags)
    if opened < 0, errno == ENOENT {
      let top = try firstMissing(of: path)
      newFolder = top.utf8.count
      if isDryRun {
        descriptor = -1
        folderPath = path
        return
      }
      full =
        output.asidePath(ofFolder: top)
        + String(decoding: path.utf8.dropFirst(newFolder), as: UTF8.self)
      newFolders.insert(Array(top.utf8))
      _ = try Self.makeFolders(full)
      opened = unsafe open(full, flags)
    }
    folder = try Descriptor(opened)
    descriptor = opened
    folderPath = path
  }

  /// The first of the folders of a path that is not there.
  ///
  /// - Throws: where all are there, and a link leads nowhere.
  private func firstMissing(of path: String) throws(SystemError) -> String {
    var end = path.startIndex
    var status = stat()
    while let slash = path[end...].utf8.firstIndex(of: UInt8(ascii: "/")) {
      let folder = String(path[..<slash])
      if unsafe lstat(output.path(folder), &status) != 0 { return folder }
      end = path.utf8.index(after: slash)
    }
    guard unsafe lstat(output.path(path), &status) != 0 else { throw SystemError(code: ENOENT) }
    return path
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
    let opened = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
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

extension StagingWriter {
  /// Removes a rendition that was written aside.
  func discard(_ rendition: StagedRendition) {
    if rendition.aside > 0, !isDryRun { output.discard(rendition) }
  }
}
