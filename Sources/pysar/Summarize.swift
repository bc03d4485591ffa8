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

  @Option(help: ArgumentHelp("The day of the report; today without it.", valueName: "date"))
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
      guard !faults.hasErrors else { return .failure }
      let summary = try MonitoringSummary(
        of: reader, by: by, quarter: quarter, year: year, date: on ?? Clock.today)
      let writer = PlanWriter(kind.schema, language: shared.lang)
      let plans = summary.plans()
      let text = Array(plans.map(writer.write).joined(separator: "---\n").utf8)
      guard let format = try format ?? output.flatMap(Self.format) else {
        try FileSystem.replace(output ?? "-", with: text)
        return .success
      }
      guard format.showsDocument || plans.count == 1 else {
        throw ProgramFault(
          uk:
            "у форматі \(format.name) – один план, а звітів \(plans.count): назвіть картки одного підрозділу",
          en:
            "\(format.name) holds one plan, and here are \(plans.count) reports: name the cards of one unit"
        )
      }
      var run = RenderRun(renderer: renderer, formats: [format]) { findings in
        Terminal.complain(shared.reporter.report(findings))
      }
      let source = SourceFile(name: "\(by.kind).yaml", bytes: text)
      return ExitCode(try run.write(source, asOne: output ?? "-").rawValue)
    }
  }

  /// The format that the name of a file asks for; nil for a plan in YAML.
  private static func format(ofFile path: String) throws(ProgramFault) -> RenditionFormat? {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml") || path == "-"
      ? nil : try RenditionFormat.ofFile(path)
  }
}

extension MonitoringSummary.Grouping: ExpressibleByArgument {}
