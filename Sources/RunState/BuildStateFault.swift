package import Diagnostics
package import Files
import SQLite

/// Why a file of records is of no use.
package enum BuildStateFault: Error, Equatable {
  /// It is not what was written, or was not written to its end.
  case damaged
  /// The system refuses to read or to write it.
  case refused(SystemError)

  init(_ error: DatabaseError) {
    self = error.isDamage ? .damaged : .refused(SystemError(code: error.systemCode))
  }

  /// The fault that ends a run.
  package var fault: ProgramFault {
    switch self {
    case .damaged:
      ProgramFault(
        uk: "робочий файл пакета пошкоджено: запустіть ще раз із --force",
        en: "a working file of the batch is damaged: run again with --force")
    case .refused(let error): error.fault("вести записи у", "keep records in", OutputFolder.own)
    }
  }

  /// Does something that reads or writes this run's own files.
  package static func turned<Value>(_ body: () throws(BuildStateFault) -> Value)
    throws(ProgramFault)
    -> Value
  {
    do throws(BuildStateFault) {
      return try body()
    } catch {
      throw error.fault
    }
  }

  /// Does something with a database.
  static func asking<Value>(_ body: () throws(DatabaseError) -> Value) throws(BuildStateFault)
    -> Value
  {
    do throws(DatabaseError) {
      return try body()
    } catch {
      throw BuildStateFault(error)
    }
  }
}
