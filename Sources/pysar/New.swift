import ArgumentParser
import Batches
import Calendars
import Diagnostics
import Documents
import Files
import Renditions
import Schemas
import Summaries

/// `pysar new`: something to start from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Print a commented example of a plan, a blank form, or a sheet begun from a plan.",
    discussion: """
      From a performance plan are begun interview-sheet, with its tasks as last year's, and smart-sheet, a row for each \
      indicator with what the rules have found on it.

      Examples:
        pysar new performance-plan > plan.yaml
        pysar new наказ > наказ.yaml
        pysar new план-заходів --lang en > plan.yaml
        pysar new performance-plan --blank html > blank.html
        pysar new smart-sheet --from plan.yaml > smart.yaml
      """)

  @Argument(
    help: "The kind of plan or another word for it, such as наказ; pysar kinds lists them.",
    completion: Completion.examples)
  var kind: String

  @Option(
    help:
      "Print the blank form, to be filled in by hand: \(blankFormats).",
    completion: .list(RenditionFormat.ofDocuments.map(\.name)))
  var blank: RenditionFormat?

  @Option(
    help: "The blank form's name, where a kind has several.", completion: Completion.forms)
  var form = "form"

  @Option(
    help: "Begin an interview-sheet or a smart-sheet from this performance plan.",
    completion: .file())
  var from: String?

  @Option(
    help: ArgumentHelp(
      "The day of what is begun from a plan; today without it.", valueName: "date"),
    transform: LocalDate.argument)
  var on: LocalDate?

  @OptionGroup var font: FontOption

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard blank?.showsDocument ?? true else {
      throw ValidationError(
        Message(
          uk: "порожній бланк буває у форматах \(Self.blankFormats)",
          en: "a blank form comes in the formats \(Self.blankFormats)")[shared.lang])
    }
  }

  /// Prints a document that is begun from a plan.
  private func begin(_ kind: Kind, from plan: String, _ renderer: PlanRenderer) throws -> ExitCode {
    guard let document = BegunDocument(kind: kind.name) else {
      throw ProgramFault(
        uk:
          "з плану починають interview-sheet і smart-sheet, а не \(kind.name); картку – pysar monitor",
        en:
          "interview-sheet and smart-sheet are begun from a plan, not \(kind.name); cards by pysar monitor"
      )
    }
    let (begun, faults) = try document.begin(from: plan, with: renderer, on: on ?? Clock.today)
    Terminal.complain(shared.reporter.report(faults))
    guard let begun else { return faults.exitStatus }
    try Terminal.write(Array(PlanWriter(kind.schema, language: shared.lang).write(begun).utf8))
    return .success
  }

  private static let blankFormats = RenditionFormat.ofDocuments.map(\.name).joined(separator: ", ")

  func run() throws {
    try Terminal.run(shared.lang) {
      let folders = try shared.folders()
      let renderer = PlanRenderer(
        folders: folders, formName: form, writers: RenditionWriters(font: font.folder))
      let example = renderer.kinds.example(called: kind)
      let found =
        try example?.kind
        ?? renderer.kinds.find(kind, shared, andWords: renderer.kinds.allExamples)
      if let from { return try begin(found, from: from, renderer) }
      if let blank {
        let document = renderer.blank(of: found)
        Terminal.complain(shared.reporter.report(document.diagnostics))
        guard let page = document.value else {
          return document.diagnostics.exitStatus
        }
        try Terminal.write(try renderer.write(blank: page, as: blank))
        return .success
      }
      let file = example.map { "examples/\($0.word.en)" } ?? "example"
      for ending in shared.lang == .en ? [".en.yaml", ".yaml"] : [".yaml"] {
        if let source = try? folders.read("kinds/\(found.name)/\(file)\(ending)") {
          // Editors take the schema from this line, where pysar schema has written it beside the plan.
          let modeline = "# yaml-language-server: $schema=\(found.name).schema.json\n"
          try Terminal.write(Array(modeline.utf8) + source.bytes)
          return .success
        }
      }
      throw ProgramFault(
        uk: "вид «\(found.name)» не має зразка (example.yaml)",
        en: "the kind '\(found.name)' has no example.yaml")
    }
  }
}

extension KindLibrary {
  /// A kind by its name, or wrong usage that names the nearest.
  ///
  /// - Parameter words: what may stand in a name's place as well.
  func find(_ name: String, _ shared: SharedOptions, andWords words: [String] = []) throws -> Kind {
    guard let kind = kind(called: name) else {
      let near =
        nearestName(to: name, among: allNames + words)
        ?? names(saying: name, in: shared.lang).prefix(4).joined(separator: ", ")
      throw ValidationError(
        "there is no kind '\(name)'" + (near.isEmpty ? "" : "; perhaps \(near)"))
    }
    guard let value = kind.value else {
      Terminal.complain(shared.reporter.report(kind.diagnostics))
      throw ExitCode.unfinished
    }
    return value
  }
}
