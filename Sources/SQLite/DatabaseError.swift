internal import CSQLite
internal import Glibc

/// Why SQLite could not do something.
package struct DatabaseError: Error, Sendable, Equatable {
  /// Its extended result code.
  package let code: Int32
  /// The error code of the system beneath it (`errno`); 0 where there is none.
  package let systemCode: Int32

  init(_ code: Int32, _ handle: OpaquePointer?) {
    self.code = code
    let primary = code & 0xFF
    systemCode =
      switch primary {
      case SQLITE_FULL: ENOSPC
      case SQLITE_NOMEM: ENOMEM
      case SQLITE_IOERR, SQLITE_CANTOPEN:
        unsafe handle.map { unsafe sqlite3_system_errno($0) }.flatMap { $0 == 0 ? nil : $0 } ?? EIO
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: EACCES
      case SQLITE_BUSY, SQLITE_LOCKED: EBUSY
      default: 0
      }
  }

  /// Whether the file is none that SQLite wrote, or not as it was made: neither the system refused
  /// something, nor is another process at work.
  package var isDamage: Bool { systemCode == 0 }
}
