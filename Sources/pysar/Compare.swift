import ArgumentParser
import Diagnostics
import Files
import Lifecycle
import Plans
import Renditions
import Schemas

/// `pysar compare`: what has changed from one plan to another.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what has changed from one plan to another, word by word.",
    discussion: """
      The HTML prints as an annex to a revised plan.

      Examples:
        pysar compare plan.yaml plan-II.yaml
        pysar compare plan.yaml plan-II.yaml --format html -o changes.html
      """)

  @Argument(help: "The plan as it was.", completion: .file())
  var old: String

  @Argument(help: "The plan as it is.", completion: .file())
  var new: String

  @Option(help: "How to write it.")
  var format = GeneratedFormat.txt

  @Option(
    name: [.customShort("o"), .long], help: "The file to write; standard output without it.",
    completion: .file())
  var output: String?

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let renderer = PlanRenderer(
        folders: try shared.folders(), plans: references.places(besides: [old, new]),
        writers: .ofTables)
      let files = PlanSources([old, new])
      let plans = files.sources.flatMap { renderer.read($0) }
      let found = files.diagnostics + plans.flatMap(\.diagnostics)
      Terminal.complain(shared.reporter.report(found.withRepetitionsToldOnce()))
      try files.refuseEmptyFolders()
      guard !found.hasErrors else { return found.exitStatus }
      let trees = plans.compactMap(\.value)
      guard trees.count == 2, trees[0].kind.name == trees[1].kind.name else {
        throw ProgramFault(
          uk: "порівнюють два плани одного виду, по одному у файлі",
          en: "two plans of one kind are compared, one in each file")
      }
      let report = ComparisonReport(trees[0], trees[1])
      try GeneratedPlan(
        json: report.json(), name: "comparison", outputs: CommandOutput(reading: [old, new])
      ).write(format.rendition, to: output, renderer)
      return .success
    }
  }
}
