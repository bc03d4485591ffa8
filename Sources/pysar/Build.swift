import ArgumentParser
import Batches
import Calendars
import Diagnostics
import Discovery
import Files
import Plans
import Renditions

/// `pysar build`: a batch of plans.
struct Build: TakesTasks {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Check and render all plans below folders, in parallel, and only what has changed.",
    discussion: """
      The folder written to has the shape of the folder of plans: 2021/ivasiv.yaml becomes \
      2021/ivasiv.html, .xml and .txt. A plan with an error makes nothing, and the others are built. \
      What came of it is in manifest.jsonl, findings.json, findings.sarif and index.html.

      Examples:
        pysar build plans/ --out out/
        pysar build plans/ --out out/ --signed-off --as-of 2027-01-15
        pysar build plans/ --out out/ --formats html,xml --prune
        pysar build plans/ --out out/ --shard 3/8
      """)

  @Argument(help: "Folders of plans, and plans.", completion: .file())
  var plans: [String]

  @Option(
    name: [.customShort("o"), .long], help: "The folder to write to.", completion: .directory)
  var out: String

  @Option(help: "The formats, separated by commas: \(RenditionFormat.names).")
  var formats = FormatList(formats: RenditionFormat.usual)

  @OptionGroup var font: FontOption

  @Option(
    help: ArgumentHelp(
      "The forms, separated by commas; without it all that a kind has.", valueName: "names"))
  var forms: String?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many plans are worked on at a time.")
  var jobs: Int = Processors.count

  @Option(
    help: ArgumentHelp(
      "The day that it is built for: 2027-01-15.",
      discussion: "By its law plans without a day of their own are judged; no signature is later.",
      valueName: "date"), transform: LocalDate.argument)
  var asOf: LocalDate?

  @Flag(help: "Take only plans that everyone has signed, up to --as-of.")
  var signedOff = false

  @Flag(help: "A plan without a seal is an error.")
  var requireSeal = false

  @Flag(help: "Remove files of former runs that no plan makes any longer.")
  var prune = false

  @Flag(help: "Build everything, changed or not.")
  var force = false

  @Flag(help: "End with the first plan with an error, and write nothing.")
  var failFast = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Skip files and folders of that name or path; repeatable. A folder's .pysarignore holds such patterns, too.",
      valueName: "pattern"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many documents --prune may remove; beyond it removes none. (default: a tenth, but 20)",
      valueName: "n"))
  var maxPrune: Int?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Wait until all is on the disk; without it a power cut may lose what was told as done.")
  var sync = true

  @Flag(help: "Hold every document against its digest, by content, and build anew what differs.")
  var verify = false

  @Flag(help: "Read plans that are links to files outside of the folders of plans, too.")
  var followLinks = false

  @Option(help: "Build a stable part of the plans only: 3/8 is the third of eight.")
  var shard: Shard?

  @Option(
    help: "Write to a file what the output depends on, for make.", completion: .file())
  var depfile: String?

  @Flag(name: [.customShort("n"), .long], help: "Tell what would be done, and write nothing.")
  var dryRun = false

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard !out.isEmpty else { throw ValidationError("--out names no folder") }
    guard out != "-" else { throw ValidationError("--out is a folder, not standard output") }
    guard !plans.contains("") else { throw ValidationError("a folder of plans has no name") }
    guard !plans.contains("-") else {
      throw ValidationError("a batch has folders and files; 'pysar render -' takes standard input")
    }
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs is 1 to 1024") }
    guard maxPrune.map({ $0 >= 0 }) ?? true else {
      throw ValidationError("--max-prune is 0 or more")
    }
    guard !(failFast && shard != nil) else {
      throw ValidationError("--fail-fast speaks of the whole batch, and --shard of a part of it")
    }
  }

  func run() async throws {
    try await Terminal.run(shared.lang) {
      var batch = Batch(plans: plans, output: out, templates: try shared.folders())
      batch.planFolders = references.folders
      batch.formats = formats.formats
      batch.font = font.folder
      batch.forms = try formNames(batch.templates)
      batch.jobs = jobs
      batch.asOf = asOf
      batch.isSignedOff = signedOff
      batch.requiresSeal = requireSeal
      batch.isPruning = prune
      batch.isForced = force
      batch.isFailFast = failFast
      batch.isDryRun = dryRun
      batch.shard = shard
      batch.ignored = ignore
      batch.language = shared.lang
      batch.version = Pysar.version
      batch.isFollowingLinks = followLinks
      batch.isVerifying = verify
      batch.isSynchronizing = sync
      batch.pruneLimit = maxPrune
      return try await BatchCommand.run(batch, shared) { runner throws(ProgramFault) in
        let result = try await runner.run()
        if let depfile, !dryRun, !result.isRefused {
          try CommandOutput(reading: plans).write(
            try Depfile(batch, program: Installation.program).bytes(), to: depfile)
        }
        return result
      }
    }
  }
}

extension Build {
  /// The forms to render, of which every one is that of some kind; none where all are.
  private func formNames(_ templates: TemplateFolders) throws -> [String] {
    guard let forms else { return [] }
    let names = forms.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let known = PlanRenderer(folders: templates).formNames
    for name in names where !known.contains(name) {
      throw ValidationError(
        "--forms \(name): no kind has that form; there are \(known.joined(separator: ", "))")
    }
    return names
  }
}

/// Formats, separated by commas.
struct FormatList: ExpressibleByArgument {
  let formats: [RenditionFormat]

  init(formats: [RenditionFormat]) {
    self.formats = formats
  }

  init?(argument: String) {
    var formats: [RenditionFormat] = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = RenditionFormat.named(name) else { return nil }
      formats.append(format)
    }
    self.formats = formats
  }

  var defaultValueDescription: String { formats.map(\.name).joined(separator: ",") }

  static var allValueStrings: [String] { RenditionFormat.allValueStrings }
}

extension Shard: ExpressibleByArgument {
  /// Reads `3/8`.
  package init?(argument: String) {
    let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1] else { return nil }
    self.init(number: number, of: count)
  }
}
