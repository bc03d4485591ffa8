import ArgumentParser
import Calendars
import Diagnostics
import Files
import Renditions
import Schemas
import Summaries

/// `pysar monitor`: a monitoring card to start from.
struct Monitor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor",
    abstract: "Begin the monitoring card of a plan for a quarter.",
    discussion: """
      The card has the tasks, indicators and deadlines of the plan word for word, and refers to it; \
      the states of what was due by the end of the quarter are left to be written.

      Examples:
        pysar monitor plan.yaml --quarter II > card.yaml
        pysar monitor plans/kalyna.yaml --quarter II -o cards/kalyna-II.yaml
      """)

  @Argument(help: "The plan, of the kind performance-plan.", completion: .file())
  var plan: String

  @Option(help: "The quarter: I, II, III or IV.")
  var quarter: Quarter

  @Option(
    help: ArgumentHelp("The day on which the card is given; today without it.", valueName: "date"),
    transform: LocalDate.argument)
  var on: LocalDate?

  @Option(
    name: [.customShort("o"), .long], help: "The file to write; standard output without it.",
    completion: .file())
  var output: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let renderer = PlanRenderer(folders: try shared.folders())
      let card = try renderer.kinds.find("performance-monitoring", shared)
      let folder = output.map(FileSystem.parent(of:)) ?? "."
      let (started, faults) = try BegunDocument.card(quarter, folder: folder)
        .begin(from: plan, with: renderer, on: on ?? Clock.today)
      Terminal.complain(shared.reporter.report(faults))
      guard let started else { return faults.exitStatus }
      let text = PlanWriter(card.schema, language: shared.lang).write(started)
      try CommandOutput(reading: [plan]).write(Array(text.utf8), to: output ?? "-", as: .draft)
      return .success
    }
  }
}

extension Quarter: ExpressibleByArgument {
  /// Reads a numeral, typed with Latin or Cyrillic letters, or a digit.
  package init?(argument: String) { self.init(numeral: argument) }
}
