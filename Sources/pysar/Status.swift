import ArgumentParser
import Calendars
import Diagnostics
import Files
import Lifecycle
import Renditions

/// `pysar status`: how far plans have come.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how far plans have come, by unit, and whose signature is awaited since when.",
    discussion: """
      The state follows from the signatures: new, prepared, approved, acknowledged, reviewed.

      Examples:
        pysar status plans/
        pysar status plans/ --format html -o status.html
      """)

  @Argument(help: "Plans, and folders of plans.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The day that the table speaks of; today without it.", valueName: "date"),
    transform: LocalDate.argument)
  var on: LocalDate?

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
        folders: try shared.folders(), plans: references.places(besides: paths),
        writers: .ofTables)
      let files = PlanSources(paths)
      var report = StatusReport(on: on ?? Clock.today)
      var found = files.diagnostics
      for source in files.sources {
        for plan in renderer.read(source) {
          found += plan.diagnostics.filter { $0.severity == .error }
          report.add(plan.value, from: source.name)
        }
      }
      Terminal.complain(shared.reporter.report(found.withRepetitionsToldOnce()))
      try files.refuseEmptyFolders()
      try GeneratedPlan(
        json: report.json(), name: "status", outputs: CommandOutput(reading: paths)
      ).write(format.rendition, to: output, renderer)
      if let later = report.later {
        let day = (on ?? Clock.today).formatted("dd.MM.yyyy")
        let message = Message(
          uk: "увага: підписів із датою після \(day) – \(later.count) (перший – \(later.file)); "
            + "їх не враховано: звірте рік і день або назвіть пізніший день у --on",
          en: "note: signatures of days after \(day): \(later.count) (the first: \(later.file)); "
            + "they do not count: compare year and day, or name a later day with --on")
        Terminal.complain(message[shared.lang] + "\n")
      }
      if report.passedBy > 0 {
        let message = Message(
          uk: "планів видів, що не мають погодження й ознайомлення: \(report.passedBy)",
          en: "plans of kinds without approval and acknowledgement: \(report.passedBy)")
        Terminal.complain(message[shared.lang] + "\n")
      }
      return found.exitStatus
    }
  }
}
