import ArgumentParser
import Batches
import Diagnostics
import Documents
import Files
import Forms
package import Renditions
import Reports

/// `pysar render`: plans to documents.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Render plans as printable HTML, PDF, Word, canonical XML or plain text.",
    discussion: """
      Several plans make one HTML page, one PDF, one file of Word or one text, each plan on a page of its own. \
      Where the output is a folder, every plan gets a file of its own, in each of the formats.

      Examples:
        pysar render plan.yaml -o plan.html
        pysar render plan.yaml -o plan.pdf
        pysar render plan.yaml -o plan.docx
        pysar render plan.yaml --format txt --width 80
        pysar render resolution.yaml --form control -o control.html
        pysar render plans/*.yaml --format html,xml -o out/
        pysar render plan.yaml --asice -o plan.asice
        generate-plan | pysar render - > plan.html
      """)

  @Argument(
    help: "The plans: YAML files, XML renditions, or - for standard input.", completion: .file())
  var plans: [String]

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The format, or several separated by commas: \(RenditionFormat.names); without it as the output's name ends, or html.",
      valueName: "format"))
  var lists: [FormatList] = []

  @Flag(
    help:
      "Put each file of plans with its renditions, a PDF without --format, into a container for signing programs (ASiC-E)."
  )
  var asice = false

  @Option(help: "The form, where a kind has several.", completion: Completion.forms)
  var form = "form"

  @Option(
    name: [.customShort("o"), .long],
    help: "The file to write, or a folder; standard output without it, and for -.",
    completion: .file())
  var output: String?

  @Option(help: "The width of a text in columns, 80 to 200.")
  var width = 100

  @Flag(help: "Draw the tables of a text with ASCII characters.")
  var ascii = false

  @Flag(
    help:
      "Begin all cells of a text's row on one line; without it, each begins where the one before ends, so that the text reads in order."
  )
  var sideBySide = false

  @OptionGroup var font: FontOption

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  /// The formats that are named.
  private var format: [RenditionFormat] { lists.flatMap(\.formats) }

  func validate() throws {
    guard (80...200).contains(width) else { throw ValidationError("--width is 80 to 200") }
    guard !asice || output.map({ isFolder($0) || $0.lowercased().hasSuffix(".asice") }) ?? false
    else {
      throw ValidationError("--asice needs a folder or a file that ends in .asice: -o plan.asice")
    }
    guard !asice || plans.count == 1 || output.map(isFolder) ?? false else {
      throw ValidationError("several containers need a folder: -o out/")
    }
    guard format.count <= 1 || asice || output.map(isFolder) ?? false else {
      throw ValidationError("several formats need a folder: -o out/")
    }
    _ = try formats()
  }

  func run() throws {
    try Terminal.run(shared.lang) {
      let folders = try shared.folders()
      let text = TextWriter(
        width: width, isASCII: ascii, cells: sideBySide ? .sideBySide : .stepped)
      let renderer = PlanRenderer(
        folders: folders, plans: references.places(besides: plans), formName: form,
        writers: RenditionWriters(text: text, font: font.folder))
      try renderer.writers.prepare(for: try formats())
      var run = RenderRun(
        renderer: renderer, formats: try formats(), output: CommandOutput(reading: plans)
      ) { findings in
        Terminal.complain(shared.reporter.report(findings.withRepetitionsToldOnce()))
      }
      let status =
        if asice, let output {
          try run.write(plans, asContainers: output)
        } else if let output, isFolder(output) {
          try run.write(plans, intoFolder: output)
        } else {
          try run.write(plans, asOne: output ?? "-")
        }
      return ExitCode(status.rawValue)
    }
  }

  /// The formats asked for; without any, that of the output's name, or HTML.
  private func formats() throws -> [RenditionFormat] {
    if asice { return format.isEmpty ? [.pdf] : format }
    guard let output, output != "-", !isFolder(output), !FileSystem.isDevice(output) else {
      return format.isEmpty ? [.html] : format
    }
    if format.isEmpty {
      do throws(ProgramFault) {
        return [try RenditionFormat.ofFile(output)]
      } catch {
        throw ValidationError(error.message[shared.lang])
      }
    }
    if let other = try? RenditionFormat.ofFile(output), other != format[0] {
      throw ValidationError(
        Message(
          uk: "«\(output)» закінчується як \(other.name), а формат – \(format[0].name)",
          en: "'\(output)' ends as \(other.name), but the format is \(format[0].name)")[shared.lang]
      )
    }
    return format
  }

  private func isFolder(_ path: String) -> Bool {
    path.hasSuffix("/") || FileSystem.isFolder(path)
  }
}

extension RenditionFormat: ExpressibleByArgument {
  /// The format that an option names; nil where there is none of that name.
  package init?(argument: String) {
    guard let format = RenditionFormat.named(argument) else { return nil }
    self = format
  }

  /// What stands in help.
  package var defaultValueDescription: String { name }

  /// What completion offers.
  package static var allValueStrings: [String] { all.map(\.name) }
}
