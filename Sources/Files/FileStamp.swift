internal import Glibc

/// What the file system says of a file besides its bytes: as long as none of it changes, the bytes
/// are taken for unchanged.
package struct FileStamp: Sendable, Equatable {
  /// The size in bytes.
  package var size: Int
  /// The time of the last change of the bytes, in nanoseconds since 1970; of a time that is too far
  /// away for that, the lower bits.
  package var modified: Int
  /// The time of the last change of anything about the file, in nanoseconds since 1970; 0 where a
  /// rename may have set it, and the highest number where the time is too far away.
  package var changed: Int
  /// The number of the file in its file system.
  package var inode: UInt64

  /// Makes a stamp of what was kept of one, the times in nanoseconds since 1970.
  package init(size: Int, modified: Int, changed: Int, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  init(_ status: stat) {
    size = Int(status.st_size)
    // Anybody may set this one to the year 2300: what is left of it still differs from other times.
    modified = Self.nanoseconds(status.st_mtim).lowest
    // This one is the clock's: where that is so wrong, no stamp is believed.
    let changed = Self.nanoseconds(status.st_ctim)
    self.changed = changed.isWhole ? changed.lowest : .max
    inode = UInt64(status.st_ino)
  }

  /// A time in nanoseconds: the bits that a number has room for, and whether these are all.
  private static func nanoseconds(_ time: timespec) -> (lowest: Int, isWhole: Bool) {
    let (seconds, isFar) = time.tv_sec.multipliedReportingOverflow(by: 1_000_000_000)
    let (all, isFarther) = seconds.addingReportingOverflow(time.tv_nsec)
    return (all, !isFar && !isFarther)
  }

  /// The stamp of a file that was renamed since, or may be.
  package var movable: FileStamp {
    FileStamp(size: size, modified: modified, changed: 0, inode: inode)
  }

  /// The stamp as it may be believed later, if it was taken after a time of the file system's clock;
  /// none for a change so late that another one within the same tick could not be told from it.
  package func settled(by time: Int) -> FileStamp { changed > time &- Self.tick ? .none : self }

  /// How much later than a change the file system's clock must be, in nanoseconds: 20 ms.
  private static let tick = 20_000_000

  /// No stamp: it is never that of a file.
  package static let none = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)
}
