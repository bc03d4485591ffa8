import ArgumentParser
import Batches
import Diagnostics
import Documents
import Files
import Forms
import Plans
import Renditions
import Reports

/// `pysar render`: plans to documents.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Render plans as printable HTML, canonical XML or plain text.",
    discussion: """
      Several plans make one HTML page or one text, each plan on a page of its own. \
      Where the output is a folder, every plan gets a file of its own, and --format may be repeated.

      Examples:
        pysar render plan.yaml -o plan.html
        pysar render plan.yaml --format txt --width 80
        pysar render resolution.yaml --form control -o control.html
        pysar render plans/*.yaml --format html --format xml -o out/
        generate-plan | pysar render - > plan.html
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, xml, txt
  }

  @Argument(
    help: "The plans: YAML files, XML renditions, or - for standard input.", completion: .file())
  var plans: [String]

  @Option(help: "The format: html, xml or txt; without it as the output's name ends, or html.")
  var format: [Format] = []

  @Option(help: "The form, where a kind has several.")
  var form = "form"

  @Option(
    name: [.customShort("o"), .long],
    help: "The file to write, or a folder; standard output without it.", completion: .file())
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

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (80...200).contains(width) else { throw ValidationError("--width is 80 to 200") }
    guard format.count <= 1 || output.map(isFolder) ?? false else {
      throw ValidationError("several formats need a folder: -o out/")
    }
  }

  func run() throws {
    try Terminal.run(shared.lang) {
      let folders = try shared.folders()
      let renderer = PlanRenderer(
        folders: folders, formName: form,
        text: TextWriter(
          width: width, isASCII: ascii, cells: sideBySide ? .sideBySide : .stepped))
      var rendition = Rendition(renderer: renderer, formats: formats, shared: shared)
      if let output, isFolder(output) {
        return try rendition.write(plans, intoFolder: output)
      }
      return try rendition.write(plans, asOne: output)
    }
  }

  /// The formats asked for; without any, that of the output's name, or HTML.
  private var formats: [Format] {
    if !format.isEmpty { return format }
    let ending = output.flatMap { $0.split(separator: ".").last.map(String.init) } ?? ""
    return [output.map(isFolder) ?? true ? .html : Format(rawValue: ending) ?? .html]
  }

  private func isFolder(_ path: String) -> Bool {
    path.hasSuffix("/") || FileSystem.isFolder(path)
  }
}
