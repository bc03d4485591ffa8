import ArgumentParser
import Diagnostics
import SchemaWriters
import Schemas

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
        pysar schema performance-plan --reference > performance-plan.md
      """)

  @Argument(
    help: "The kind of plan, in English or Ukrainian; pysar kinds lists them.",
    completion: Completion.kinds)
  var kind: String

  @Flag(help: "Print the XML Schema of the XML renditions.")
  var xsd = false

  @Flag(help: "Print the keys of the plans and what they mean, in Markdown.")
  var reference = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard !(xsd && reference) else { throw ValidationError("--xsd or --reference, not both") }
  }

  func run() throws {
    try Terminal.run(shared.lang) {
      let kinds = KindLibrary(folders: try shared.folders())
      let schema = try kinds.find(kind, shared).schema
      let text =
        if xsd {
          XSDWriter().write(schema)
        } else if reference {
          SchemaReference(language: shared.lang).write(schema)
        } else {
          JSONSchemaWriter(language: shared.lang).write(schema)
        }
      try Terminal.write(Array(text.utf8))
      return .success
    }
  }
}
