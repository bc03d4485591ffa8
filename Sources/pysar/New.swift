import ArgumentParser
import Batches
import Diagnostics
import Documents
import Files
import Renditions
import Schemas

/// `pysar new`: something to start from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Print a commented example of a plan, or a blank form.",
    discussion: """
      Examples:
        pysar new performance-plan > plan.yaml
        pysar new план-заходів --lang en > plan.yaml
        pysar new performance-plan --blank html > blank.html
      """)

  @Argument(
    help: "The kind of plan, in English or Ukrainian; pysar kinds lists them.",
    completion: Completion.kinds)
  var kind: String

  @Option(
    help:
      "Print the blank form, to be filled in by hand: \(blankFormats).",
    completion: .list(RenditionFormat.ofDocuments.map(\.name)))
  var blank: RenditionFormat?

  @Option(
    help: "The blank form's name, where a kind has several.", completion: Completion.forms)
  var form = "form"

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

  private static let blankFormats = RenditionFormat.ofDocuments.map(\.name).joined(separator: ", ")

  func run() throws {
    try Terminal.run(shared.lang) {
      let folders = try shared.folders()
      let renderer = PlanRenderer(
        folders: folders, formName: form, writers: RenditionWriters(font: font.folder))
      let found = try renderer.kinds.find(kind, shared)
      if let blank {
        let document = renderer.blank(of: found)
        Terminal.complain(shared.reporter.report(document.diagnostics))
        guard let page = document.value else {
          return document.diagnostics.concernTemplates ? ExitCode(2) : .failure
        }
        try Terminal.write(try renderer.write(blank: page, as: blank))
        return .success
      }
      let names = shared.lang == .en ? ["example.en.yaml", "example.yaml"] : ["example.yaml"]
      for name in names {
        if let source = try? folders.read("kinds/\(found.name)/\(name)") {
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
  /// A kind by its name, or wrong usage that lists the names there are.
  func find(_ name: String, _ shared: SharedOptions) throws -> Kind {
    guard let kind = kind(called: name) else {
      let near = nearestName(to: name, among: allNames).map { "; perhaps \($0)" } ?? ""
      throw ValidationError(
        "there is no kind '\(name)'\(near); the kinds: \(names.joined(separator: ", "))")
    }
    guard let value = kind.value else {
      Terminal.complain(shared.reporter.report(kind.diagnostics))
      throw ExitCode(2)
    }
    return value
  }
}
