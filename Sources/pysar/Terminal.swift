import ArgumentParser
import Batches
import Diagnostics
import Files
import Glibc
import Markup

/// The streams that people and programs read.
enum Terminal {
  /// When to colour what is said.
  enum Colour: String, CaseIterable, ExpressibleByArgument {
    /// On a terminal, unless the environment forbids it.
    case auto
    case always, never
  }

  /// Whether to colour what is said on a stream. The variable `NO_COLOR` forbids it where it is not
  /// empty (see no-color.org); an option outweighs it.
  static func isColoured(_ descriptor: Int32, _ colour: Colour) -> Bool {
    switch colour {
    case .always: true
    case .never: false
    case .auto:
      unsafe getenv("NO_COLOR").map { unsafe $0.pointee == 0 } ?? true && canRedraw(descriptor)
    }
  }

  /// Whether a stream is a terminal that obeys control sequences.
  static func canRedraw(_ descriptor: Int32) -> Bool {
    guard isatty(descriptor) == 1 else { return false }
    return unsafe getenv("TERM").map { unsafe String(cString: $0) } != "dumb"
  }

  /// How many columns a terminal has; 80 where it does not say.
  static func columns(_ descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether standard output and standard error are read as one: on a terminal, in a log, in a mail.
  static var isOneStream: Bool {
    var out = stat()
    var error = stat()
    return unsafe fstat(1, &out) == 0 && fstat(2, &error) == 0 && out.st_dev == error.st_dev
      && out.st_ino == error.st_ino
  }

  /// Clears a line from the cursor on (ECMA-48, EL).
  static let clearToEnd = "\u{1B}[K"

  /// Writes to standard output.
  static func write(_ bytes: [UInt8]) throws(ProgramFault) {
    try FileSystem.write(bytes, to: 1, name: "-")
  }

  /// Writes to standard error, where nothing can be done about a fault.
  static func complain(_ text: String) {
    try? FileSystem.write(Array(text.utf8), to: 2, name: "-")
  }

  /// Tells what keeps the program from a part of its work.
  static func complain(_ fault: ProgramFault, _ language: Language) {
    complain("pysar: \(fault.message[language].visible)\n")
  }

  /// Runs a command's work that takes several tasks; as ``run(_:_:)``.
  static func run(_ language: Language, _ work: () async throws -> ExitCode) async throws {
    do {
      let status = try await work()
      if status != .success { throw status }
    } catch let fault as ProgramFault {
      complain(fault, language)
      throw ExitCode.unfinished
    }
  }

  /// Runs a command's work; what keeps it from its work is told, and ends with status 2.
  static func run(_ language: Language, _ work: () throws -> ExitCode) throws {
    do {
      let status = try work()
      if status != .success { throw status }
    } catch let fault as ProgramFault {
      complain(fault, language)
      throw ExitCode.unfinished
    }
  }
}
