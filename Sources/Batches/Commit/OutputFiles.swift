import Digests
import Files
import RunState

/// Looks at the files of the output folder, gives them their places and removes them; one for each
/// task. A link that stands in a path is not followed: what would lie behind it is not there.
struct OutputFiles: ~Copyable {
  private let output: OutputFolder
  private var cursor: FolderCursor
  private let isVerifying: Bool
  /// The paths that are not looked at, or not changed, because a link stands in them.
  private(set) var barred: Set<PathKey> = []
  /// The paths of renditions that have other bytes than were written.
  private(set) var altered: Set<PathKey> = []

  /// Makes a view of an output folder, which need not be there yet.
  ///
  /// - Parameter isVerifying: whether renditions are held against their digests.
  init(_ output: OutputFolder, isVerifying: Bool = false) {
    self.output = output
    self.isVerifying = isVerifying
    cursor = FolderCursor(below: output.path)
  }

  /// What the file system says of a file, if it is there and no folder.
  mutating func stamp(of path: String) -> FileStamp? {
    do throws(SystemError) {
      let (folder, name) = try cursor.locate(path)
      guard let status = try folder.status(of: name), status.kind != .folder else { return nil }
      return status.stamp.movable
    } catch {
      if error == .link { barred.insert(PathKey(path)) }
      return nil
    }
  }

  /// Whether a rendition stands in its place as it was written: by its stamp, or else, when
  /// documents are verified, by its bytes.
  mutating func holds(_ rendition: StagedRendition) -> Bool {
    guard stamp(of: rendition.path) == rendition.stamp else { return false }
    guard isVerifying else { return true }
    let size = rendition.stamp.size
    if let (folder, name) = try? cursor.locate(rendition.path),
      let bytes = try? folder.open(name).readAll(expecting: size, limit: size),
      Digest(of: bytes) == rendition.digest
    {
      return true
    }
    altered.insert(PathKey(rendition.path))
    return false
  }

  /// Puts a file that stands aside in its place.
  ///
  /// - Returns: whether it stood aside; a run before may have put it in its place already.
  mutating func put(_ path: String, _ aside: UInt64) throws(SystemError) -> Bool {
    let (folder, name) = try cursor.locate(path)
    do throws(SystemError) {
      try folder.rename(output.asideName(aside), to: name)
      return true
    } catch {
      guard error.isAbsent else { throw error }
      return false
    }
  }

  /// Takes a file from its place again.
  mutating func takeBack(_ path: String, _ aside: UInt64) {
    guard let (folder, name) = try? cursor.locate(path) else { return }
    try? folder.rename(name, to: output.asideName(aside))
  }

  /// Puts a new folder in its place with all that is in it. Where there is one by now, what is in it
  /// goes there file by file.
  mutating func putFolder(_ path: String) throws(SystemError) {
    let (parent, name) = try cursor.locate(path)
    let aside = output.asideName(ofFolder: path)
    do throws(SystemError) {
      try parent.rename(aside, to: name)
    } catch {
      if error.isAbsent { return }
      guard error.isOccupied else { throw error }
      try Self.merge(try parent.folder(aside), into: try parent.folder(name))
      output.removeAside(aside, in: parent)
    }
  }

  private static func merge(_ aside: Folder, into folder: Folder) throws(SystemError) {
    for name in try aside.entries().compactMap(\.name) {
      do throws(SystemError) {
        try aside.rename(name, to: name, in: folder)
      } catch {
        guard error.isOccupied else { throw error }
        try merge(try aside.folder(name), into: try folder.folder(name))
        try? aside.removeFolder(name)
      }
    }
  }

  /// Removes a rendition that stands aside.
  mutating func discard(_ rendition: StagedRendition) {
    do throws(SystemError) {
      let (folder, name) = try cursor.locate(output.asidePath(of: rendition))
      output.removeAside(name, in: folder)
    } catch {
      output.noteRefusal(error)
    }
  }

  /// Removes a rendition that stands aside, and the new folders that it was alone in; for when
  /// nothing more is written.
  mutating func discardLast(_ rendition: StagedRendition) {
    discard(rendition)
    guard rendition.newFolder > 0 else { return }
    let path = output.asidePath(of: rendition)
    let new = String(decoding: Array(rendition.path.utf8)[..<rendition.newFolder], as: UTF8.self)
    removeEmptyFolders(of: path, above: String(FolderCursor.parts(of: new).folder))
  }

  /// Removes a file that no plan makes any longer, and the folders that are empty then.
  mutating func remove(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      let (folder, name) = try cursor.locate(path)
      try folder.remove(name)
    } catch {
      if error == .link {
        // What lies behind a link is none of the batch's.
        barred.insert(PathKey(path))
        return
      }
      // A run that was ended behind this file left its folder.
      guard error.isMissing else { throw error }
    }
    removeEmptyFolders(of: path, above: "")
  }

  /// Removes the folders of a path that are empty, from the innermost on, none of them above one.
  private mutating func removeEmptyFolders(of path: String, above top: String) {
    var folder = FolderCursor.parts(of: path).folder
    while folder.utf8.count > top.utf8.count {
      do throws(SystemError) {
        let (parent, name) = try cursor.locate(String(folder))
        try parent.removeFolder(name)
      } catch {
        guard error.isMissing else { return }
      }
      folder = FolderCursor.parts(of: String(folder)).folder
    }
  }
}
