internal import Glibc

/// What the file system says of something that has a name.
package struct FileStatus: Sendable, Equatable {
  /// What it is.
  package enum Kind: Sendable {
    /// A file of bytes.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A pipe, a socket, a device.
    case other
  }

  /// What tells a file from all others, whatever it is called.
  package struct Identity: Sendable, Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// What it is.
  package let kind: Kind
  /// Who may read and write it.
  package let permissions: UInt32
  /// The user that it belongs to.
  package let owner: UInt32
  /// The group that it belongs to.
  let group: UInt32
  /// The size, the times and the number.
  package let stamp: FileStamp
  /// Which one it is.
  package let identity: Identity

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    stamp = FileStamp(status)
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }
}
