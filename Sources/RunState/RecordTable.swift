import SQLite

/// The records of files in a database, each found by its number; used by one task at a time.
package final class RecordTable {
  /// A record as it stands in its file.
  package struct Row {
    /// Its number.
    package let id: Int
    /// The path of its file of plans.
    package let path: String
    /// Its bytes.
    package let bytes: [UInt8]
  }

  static let schema = """
    CREATE TABLE file (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL, record BLOB NOT NULL, sum INTEGER NOT NULL)
    """

  private let database: Database
  private var get: Statement?
  private var insert: Statement?

  /// The table of a database.
  init(_ database: Database) { self.database = database }

  /// The record of a number, as far as it is asked for.
  package func record(at id: Int, _ parts: FileRecord.Parts) throws(BuildStateFault) -> FileRecord {
    return try FileRecord(try bytes(at: id), parts)
  }

  /// The bytes of the record of a number.
  package func bytes(at id: Int) throws(BuildStateFault) -> [UInt8] {
    let get = try statement(&get, "SELECT id, path, record, sum FROM file WHERE id = ?")
    let row = try BuildStateFault.asking { () throws(DatabaseError) -> (Row, sum: Int)? in
      try get.bind(1, id)
      guard try get.step() else { return nil }
      defer { get.reset() }
      return Self.row(get)
    }
    guard let row else { throw .damaged }
    return try Self.checked(row).bytes
  }

  /// Adds a record by a number of its own.
  package func add(_ bytes: [UInt8], path: String, id: Int) throws(BuildStateFault) {
    let insert = try statement(
      &insert, "INSERT INTO file (id, path, record, sum) VALUES (?, ?, ?, ?)")
    try BuildStateFault.asking { () throws(DatabaseError) in
      try insert.bind(1, id)
      try insert.bind(2, path)
      try insert.bind(3, bytes)
      try insert.bind(4, Checksum.of(path, bytes))
      try insert.run()
    }
  }

  /// Looks at all records in the order of their paths.
  package func forEach(
    _ condition: String = "", _ body: (Row) throws(BuildStateFault) -> Void
  ) throws(BuildStateFault) {
    var all: Statement?
    let rows = try statement(
      &all, "SELECT id, path, record, sum FROM file \(condition) ORDER BY path")
    while try BuildStateFault.asking({ () throws(DatabaseError) in try rows.step() }) {
      try body(try Self.checked(Self.row(rows)))
    }
  }

  private static func row(_ statement: Statement) -> (Row, sum: Int) {
    (
      Row(id: statement.number(0), path: statement.text(1), bytes: statement.bytes(2)),
      statement.number(3)
    )
  }

  /// A row that is as it was written.
  private static func checked(_ row: (Row, sum: Int)) throws(BuildStateFault) -> Row {
    guard Checksum.of(row.0.path, row.0.bytes) == row.sum else { throw .damaged }
    return row.0
  }

  /// A statement that is made ready when it is first needed.
  private func statement(_ kept: inout Statement?, _ text: String) throws(BuildStateFault)
    -> Statement
  {
    if let kept { return kept }
    let made = try BuildStateFault.asking { () throws(DatabaseError) in
      try database.prepare(text)
    }
    kept = made
    return made
  }
}
