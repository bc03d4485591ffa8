package import Diagnostics
package import Discovery
internal import Files
import SQLite

/// The place of a state: in the folder for the batch's own files, one for everything and one for each
/// shard.
package struct BuildStateFile: Sendable {
  /// What is found in the place.
  package enum Found {
    case nothing
    case state(BuildState)
    /// Something that is of no use, and what is to be said of it.
    case unusable(Diagnostic)
  }

  private let output: OutputFolder
  private let name: String

  /// Takes the place in an output folder.
  package init(_ output: OutputFolder, _ shard: Shard?) {
    self.output = output
    name = Self.prefix + (shard?.suffix ?? "")
  }

  /// The files that SQLite may put beside it.
  private var sides: [String] { ["-journal", "-wal", "-shm"].map { name + $0 } }

  /// What the names of all states begin with.
  package static let prefix = "state"

  /// What the user would call it.
  package var path: String { output.path(OutputFolder.own + "/" + name) }

  /// Opens the state.
  ///
  /// - Throws: why the system refuses to read it.
  package func open() throws(ProgramFault) -> Found {
    guard let own = OwnFolder(output), let status = try? own.folder.status(of: name) else {
      return .nothing
    }
    let others = sides.map { try? own.folder.status(of: $0) }
    // SQLite would follow its journal, or wait for it.
    guard status.kind == .file, let file, others.allSatisfy({ $0 == nil || $0?.kind == .file })
    else { return .unusable(unreadable) }
    guard FileSystem.mayTrust(status.owner) else { return .unusable(foreign) }
    do throws(BuildStateFault) {
      let database = try BuildStateFault.asking { () throws(DatabaseError) in
        try Database(at: file.path)
      }
      // A first run that was killed has left a file with nothing in it.
      if try BuildState.isEmpty(database) { return .nothing }
      return .state(try BuildState(file, database))
    } catch .damaged {
      return .unusable(unreadable)
    } catch {
      throw error.fault
    }
  }

  /// The state, if there is one that can be used.
  package func state() throws(ProgramFault) -> BuildState? {
    if case .state(let state) = try open() { state } else { nil }
  }

  /// Removes what is in the place.
  package func remove() throws(ProgramFault) {
    guard let own = OwnFolder(output) else { return }
    for name in [name] + sides {
      do throws(SystemError) {
        try own.folder.remove(name)
      } catch {
        guard error.isAbsent else { throw error.fault("вилучити", "remove", own.path(name)) }
      }
    }
  }

  /// Puts a file without tables there in place of what is there.
  func makeEmpty() throws(ProgramFault) {
    try remove()
    do throws(SystemError) {
      guard let own = OwnFolder(output) else { throw SystemError.absent }
      _ = try own.folder.create(name)
    } catch {
      throw error.fault("створити", "create", path)
    }
  }

  /// The file by its path without links.
  package var file: RecordFile? {
    FileSystem.resolved(output.path(OutputFolder.own)).map { RecordFile(path: $0 + "/" + name) }
  }

  /// The remark that a state is of no use.
  package var unreadable: Diagnostic {
    Diagnostic(
      .warning, code: "unreadable-state", file: path,
      Message(
        uk: "записи про попередні запуски пошкоджено чи лишено іншою версією: усе складено заново",
        en: "the record of former runs is damaged or another version's: everything is built anew"),
      help: Self.help)
  }

  /// The remark that a state is of somebody whom this user should not trust.
  private var foreign: Diagnostic {
    Diagnostic(
      .warning, code: "foreign-state", file: path,
      Message(
        uk: "записи про попередні запуски належать іншому користувачеві: усе складено заново",
        en: "the record of former runs belongs to another user: everything is built anew"),
      help: Self.help)
  }

  private static let help = Message(
    uk: "вилучіть самі документи планів, які з того часу зникли: про них нічого не відомо",
    en: "remove the documents of plans that have gone since: nothing is known of them")
}
