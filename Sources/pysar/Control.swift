import ArgumentParser
import Calendars
import Diagnostics
import Files
import Renditions
import Schemas
import Summaries

/// `pysar control`: the control cards of acts and plans to start from.
struct Control: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "control",
    abstract: "Begin the control cards of acts and plans: one for each duty with a term.",
    discussion: """
      Each card has the duty word for word, its executors and the day by which it must be done, and refers to the act; \
      a day off moves to the next working day, and a duty without a term has thirty days. Duties that have a card in the folder are passed by.

      Examples:
        pysar control order.yaml --to cards/
        pysar control plan.yaml --to cards/ --agency Мінкульт --executor Мінкульт
      """)

  @Argument(help: "Acts and plans, or folders of them.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("The folder of the cards; made where there is none.", valueName: "dir"),
    completion: .directory)
  var to: String

  @Option(
    help: ArgumentHelp(
      "The day on which the duties are taken under control; today without it.", valueName: "date"),
    transform: LocalDate.argument)
  var on: LocalDate?

  @Option(
    help: ArgumentHelp(
      "The body whose control it is; without it, the one that issued the act.", valueName: "name"))
  var agency: String?

  @Option(
    help: ArgumentHelp(
      "Only what this executor owes; a part of the name will do.", valueName: "name")
  )
  var executor: String?

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let renderer = PlanRenderer(
        folders: try shared.folders(), plans: references.places(besides: paths))
      let kind = try renderer.kinds.find("control-card", shared)
      let reader = ControlReader(folders: renderer.kinds.folders)
      var faults = paths.flatMap { reader.read($0, with: renderer) }
      if !faults.hasErrors, let lack = reader.lack ?? on.flatMap(reader.lack) { throw lack }
      let folder = try BegunPlans.folder(to)
      faults += reader.readBegun(in: folder, with: renderer)
      Terminal.complain(shared.reporter.report(faults.withRepetitionsToldOnce()))
      guard !faults.hasErrors else { return faults.exitStatus }
      let begun = ControlCardStart(
        of: reader, in: folder, opened: on ?? Clock.today,
        by: try ControlTerms(renderer.kinds.folders), agency: agency, executor: executor)
      try BegunPlans(
        begun.cards, kind, shared.lang, outputs: CommandOutput(reading: paths)
      ).write()
      let told = Message(
        uk: "карток почато: \(begun.cards.count), уже є: \(begun.kept), без дня: \(begun.undated)",
        en:
          "cards begun: \(begun.cards.count), there already: \(begun.kept), without a day: \(begun.undated)"
      )
      Terminal.complain(told[shared.lang] + "\n")
      return .success
    }
  }
}
