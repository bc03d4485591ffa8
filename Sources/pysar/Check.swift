import ArgumentParser
import Batches
import Calendars
import Diagnostics
import Files
import Renditions
import Rules

/// `pysar check`: what is wrong with plans.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check plans against their shape and the law, and say everything that is wrong.",
    discussion: """
      Folders are searched for *.yaml and *.yml, but what their .pysarignore names. Findings go to standard output: \
      an error where the law demands, a warning where it recommends, a note where it is custom.

      Examples:
        pysar check plan.yaml
        pysar check plans/ --strict
        pysar check plans/ --format sarif --root . > findings.sarif
        pysar check plans/ --write-baseline accepted.txt
        pysar check plans/ --baseline accepted.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(help: "Plans, folders of plans, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(help: "How to say it: text, json or sarif.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "The folder that paths in JSON and SARIF are from; without it that of the plans named.",
      valueName: "dir"), completion: .directory)
  var root: String?

  @Flag(help: "End with status 1 for warnings too.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Check plans without a day of their own by the law of this day.", valueName: "date"),
    transform: LocalDate.argument)
  var asOf: LocalDate?

  @Option(help: "A file of accepted findings, which are not told again.", completion: .file())
  var baseline: String?

  @Option(
    help: "Write the findings of rules to a file as accepted; the others are told.",
    completion: .file())
  var writeBaseline: String?

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let place = try ReportRoot(of: paths, from: root)
      let renderer = PlanRenderer(
        folders: try shared.folders(), plans: references.places(besides: paths))
      let book = RuleBook(renderer.kinds)
      var inspection = Inspection(renderer: renderer, book: book, day: asOf)
      for path in paths { inspection.check(path) }
      let across = inspection.finish()
      let all = book.faults + across
      if let writeBaseline {
        try CommandOutput(reading: paths).write(
          Array(Self.baseline(at: writeBaseline).write(all).utf8), to: writeBaseline)
      }
      let new = try writeBaseline == nil ? newFindings(all) : all.filter { !Baseline.canAccept($0) }
      let findings = new.withRepetitionsToldOnce()
      var head =
        book.packs?.reportHead(version: Pysar.version, day: asOf)
        ?? ReportHead(version: Pysar.version, day: asOf?.iso)
      head.folders = place.folders
      head.path = place.path
      let report = report(findings, head, of: inspection.count, accepted: all.count - new.count)
      try Terminal.write(Array((report + notes(on: book.packs)).utf8))
      if all.keepFromWork { return .unfinished }
      try inspection.refuseEmptyFolders()
      let worst = findings.map(\.severity).max() ?? .note
      return worst == .error || strict && worst == .warning ? .failure : .success
    }
  }

  /// An empty baseline whose files are called by their paths from the folder that it lies in.
  private static func baseline(at path: String) -> Baseline {
    let folder = FileSystem.resolved(FileSystem.parent(of: path))
    return Baseline { name in
      guard let folder, let file = FileSystem.resolved(name) else { return name }
      return FileSystem.path(of: file, from: folder)
    }
  }

  private func newFindings(_ all: [Diagnostic]) throws(ProgramFault) -> [Diagnostic] {
    guard let path = baseline else { return all }
    var lines = try LineReader(at: path)
    var baseline = Self.baseline(at: path)
    while let line = try lines.next() { baseline.add(line: line) }
    if let line = baseline.foreignLine {
      throw ProgramFault(
        uk: "«\(path)» – не файл прийнятих зауважень (рядок \(line)); його пише --write-baseline",
        en: "'\(path)' is no file of accepted findings (line \(line)); --write-baseline writes one")
    }
    return baseline.newFindings(all)
  }

  private func report(
    _ findings: [Diagnostic], _ head: ReportHead, of count: Int, accepted: Int
  ) -> String {
    let told = findings.limitedByFile()
    return switch format {
    case .json: JSONStream.report(told, language: shared.lang, head)
    case .sarif: SARIFStream.report(told, language: shared.lang, head)
    case .text:
      TextReporter(language: shared.lang, isColoured: Terminal.isColoured(1, shared.color)).report(
        told.withCausesFirst())
        + summary(findings, of: count, accepted: accepted)
    }
  }

  private func summary(_ findings: [Diagnostic], of count: Int, accepted: Int) -> String {
    func number(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    if writeBaseline != nil {
      let left = findings.count
      let message = Message(
        uk: "прийнято зауважень: \(accepted)"
          + (left > 0 ? "; не прийнято, бо їх треба виправити: \(left)" : ""),
        en: "findings accepted: \(accepted)"
          + (left > 0 ? "; not accepted, since they must be mended: \(left)" : ""))
      return message[shared.lang] + "\n"
    }
    let message = Message(
      uk: "планів: \(count), помилок: \(number(.error)), попереджень: \(number(.warning)), "
        + "приміток: \(number(.note))" + (accepted > 0 ? ", прийнятих раніше: \(accepted)" : ""),
      en: "plans: \(count), errors: \(number(.error)), warnings: \(number(.warning)), "
        + "notes: \(number(.note))" + (accepted > 0 ? ", accepted before: \(accepted)" : ""))
    return message[shared.lang] + "\n"
  }

  /// The rules that the institution replaced or switched off, with its reasons.
  private func notes(on packs: RulePacks?) -> String {
    guard format == .text, let packs else { return "" }
    return packs.rules.compactMap { rule in
      rule.reason.map { reason in
        let change =
          rule.isOff
          ? Message(uk: "правило вимкнено", en: "rule switched off")
          : Message(uk: "правило замінено", en: "rule replaced")
        return "\(change[shared.lang]): \(rule.id) – \(reason[shared.lang])\n"
      }
    }.joined()
  }
}
