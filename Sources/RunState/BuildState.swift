import Bytes
internal import Diagnostics
internal import Files
import SQLite

/// What a run finds of the runs before it: a database with a record for every file of plans, and with
/// what is known of the last run. It also says what is still to be put in its place; a run that was
/// killed there is finished by the next one.
package final class BuildState {
  /// What the last run has left.
  package let header: BuildStateHeader
  /// What it came to.
  package let trailer: BuildStateTrailer
  /// Whether some of what it has made may still stand aside.
  package let isPlacing: Bool
  /// Where it is.
  package let file: RecordFile
  /// The records.
  package let table: RecordTable
  /// How many records there are.
  private let count: Int

  /// The number that says that a database of SQLite is such a one: `Pysa`.
  static let application = 0x5079_7361
  /// The version of its tables, and of the records in them.
  package static let version = 7

  static let schema = """
    \(RecordTable.schema);
    CREATE UNIQUE INDEX file_path ON file (path);
    CREATE TABLE pending (file INTEGER PRIMARY KEY);
    CREATE TABLE run (
      id INTEGER PRIMARY KEY, header BLOB NOT NULL, trailer BLOB NOT NULL, files INTEGER NOT NULL,
      sum INTEGER NOT NULL, placing INTEGER NOT NULL)
    """

  /// Opens the state in a file.
  package convenience init(_ file: RecordFile) throws(BuildStateFault) {
    let database = try BuildStateFault.asking { () throws(DatabaseError) in
      try Database(at: file.path)
    }
    try self.init(file, database)
  }

  init(_ file: RecordFile, _ database: Database) throws(BuildStateFault) {
    self.file = file
    table = RecordTable(database)
    let row = try BuildStateFault.asking { () throws(DatabaseError) -> Row? in
      guard try Self.isOne(database) else { return nil }
      let run = try database.prepare(
        "SELECT header, trailer, files, sum, placing FROM run WHERE id = 1")
      guard try run.step(), !database.isReadOnly else { return nil }
      return Row(
        header: run.bytes(0), trailer: run.bytes(1), files: run.number(2), sum: run.number(3),
        isPlacing: run.number(4) != 0)
    }
    guard let row, row.sum == row.checksum else { throw .damaged }
    var header = ByteReader(row.header[...])
    var trailer = ByteReader(row.trailer[...])
    self.header = try BuildStateHeader(&header)
    self.trailer = try BuildStateTrailer(&trailer)
    isPlacing = row.isPlacing
    count = row.files
  }

  /// What stands in the database of its last run.
  private struct Row {
    let header: [UInt8]
    let trailer: [UInt8]
    let files: Int
    let sum: Int
    let isPlacing: Bool

    var checksum: Int { BuildState.checksum(header, trailer, files) }
  }

  static func checksum(_ header: [UInt8], _ trailer: [UInt8], _ files: Int) -> Int {
    Checksum.of("\(files)", header + trailer)
  }

  /// Whether nothing was ever committed to a database.
  static func isEmpty(_ database: Database) throws(BuildStateFault) -> Bool {
    try BuildStateFault.asking { () throws(DatabaseError) in
      try database.number("PRAGMA page_count") == 0
    }
  }

  /// Whether a database has the tables of a state, and no others.
  private static func isOne(_ database: Database) throws(DatabaseError) -> Bool {
    guard try database.number("PRAGMA application_id") == application,
      try database.number("PRAGMA user_version") == version
    else { return false }
    var found = 0
    let tables = try database.prepare("SELECT sql FROM sqlite_master ORDER BY rowid")
    let expected = schema.split(separator: ";").map { statement in
      statement.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }
    while try tables.step() {
      let text = tables.text(0).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      guard found < expected.count, expected[found] == text else { return false }
      found += 1
    }
    return found == expected.count
  }

  /// Looks at all records in the order of their paths, and holds that all are there.
  package func forEach(_ body: (RecordTable.Row) throws(BuildStateFault) -> Void)
    throws(BuildStateFault)
  {
    var found = 0
    var last = ""
    try table.forEach { row throws(BuildStateFault) in
      guard found == 0 || last.precedes(row.path) else { throw .damaged }
      last = row.path
      found += 1
      try body(row)
    }
    guard found == count else { throw .damaged }
  }

  /// Looks at the records of what may still be to be put in its place, and of a share of them alone.
  package func forEachPending(
    _ share: WorkerShare, _ body: (FileRecord) throws(BuildStateFault) -> Void
  )
    throws(BuildStateFault)
  {
    let condition =
      "WHERE id IN (SELECT file FROM pending) AND id / 64 % \(share.count) = \(share.worker)"
    try table.forEach(condition) { row throws(BuildStateFault) in
      try body(try FileRecord(row.bytes, []))
    }
  }
}
