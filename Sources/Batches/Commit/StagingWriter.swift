import Bytes
import Diagnostics
import Digests
import Files
import RunState

/// Writes the renditions of plans aside, each in the folder that it belongs to; one for each task.
struct StagingWriter: ~Copyable {
  private let output: OutputFolder
  private let isDryRun: Bool
  /// The number of the last file written aside, in steps of the tasks' count.
  private var number: UInt64
  private let step: UInt64
  private var cursor: FolderCursor
  /// The folder that was written to last, and its path; nil where a dry run would make it.
  private var folder: Folder?
  private var folderPath: String?
  /// How many bytes of the folder's path name a folder that this run makes, and that stands aside;
  /// 0 where the folder was there.
  private var newFolder = 0
  /// The paths in UTF-8 of the folders that this run makes.
  private(set) var newFolders: Set<[UInt8]> = []
  /// Looks at what stands in its place, and removes what was written aside.
  var files: OutputFiles

  /// Makes a writer; the numbers of several are told apart by their remainder, and those of the
  /// rounds of a run by where they begin.
  init(_ output: OutputFolder, _ share: WorkerShare, round: Int, for batch: Batch) {
    self.output = output
    isDryRun = batch.isDryRun
    number = output.firstAside(ofRound: round) + UInt64(share.worker)
    step = UInt64(share.count)
    cursor = FolderCursor(below: output.path)
    files = OutputFiles(output, isVerifying: batch.isVerifying)
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
    let (folderPath, name) = FolderCursor.parts(of: path)
    // What cannot get its name later must not be written aside now.
    guard name.utf8.count <= Self.nameLimit,
      output.path.utf8.count + path.utf8.count < Self.pathLimit
    else { throw .nameTooLong }
    try enter(folderPath)
    var permissions: UInt32?
    if newFolder == 0, let folder, let status = try folder.status(of: name) {
      guard status.kind != .folder else { throw .isFolder }
      rendition.replaces = true
      if let stamp = try stampIfSame(name, status, bytes) {
        rendition.stamp = stamp
        return rendition
      }
      permissions = status.kind == .file ? status.permissions : nil
    }
    number += step
    rendition.aside = number
    rendition.newFolder = newFolder
    if !isDryRun { try write(bytes, as: name, permissions, &rendition) }
    return rendition
  }

  /// How many bytes the system takes in a name (NAME_MAX).
  private static let nameLimit = 255
  /// How many bytes the system takes in a path (PATH_MAX), without the longest name aside.
  private static let pathLimit = 4096 - 80

  /// Writes a file aside, and puts its stamp into the rendition, and whether it replaces another: in
  /// a new folder that of another plan.
  private func write(
    _ bytes: [UInt8], as place: String, _ permissions: UInt32?, _ rendition: inout StagedRendition
  ) throws(SystemError) {
    guard let folder else { return }
    var name = newFolder > 0 ? place : output.asideName(number)
    let file: Descriptor
    do throws(SystemError) {
      file = try folder.create(name, isPrivate: permissions != nil)
    } catch {
      guard error == .isTaken, newFolder > 0 else { throw error }
      // Two plans make the same document: one of them is wrong beside others, or the run is refused.
      rendition.replaces = true
      name = output.asideName(number)
      file = try folder.create(name)
    }
    do throws(SystemError) {
      // A file that few may read stays so; where that cannot be, it keeps what a new one has.
      if let permissions { try? file.setPermissions(permissions) }
      try file.write(bytes)
      rendition.stamp = try file.stamp().movable
    } catch {
      output.removeAside(name, in: folder)
      throw error
    }
  }

  /// Opens a folder within the output folder. One that is not there is made aside, the first folder
  /// of its path that is missing with all below it, and put in its place as a whole.
  private mutating func enter(_ path: Substring) throws(SystemError) {
    if let folderPath, folderPath.hasSameBytes(as: path) { return }
    folderPath = nil
    newFolder = 0
    do throws(SystemError) {
      folder = try cursor.enter(path)
    } catch {
      guard error.isAbsent else { throw error }
      let top = try firstMissing(of: path)
      newFolder = top.utf8.count
      newFolders.insert(Array(top.utf8))
      folder = isDryRun ? nil : try makeAside(path, top)
    }
    folderPath = String(path)
  }

  /// Makes a folder aside.
  ///
  /// - Parameter top: the first folder of its path that is not there.
  private mutating func makeAside(_ path: Substring, _ top: String) throws(SystemError) -> Folder {
    let parent = FolderCursor.parts(of: top).folder
    let aside = (parent.isEmpty ? "" : parent + "/") + output.asideName(ofFolder: top)
    let rest = String(decoding: path.utf8.dropFirst(newFolder), as: UTF8.self)
    return try cursor.make(Substring(aside + rest))
  }

  /// The first of the folders of a path that is not there.
  private mutating func firstMissing(of path: Substring) throws(SystemError) -> String {
    guard !path.isEmpty else { return "" }
    var end = path.startIndex
    while let slash = path[end...].utf8.firstIndex(of: UInt8(ascii: "/")) {
      let folder = String(path[..<slash])
      if try isMissing(folder) { return folder }
      end = path.utf8.index(after: slash)
    }
    return String(path)
  }

  private mutating func isMissing(_ path: String) throws(SystemError) -> Bool {
    do throws(SystemError) {
      let (folder, name) = try cursor.locate(path)
      return try folder.status(of: name) == nil
    } catch {
      // A dry run may find no output folder at all.
      guard error.isAbsent else { throw error }
      return true
    }
  }

  /// The stamp of the file of that name, if it has these bytes.
  private func stampIfSame(_ name: String, _ status: FileStatus, _ bytes: [UInt8])
    throws(SystemError) -> FileStamp?
  {
    guard status.kind == .file, status.stamp.size == bytes.count, let file = try? folder?.open(name)
    else { return nil }
    let stamp = try file.stamp().movable
    let same = try file.readAll(expecting: bytes.count, limit: bytes.count)
    return same == bytes ? stamp : nil
  }
}

extension StagingWriter {
  /// Removes a rendition that was written aside.
  mutating func discard(_ rendition: StagedRendition) {
    if rendition.aside > 0, !isDryRun { files.discard(rendition) }
  }
}
