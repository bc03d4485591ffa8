import ArgumentParser
import Calendars
import Diagnostics
import Files
import PersonnelFiles

/// `pysar archive`: personnel files.
struct Archive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract:
      "Keep signed plans as personnel files, one BagIt bag after the other for each servant.",
    discussion: """
      A plan that all have signed becomes an item of its servant's file: as it was signed, with its renditions, \
      the signatures that lie beside it, and the inventory. Servants are known by servant/id. \
      A later export adds the next bag and leaves every earlier byte alone.

      Examples:
        pysar archive plans/ --to personnel/
        pysar archive plans/2027/ --to personnel/ --as-of 2027-12-30 --agency 43012345
        pysar archive verify personnel/
        pysar archive list personnel/ --servant 1042
        pysar archive extract personnel/ --servant 1042 --to copy/
      """,
    subcommands: [ArchiveExport.self, ArchiveVerify.self, ArchiveList.self, ArchiveExtract.self],
    defaultSubcommand: ArchiveExport.self)
}

/// `pysar archive PATH… --to DIR`: plans to personnel files.
struct ArchiveExport: TakesTasks {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export signed plans to personnel files.",
    discussion: """
      Examples:
        pysar archive plans/ --to personnel/
      """)

  @Argument(help: "Plans, and folders of plans.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("The folder of the personnel files.", valueName: "dir"),
    completion: .directory)
  var to: String

  @Option(
    help: ArgumentHelp(
      "The day of the export, which stands in what is written; today without it. No signature is later.",
      valueName: "date"), transform: LocalDate.argument)
  var asOf: LocalDate?

  @Option(
    help: ArgumentHelp(
      "The body's code in the state register (ЄДРПОУ), which names of files get.", valueName: "code"
    ))
  var agency: String?

  @Option(
    help: ArgumentHelp(
      "The index of the cases by the body's nomenclature, which inventories get; as before without it.",
      valueName: "index"))
  var caseIndex: String?

  @Option(
    help: ArgumentHelp(
      "How long the files are kept, and by which article; as before without it.", valueName: "text")
  )
  var retention: String?

  @Option(
    help: ArgumentHelp(
      "The mark that says who may see the files; as before without it.", valueName: "text"))
  var access: String?

  @Option(
    help: ArgumentHelp(
      "A servant whose name has changed: the same identifier, another name. May be given again.",
      valueName: "id"))
  var renamed: [String] = []

  @Flag(
    help:
      "Take no plan without electronic signatures beside it (*.p7s, *.asice, *.asics) of all who must sign."
  )
  var requireSignatures = false

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many files are worked on at a time.")
  var jobs: Int = Processors.count

  @OptionGroup var font: FontOption

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard !to.isEmpty, to != "-" else { throw ValidationError("--to names a folder") }
    guard !paths.contains("-"), !paths.contains("") else {
      throw ValidationError("plans are files and folders")
    }
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs is 1 to 1024") }
    guard agency?.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) ?? true, agency?.utf8.count ?? 8 <= 10
    else {
      throw ValidationError("--agency is a code of digits, eight as a rule")
    }
  }

  func run() async throws {
    try await Terminal.run(shared.lang) {
      var options = ArchiveOptions(
        paths: paths, output: to, day: asOf ?? Clock.today, templates: try shared.folders(),
        version: Pysar.version)
      options.agencyCode = agency
      options.caseIndex = caseIndex
      options.retention = retention
      options.access = access
      options.renamed = Set(renamed)
      options.requiresSignatures = requireSignatures
      options.jobs = jobs
      options.planFolders = references.folders
      options.font = font.folder
      let result = try await ArchiveRun.export(options)
      Terminal.complain(shared.reporter.report(result.diagnostics.withRepetitionsToldOnce()))
      try Terminal.write(Array((result.summary[shared.lang] + "\n").utf8))
      return result.diagnostics.exitStatus
    }
  }
}
