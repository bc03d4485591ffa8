internal import CSQLite

/// A statement that is made ready once and carried out many times. Its parameters count from 1, the
/// columns of its rows from 0.
@safe package final class Statement {
  private let database: Database
  private let handle: OpaquePointer

  init(_ text: String, in database: Database) throws(DatabaseError) {
    var handle: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      database.handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      throw unsafe DatabaseError(code, database.handle)
    }
    self.database = database
    unsafe self.handle = handle
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Sets a parameter to a whole number.
  package func bind(_ index: Int32, _ number: Int) throws(DatabaseError) {
    try check(unsafe sqlite3_bind_int64(handle, index, sqlite3_int64(number)))
  }

  /// Sets a parameter to a text.
  package func bind(_ index: Int32, _ text: String) throws(DatabaseError) {
    var text = text
    try check(
      text.withUTF8 { bytes in
        unsafe csqlite_bind_text(handle, index, bytes.baseAddress, Int32(bytes.count))
      })
  }

  /// Sets a parameter to bytes.
  package func bind(_ index: Int32, _ bytes: [UInt8]) throws(DatabaseError) {
    try check(
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe csqlite_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count))
      })
  }

  /// Goes on to the next row; says whether there is one. Behind the last the statement is ready for
  /// other parameters.
  package func step() throws(DatabaseError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else {
      let error = unsafe DatabaseError(code, database.handle)
      unsafe sqlite3_reset(handle)
      throw error
    }
    unsafe sqlite3_reset(handle)
    return false
  }

  /// Carries out what gives no rows.
  package func run() throws(DatabaseError) {
    while try step() {}
  }

  /// Makes the statement ready for other parameters before its last row.
  package func reset() { unsafe sqlite3_reset(handle) }

  /// The whole number in a column of the row.
  package func number(_ column: Int32) -> Int { unsafe Int(sqlite3_column_int64(handle, column)) }

  /// The text in a column of the row.
  package func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes in a column of the row, of a text those in UTF-8.
  package func bytes(_ column: Int32) -> [UInt8] {
    guard let bytes = unsafe sqlite3_column_blob(handle, column) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func check(_ code: Int32) throws(DatabaseError) {
    guard code == SQLITE_OK else { throw unsafe DatabaseError(code, database.handle) }
  }
}
