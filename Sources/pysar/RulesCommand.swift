import ArgumentParser
import Batches
import Diagnostics
import Renditions
import Rules

/// `pysar rules`: the law that plans are checked by.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, explain one, or show what answers every clause.",
    discussion: """
      Examples:
        pysar rules
        pysar rules task-count
        pysar rules --coverage
        pysar rules --markdown > docs/rules.md
        pysar rules --verify --templates our-rules/
      """)

  @Argument(help: "A rule's name, with or without its pack.", completion: Completion.rules)
  var rule: String?

  @Flag(help: "List every clause of the acts with what answers it.")
  var coverage = false

  @Flag(help: "Run the examples of all rules, and say which do not behave.")
  var verify = false

  @Flag(help: "Write Markdown.")
  var markdown = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let renderer = PlanRenderer(folders: try shared.folders())
      let book = RulePackReader(renderer.kinds).read()
      Terminal.complain(shared.reporter.report(book.diagnostics))
      guard let packs = book.value else { return .unfinished }
      let writer = RuleDocumentation(packs: packs, language: shared.lang)
      var text = ""
      if verify {
        let faults = packs.verifyExamples(renderer)
        Terminal.complain(shared.reporter.report(faults))
        if book.diagnostics.hasErrors { return .unfinished }
        return faults.isEmpty ? .success : .failure
      }
      if let rule {
        let found = packs.rules(named: rule)
        guard !found.isEmpty else {
          let near = nearestName(to: rule, among: packs.rules.flatMap { [$0.name, $0.id] })
          throw ValidationError(
            "there is no rule '\(rule)'" + (near.map { "; perhaps \($0)" } ?? ""))
        }
        text = found.map { writer.page(of: $0, asMarkdown: markdown) }.joined(separator: "\n")
      } else if coverage {
        text = writer.coverage()
      } else {
        text = markdown ? writer.book() : writer.list()
      }
      try Terminal.write(Array(text.utf8))
      return book.diagnostics.hasErrors ? .unfinished : .success
    }
  }
}
