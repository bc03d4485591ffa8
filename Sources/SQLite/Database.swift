internal import CSQLite

/// A database of SQLite, closed with its owner. One task uses it at a time.
@safe package final class Database {
  let handle: OpaquePointer

  /// Opens a database by a path without links; a file without bytes is one without tables. What a
  /// run wrote that was killed before it had committed is undone.
  ///
  /// - Throws: why it cannot be opened.
  package init(at path: String) throws(DatabaseError) {
    var handle: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE
    let code = unsafe sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      let error = unsafe DatabaseError(code, handle)
      unsafe sqlite3_close_v2(handle)
      throw error
    }
    unsafe self.handle = handle
    // Another process is waited for, so that a dry run beside a run reads what is whole.
    unsafe sqlite3_busy_timeout(handle, Self.patience)
  }

  /// How long another process is waited for, in milliseconds.
  private static let patience: Int32 = 10_000

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Carries out statements that give nothing.
  package func execute(_ statements: String) throws(DatabaseError) {
    let code = unsafe sqlite3_exec(handle, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe DatabaseError(code, handle) }
  }

  /// Makes a statement ready.
  package func prepare(_ statement: String) throws(DatabaseError) -> Statement {
    try Statement(statement, in: self)
  }

  /// The whole number that a statement gives.
  package func number(_ statement: String) throws(DatabaseError) -> Int {
    let statement = try prepare(statement)
    return try statement.step() ? statement.number(0) : 0
  }

  /// Whether nothing can be written to it.
  package var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") != 0 }

  /// How many rows the last statement has changed.
  package var changes: Int { unsafe Int(sqlite3_changes(handle)) }

  /// The key that the last row got that was inserted.
  package var lastKey: Int { unsafe Int(sqlite3_last_insert_rowid(handle)) }
}
