internal import Glibc

/// What the file system says of a file besides its bytes: as long as none of it changes, the bytes
/// are taken for unchanged.
package struct FileStamp: Sendable, Equatable {
  /// The size in bytes.
  package var size: Int
  /// The time of the last change of the bytes, in nanoseconds since 1970.
  package var modified: Int
  /// The time of the last change of anything about the file, in nanoseconds since 1970; 0 where a
  /// rename may have set it.
  package var changed: Int
  /// The number of the file in its file system.
  package var inode: UInt64

  package init(size: Int, modified: Int, changed: Int, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  init(_ status: stat) {
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    inode = UInt64(status.st_ino)
  }

  /// The stamp of a file that was renamed since, or may be.
  package var movable: FileStamp {
    FileStamp(size: size, modified: modified, changed: 0, inode: inode)
  }

  /// The stamp as it may be believed later, if it was taken after a time of the file system's clock;
  /// none for a change so late that another one within the same tick could not be told from it.
  package func settled(by time: Int) -> FileStamp { changed > time - Self.tick ? .none : self }

  /// How much later than a change the file system's clock must be, in nanoseconds: 20 ms.
  private static let tick = 20_000_000

  /// No stamp: it is never that of a file.
  package static let none = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)
}
