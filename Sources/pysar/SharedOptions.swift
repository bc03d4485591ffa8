import ArgumentParser
import Batches
package import Diagnostics
import Files
import Forms

extension Language: ExpressibleByArgument {}

/// The options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of your own kinds and forms, laid over the built-in one.",
      discussion: "May be given several times; a file of a later folder wins.",
      valueName: "dir"),
    completion: .directory)
  var templates: [String] = []

  @Option(help: "The language of messages: uk or en.")
  var lang: Language = .uk

  @Option(help: "Colour the findings: auto, always or never.")
  var color: Terminal.Colour = .auto

  func validate() throws {
    for folder in templates where !FileSystem.isFolder(folder) {
      throw ValidationError("--templates \(folder): there is no such folder")
    }
  }

  /// The template folders, the built-in one first.
  func folders() throws(ProgramFault) -> TemplateFolders {
    TemplateFolders([try Installation.templates()] + templates)
  }

  /// The reporter for standard error.
  var reporter: TextReporter {
    TextReporter(language: lang, isColoured: Terminal.isColoured(2, color))
  }
}
