package import Diagnostics
internal import Glibc

/// An error code of the system.
package struct SystemError: Error, Sendable, Equatable {
  /// The code (`errno`).
  package let code: Int32

  /// Takes a code.
  package init(code: Int32) { self.code = code }

  /// A name or a path that leads out of the folder that it belongs to.
  package static let outside = SystemError(code: EXDEV)
  /// Nothing where something should be.
  package static let absent = SystemError(code: ENOENT)
  /// A symbolic link where none is followed.
  package static let link = SystemError(code: ELOOP)
  /// A name or a path that is too long.
  package static let nameTooLong = SystemError(code: ENAMETOOLONG)
  /// More bytes than may be.
  package static let tooLarge = SystemError(code: EFBIG)
  /// A pipe, a socket or a device where a file should be.
  static let isNoFile = SystemError(code: ENXIO)
  /// A folder where a file should be.
  package static let isFolder = SystemError(code: EISDIR)
  /// Something else where a file or a folder should be.
  package static let isTaken = SystemError(code: EEXIST)

  /// What the system calls it.
  package var reason: Message { Message(errno: code) }

  /// Whether it says that there is no such file.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether it says that there is no such file in a folder that is there.
  package var isAbsent: Bool { code == ENOENT }

  /// Whether something stands already where something was to be made.
  package var isOccupied: Bool { code == EEXIST || code == ENOTEMPTY }

  /// Whether one file or folder is at fault, so that others may still be written; the rest, such as
  /// a full disk, ends the run.
  package var isLocal: Bool {
    [
      EACCES, EPERM, EROFS, EISDIR, ENOTDIR, ENAMETOOLONG, ELOOP, ENOENT, EEXIST, ENOTEMPTY, EXDEV,
    ].contains(code)
  }

  /// The fault that ends a run.
  package func fault(_ uk: String, _ en: String, _ path: String) -> ProgramFault {
    // Standard output has no name of its own.
    let name =
      path == "-"
      ? (uk: "стандартний вивід", en: "standard output") : (uk: "«\(path)»", en: "'\(path)'")
    return ProgramFault(
      uk: "не вдалося \(uk) \(name.uk): \(reason.uk)", en: "cannot \(en) \(name.en): \(reason.en)")
  }
}
