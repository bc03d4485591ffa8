import ArgumentParser
import Diagnostics

extension [Diagnostic] {
  /// The exit status that they call for: 2 where one of them keeps the program from its work, 1 where
  /// there are other errors.
  var exitStatus: ExitCode {
    keepFromWork ? .unfinished : hasErrors ? .failure : .success
  }
}

extension ExitCode {
  /// That the work could not be done.
  static let unfinished = ExitCode(2)
}
