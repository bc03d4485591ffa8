package import Diagnostics
internal import Files
import SQLite

/// A file with a table of records.
package struct RecordFile: Sendable {
  /// Its path, without links.
  package let path: String

  /// Opens it for a task that reads it, as it is now: in one transaction, as the system would be asked
  /// for a lock with every record otherwise. Nobody writes to it as long.
  package func open() throws(BuildStateFault) -> RecordTable {
    RecordTable(
      try BuildStateFault.asking { () throws(DatabaseError) in
        let database = try Database(at: path)
        try database.execute("BEGIN")
        return database
      })
  }
}

/// The working files of one run: what the tasks have made, before it is known what becomes of it.
/// Nothing of them is needed when the run ends, in whatever way.
package struct WorkingFiles: Sendable {
  private let output: OutputFolder
  private let folder: String
  private let prefix: String

  /// Working files in the folder for the batch's own files, where the next run finds and sweeps away
  /// what a killed one has left; those of a dry run in a folder for all that passes.
  package init(_ output: OutputFolder, isDryRun: Bool) throws(ProgramFault) {
    self.output = output
    prefix = output.asidePrefix + "part-"
    let path = isDryRun ? FileSystem.temporaryFolder : output.path(OutputFolder.own)
    guard let resolved = FileSystem.resolved(path) else {
      throw SystemError.absent.fault("прочитати теку", "read the folder", path)
    }
    folder = resolved
  }

  /// Makes one that a task writes, by a name of its own.
  package func make(_ name: String) throws(BuildStateFault) -> RecordPart {
    do throws(SystemError) {
      _ = try Folder(at: folder).create(prefix + name, isPrivate: true)
    } catch {
      throw .refused(error)
    }
    return try RecordPart(RecordFile(path: "\(folder)/\(prefix)\(name)"))
  }

  /// Removes them all.
  package func remove() {
    do throws(SystemError) {
      let folder = try Folder(at: folder)
      for name in try folder.entries().compactMap(\.name) where name.hasPrefix(prefix) {
        output.removeAside(name, in: folder)
      }
    } catch {
      output.noteRefusal(error)
    }
  }
}

/// A working file that is being written.
package final class RecordPart {
  /// Where it is.
  package let file: RecordFile
  /// Its records.
  package let table: RecordTable
  private let database: Database

  fileprivate init(_ file: RecordFile) throws(BuildStateFault) {
    self.file = file
    database = try BuildStateFault.asking { () throws(DatabaseError) in
      let database = try Database(at: file.path)
      // What is lost with the run need not survive it.
      try database.execute(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; \(RecordTable.schema)")
      return database
    }
    table = RecordTable(database)
  }

  /// Lets others read what was written.
  package func finish() throws(BuildStateFault) {
    try BuildStateFault.asking { () throws(DatabaseError) in try database.execute("COMMIT") }
  }
}
