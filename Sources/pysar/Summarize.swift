import ArgumentParser
import Calendars
import Diagnostics
import Files
import Renditions
import Schemas
package import Summaries

/// `pysar summarize`: what the monitoring cards of a quarter come to.
struct Summarize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize",
    abstract: "Sum up the monitoring cards of a quarter: unit reports, or the summary of a body.",
    discussion: """
      The figures are counted from the cards; who has tasks and has given no card is told from the plans. \
      Without a format the report is a plan in YAML, in which reasons, actions, proposals and signatures are still to be written.

      Examples:
        pysar summarize plans/ --quarter II > report.yaml
        pysar summarize plans/ cards/ --quarter II --by agency -o summary.html
      """)

  @Argument(help: "Plans and cards, or folders of them.", completion: .file())
  var paths: [String]

  @Option(help: "The quarter: I, II, III or IV.")
  var quarter: Quarter

  @Option(help: "The year, where there are cards of several.")
  var year: Int?

  @Option(help: "What the figures are given by: unit, department or agency.")
  var by = MonitoringSummary.Grouping.department

  @Option(
    help: ArgumentHelp("The day of the report; today without it.", valueName: "date"),
    transform: LocalDate.argument)
  var on: LocalDate?

  @Option(help: "The format: \(RenditionFormat.names); without it as the output's name ends.")
  var format: RenditionFormat?

  @Option(
    name: [.customShort("o"), .long], help: "The file to write; standard output without it.",
    completion: .file())
  var output: String?

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let renderer = PlanRenderer(
        folders: try shared.folders(), plans: references.places(besides: paths))
      let kind = try renderer.kinds.find(by.kind, shared)
      let reader = MonitoringReader(by: by)
      let faults = paths.flatMap { reader.read($0, with: renderer) }
      Terminal.complain(shared.reporter.report(faults.withRepetitionsToldOnce()))
      guard !faults.hasErrors else { return faults.exitStatus }
      let summary = try MonitoringSummary(
        of: reader, by: by, quarter: quarter, year: year, date: on ?? Clock.today)
      for remark in summary.remarks() { Terminal.complain(remark[shared.lang] + "\n") }
      return try MadePlans(
        summary.plans(), kind, shared, outputs: CommandOutput(reading: paths)
      ).write(format, to: output, renderer)
    }
  }
}

extension MonitoringSummary.Grouping: ExpressibleByArgument {}
