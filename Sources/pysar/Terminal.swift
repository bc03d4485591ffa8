import ArgumentParser
import Batches
import Diagnostics
import Glibc

/// The streams that people and programs read.
enum Terminal {
  /// Whether colour makes sense on a stream (see no-color.org).
  static func isColoured(_ descriptor: Int32) -> Bool {
    guard isatty(descriptor) == 1, unsafe getenv("NO_COLOR") == nil else { return false }
    return unsafe getenv("TERM").map { unsafe String(cString: $0) } != "dumb"
  }

  /// Writes to standard output.
  static func write(_ bytes: [UInt8]) throws(ProgramFault) {
    try FileSystem.write(bytes, to: 1, name: "-")
  }

  /// Writes to standard error, where nothing can be done about a fault.
  static func complain(_ text: String) {
    try? FileSystem.write(Array(text.utf8), to: 2, name: "-")
  }

  /// Runs a command's work that takes several tasks; as ``run(_:_:)``.
  static func run(_ language: Language, _ work: () async throws -> ExitCode) async throws {
    do {
      let status = try await work()
      if status != .success { throw status }
    } catch let fault as ProgramFault {
      complain("pysar: \(fault.message[language])\n")
      throw ExitCode(2)
    }
  }

  /// Runs a command's work; what keeps it from its work is told, and ends with status 2.
  static func run(_ language: Language, _ work: () throws -> ExitCode) throws {
    do {
      let status = try work()
      if status != .success { throw status }
    } catch let fault as ProgramFault {
      complain("pysar: \(fault.message[language])\n")
      throw ExitCode(2)
    }
  }
}
