import ArgumentParser
import Diagnostics

/// The command line of Pysar.
@main
struct Pysar: AsyncParsableCommand {
  static let version = "0.1.0"

  // All commands give their names: to find one out, ArgumentParser has the run-time system look
  // through all conformances, which takes a millisecond.
  static let configuration = CommandConfiguration(
    commandName: "pysar",
    abstract: "Writes official documents of Ukrainian public bodies from plans in YAML.",
    discussion: """
      A plan is a YAML file; its kind says what document it is. \
      Pysar checks the plan and renders it as a printable HTML page, PDF/A, a file of Word, canonical XML, or plain text.

      Examples:
        pysar new performance-plan > plan.yaml  a commented example
        pysar check plan.yaml                   everything that is wrong
        pysar render plan.yaml -o plan.html     the form, ready to print
        pysar render plan.yaml --format txt     the same in the terminal
        pysar schema performance-plan           for your editor's YAML plug-in

      Exit status: 0 clean, 1 errors in the plans, 2 the work could not be done, \
      64 wrong usage.
      """,
    version: version,
    subcommands: [
      Render.self, Check.self, Build.self, New.self, Kinds.self, SchemaCommand.self,
      RulesCommand.self, CodesCommand.self,
      DeadlinesCommand.self, SealCommand.self, Verify.self, Status.self, Compare.self,
      Revise.self, Monitor.self, Summarize.self, Control.self, Report.self, Archive.self,
      ManifestCommand.self,
    ])

  /// Runs the program. Help and the like, which ArgumentParser takes for errors of parsing, are
  /// written as all else is: where they cannot be, the status is not 0.
  ///
  /// What takes several tasks is begun on the main thread, the only one that is there in any case.
  @MainActor static func main() async {
    do {
      if let command = try started() { try await run(command) }
    } catch {
      let words = CommandWords(Array(CommandLine.arguments.dropFirst()))
      let code = exitCode(for: error)
      if code == .validationFailure {
        Terminal.complain(words.complaint(fullMessage(for: error)) + "\n")
      }
      if code == .success, let complaint = words.complaintOfTopic {
        Terminal.complain(complaint + "\n")
        exit(withError: ExitCode.validationFailure)
      }
      guard code == .success else {
        exit(withError: code == .validationFailure ? ExitCode(code.rawValue) : error)
      }
      do throws(ProgramFault) {
        try Terminal.write(Array((words.answer(fullMessage(for: error)) + "\n").utf8))
      } catch {
        Terminal.complain("pysar: \(error.message[words.language])\n")
        exit(withError: ExitCode.unfinished)
      }
    }
  }

  /// The command that was asked for, where it takes tasks and what they need is to be had. Any other
  /// is run at once: no thread but this one is needed.
  private nonisolated static func started() throws -> sending (any TakesTasks)? {
    var command = try parseAsRoot()
    let words = CommandWords(Array(CommandLine.arguments.dropFirst()))
    if let option = words.repeatedOption {
      throw ValidationError("\(option) is given more than once, and takes one value")
    }
    if let command = command as? any TakesTasks {
      try command.checkResources()
      return command
    }
    try Terminal.run(words.language) {
      try Resources.checkMemory()
      return .success
    }
    try command.run()
    return nil
  }

  private nonisolated static func run(_ command: sending any TakesTasks) async throws {
    var command = command
    try await command.run()
  }
}
