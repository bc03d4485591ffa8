import ArgumentParser
import Calendars
import Diagnostics
import Files
import Renditions
import Schemas
import Summaries

/// `pysar report`: what was done of a plan, and what is overdue under control.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Report on a plan: begin the reports of its executors, sum them up, list what is overdue.",
    discussion: """
      With --to, a report is begun for each main executor of the plan, with its measures word for word; their states are left to be written. \
      With --summary, the reports are summed up: the figures are counted, and who has not reported is named. \
      With --overdue, what is overdue is listed from acts, plans and their control cards. \
      With --extract, what one executor owes.

      Examples:
        pysar report plan.yaml --to reports/ --due 2028-02-15
        pysar report plan.yaml reports/ --summary --agency Мінкульт > summary.yaml
        pysar report acts/ cards/ --overdue --as-of 2027-07-01 -o overdue.html
        pysar report plan.yaml --extract --executor Мінкульт -o extract.html
      """)

  @Argument(
    help: "A plan and its reports, acts and cards, or folders of them.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Begin the reports of executors in this folder; made where there is none.", valueName: "dir"),
    completion: .directory)
  var to: String?

  @Flag(help: "Sum up the reports of executors.")
  var summary = false

  @Flag(help: "List what is overdue, from acts, plans and control cards.")
  var overdue = false

  @Flag(help: "Make the extract of one executor, named by --executor.")
  var extract = false

  @Option(
    help: ArgumentHelp("The day of the report; today without it.", valueName: "date"),
    transform: LocalDate.argument)
  var on: LocalDate?

  @Option(
    help: ArgumentHelp(
      "The day that the report speaks of; without it, the day of the report.", valueName: "date"),
    transform: LocalDate.argument)
  var asOf: LocalDate?

  @Option(
    help: ArgumentHelp("The day by which it must be given.", valueName: "date"),
    transform: LocalDate.argument)
  var due: LocalDate?

  @Option(help: ArgumentHelp("The body that sums up, or whose control it is.", valueName: "name"))
  var agency: String?

  @Option(help: ArgumentHelp("Who gets the report, in the dative.", valueName: "name"))
  var addressee: String?

  @Option(
    help: ArgumentHelp(
      "Only the report of this executor; a part of the name will do.", valueName: "name"))
  var executor: String?

  @Option(help: "The format: \(RenditionFormat.names); without it as the output's name ends.")
  var format: RenditionFormat?

  @Option(
    name: [.customShort("o"), .long], help: "The file to write; standard output without it.",
    completion: .file())
  var output: String?

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard [to != nil, summary, overdue, extract].count(where: { $0 }) == 1 else {
      throw ValidationError("say what to do: --to DIR, --summary, --overdue or --extract")
    }
    guard !extract || executor != nil else {
      throw ValidationError("say whose extract: --executor NAME")
    }
  }

  func run() throws {
    try Terminal.run(shared.lang) {
      let renderer = PlanRenderer(
        folders: try shared.folders(), plans: references.places(besides: paths),
        writers: overdue || extract ? .ofTables : RenditionWriters())
      let reader = ControlReader(folders: renderer.kinds.folders)
      let folder = try to.map { try BegunPlans.folder($0) }
      let faults =
        paths.flatMap { reader.read($0, with: renderer) }
        + (folder.map { reader.readBegun(in: $0, with: renderer) } ?? [])
      Terminal.complain(shared.reporter.report(faults.withRepetitionsToldOnce()))
      guard !faults.hasErrors else { return faults.exitStatus }
      let date = on ?? Clock.today
      let days = ReportDays(date: date, asOf: asOf ?? date, due: due)
      if let folder { return try begin(reader, renderer, days, in: folder) }
      let kind = try renderer.kinds.find(
        overdue ? "overdue-report" : extract ? "plan-extract" : "plan-execution-summary", shared)
      return try MadePlans(
        try plans(reader, days), kind, shared, outputs: CommandOutput(reading: paths)
      ).write(format, to: output, renderer)
    }
  }

  private func plans(_ reader: ControlReader, _ days: ReportDays) throws -> [PlanValue] {
    let folder = output.map(FileSystem.parent(of:)) ?? "."
    if overdue { return [OverdueReport(of: reader, days, agency: agency).plan()] }
    if let executor, extract { return try reader.extracts(of: executor, in: folder) }
    return [
      try ExecutionSummary(of: reader, days).plan(
        agency: agency, addressee: addressee, in: folder)
    ]
  }

  private func begin(
    _ reader: ControlReader, _ renderer: PlanRenderer, _ days: ReportDays, in folder: String
  ) throws -> ExitCode {
    let begun = try ExecutorReportStart(
      of: reader, in: folder, days, executor: executor, addressee: addressee)
    let kind = try renderer.kinds.find("executor-report", shared)
    try BegunPlans(
      begun.reports, kind, shared.lang, outputs: CommandOutput(reading: paths)
    ).write()
    let told = Message(
      uk:
        "звітів почато: \(begun.reports.count), уже є: \(begun.kept.count); заходів, строк яких минув: \(begun.past), без виконавця: \(begun.unowned)",
      en:
        "reports begun: \(begun.reports.count), there already: \(begun.kept.count); measures whose term is past: \(begun.past), without an executor: \(begun.unowned)"
    )
    Terminal.complain(told[shared.lang] + "\n")
    return .success
  }
}
