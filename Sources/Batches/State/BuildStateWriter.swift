import Diagnostics
import Files
import SQLite

/// Writes what a run has come to into its state, in one transaction: until it is committed, the state
/// is that of the run before.
final class BuildStateWriter {
  /// The path of the state.
  let path: String
  /// The records, as far as they were written.
  let table: RecordTable
  private let file: BuildStateFile
  private let database: Database
  private let header: BuildStateHeader
  private let isNew: Bool
  private let replace: Statement
  private let delete: Statement
  private let pend: Statement

  /// Begins to write; a state that is of no use is made anew.
  ///
  /// - Parameter isNew: whether nothing is taken over from the run before.
  init(
    _ file: BuildStateFile, _ header: BuildStateHeader, isNew: Bool, isSynchronizing: Bool
  ) throws(ProgramFault) {
    if isNew { try file.makeEmpty() }
    guard let path = file.file?.path else {
      throw SystemError.absent.fault("записати", "write", file.path)
    }
    self.path = path
    self.file = file
    self.header = header
    self.isNew = isNew
    do throws(DatabaseError) {
      database = try Database(at: path)
      table = RecordTable(database)
      // A commit outlives a power cut, with the name of its journal.
      let waiting = isSynchronizing ? "EXTRA" : "OFF"
      try database.execute("PRAGMA synchronous = \(waiting); PRAGMA journal_mode = DELETE")
      try database.execute("BEGIN IMMEDIATE")
      if isNew {
        try database.execute(
          """
          PRAGMA application_id = \(BuildState.application);
          PRAGMA user_version = \(BuildState.version);
          \(BuildState.schema)
          """)
      }
      try database.execute("DELETE FROM pending")
      replace = try database.prepare(
        "INSERT OR REPLACE INTO file (path, record, sum) VALUES (?, ?, ?)")
      delete = try database.prepare("DELETE FROM file WHERE path = ?")
      pend = try database.prepare("INSERT INTO pending (file) VALUES (?)")
    } catch {
      throw BuildStateFault(error).fault
    }
  }

  /// Takes the record of a file in place of the one before.
  ///
  /// - Parameter isPending: whether something of it is to be put in its place or removed.
  func put(_ bytes: [UInt8], path: String, isPending: Bool) throws(BuildStateFault) {
    try BuildStateFault.asking { () throws(DatabaseError) in
      try replace.bind(1, path)
      try replace.bind(2, bytes)
      try replace.bind(3, Checksum.of(path, bytes))
      try replace.run()
      guard isPending else { return }
      try pend.bind(1, database.lastKey)
      try pend.run()
    }
  }

  /// Forgets a file.
  func remove(path: String) throws(BuildStateFault) {
    try BuildStateFault.asking { () throws(DatabaseError) in
      try delete.bind(1, path)
      try delete.run()
    }
  }

  /// Writes what the run has come to, and commits: from now on all is to be put in its place.
  func commit(_ trailer: BuildStateTrailer) throws(ProgramFault) {
    var head = ByteWriter()
    header.write(&head)
    var tail = ByteWriter()
    trailer.write(&tail)
    do throws(DatabaseError) {
      let files = try database.number("SELECT count(*) FROM file")
      let run = try database.prepare(
        "INSERT OR REPLACE INTO run (id, header, trailer, files, sum, placing) VALUES (1, ?, ?, ?, ?, 1)"
      )
      try run.bind(1, head.bytes)
      try run.bind(2, tail.bytes)
      try run.bind(3, files)
      try run.bind(4, BuildState.checksum(head.bytes, tail.bytes, files))
      try run.run()
      try database.execute("COMMIT")
    } catch {
      throw BuildStateFault(error).fault
    }
  }

  /// Leaves all as it was.
  func cancel() throws(ProgramFault) {
    try? database.execute("ROLLBACK")
    if isNew { try file.makeEmpty() }
  }

  /// Takes records in place of those before, in a state of which all else stays.
  static func renew(
    _ records: [FileRecord], in file: BuildStateFile, isSynchronizing: Bool
  ) throws(ProgramFault) {
    guard let path = file.file?.path else { return }
    do throws(DatabaseError) {
      let database = try Database(at: path)
      try database.execute(
        "PRAGMA synchronous = \(isSynchronizing ? "EXTRA" : "OFF"); BEGIN IMMEDIATE")
      let update = try database.prepare("UPDATE file SET record = ?, sum = ? WHERE path = ?")
      for record in records {
        let bytes = record.encoded()
        try update.bind(1, bytes)
        try update.bind(2, Checksum.of(record.source, bytes))
        try update.bind(3, record.source)
        try update.run()
      }
      try database.execute("COMMIT")
    } catch {
      throw BuildStateFault(error).fault
    }
  }

  /// Notes in a state that all is in its place. Where that cannot be noted, nothing is lost: the next
  /// run puts in its place what is there already.
  static func settle(_ file: RecordFile, isSynchronizing: Bool) {
    guard let database = try? Database(at: file.path) else { return }
    try? database.execute(
      """
      PRAGMA synchronous = \(isSynchronizing ? "EXTRA" : "OFF"); BEGIN IMMEDIATE; DELETE FROM pending; UPDATE run SET placing = 0;
      COMMIT
      """)
  }
}
