package import Diagnostics
package import Files

/// Reads files of plans, folder by folder; one for each task.
package struct SourceFolder: ~Copyable {
  private let list: PlanList
  /// The time before which a file must have changed for its stamp to be believed, in nanoseconds.
  private let time: Int
  private var folder: Folder?
  private var opened = -1

  /// Makes a reader of a batch's files; `time` is that of the file system when the run began.
  package init(_ list: PlanList, time: Int) {
    self.list = list
    self.time = time
  }

  /// What the file system says of a file; nil where it says nothing.
  package mutating func stamp(of file: PlanFile) -> FileStamp? {
    if file.isLink { return FileSystem.stamp(of: list.name(of: file)) }
    guard let folder = try? enter(file) else { return nil }
    return (try? folder.status(of: file.name))?.stamp
  }

  /// Reads a file whole. One that changes meanwhile is read again.
  ///
  /// - Throws: why it cannot be read.
  package mutating func read(_ file: PlanFile) throws(FileFault)
    -> (source: SourceFile, stamp: FileStamp)
  {
    for _ in 0..<3 {
      if let read = try readOnce(file) { return read }
    }
    throw .other(
      Message(uk: "він змінюється під час читання", en: "it changes while it is read"))
  }

  private mutating func readOnce(_ file: PlanFile) throws(FileFault) -> (SourceFile, FileStamp)? {
    do throws(SystemError) {
      let opened = try enter(file).open(file.name, isFollowed: file.isLink)
      let (bytes, stamp) = try opened.source()
      guard try opened.stamp() == stamp, bytes.count == stamp.size else { return nil }
      return (SourceFile(name: list.name(of: file), bytes: bytes), stamp.settled(by: time))
    } catch {
      throw FileFault(errno: error.code)
    }
  }

  private mutating func enter(_ file: PlanFile) throws(SystemError) -> Folder {
    if let folder, file.folder == opened { return folder }
    opened = -1
    let new = try Folder(at: list.folders[file.folder].name)
    folder = new
    opened = file.folder
    return new
  }
}
