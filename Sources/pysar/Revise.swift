import ArgumentParser
import Calendars
import Diagnostics
import Files
import Lifecycle
import Plans
import Renditions
import Summaries

/// `pysar revise`: the beginning of a revised plan.
struct Revise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise",
    abstract: "Begin the revision of a plan after a quarter.",
    discussion: """
      The new file refers to the former plan, which stays as it is; its comments are kept, the days of the signatures and \
      the seal are not. The act that is the ground of the review is to be filled in.

      Examples:
        pysar revise plan.yaml --quarter II -o plan-II.yaml
      """)

  @Argument(help: "The plan to revise.", completion: .file())
  var plan: String

  @Option(help: "The quarter whose results led to the review: I, II or III.")
  var quarter: Quarter

  @Option(
    name: [.customShort("o"), .long], help: "The file to write; standard output without it.",
    completion: .file())
  var output: String?

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard quarter != .fourth else {
      throw ValidationError("tasks are reviewed by the results of quarter I, II or III")
    }
  }

  func run() throws {
    try Terminal.run(shared.lang) {
      let renderer = PlanRenderer(
        folders: try shared.folders(), plans: references.places(besides: [plan]))
      let files = PlanSources([plan])
      let plans = files.sources.flatMap { renderer.read($0) }
      let found = files.diagnostics + plans.flatMap(\.diagnostics)
      Terminal.complain(shared.reporter.report(found.withRepetitionsToldOnce()))
      try files.refuseEmptyFolders()
      if files.diagnostics.hasErrors { return found.exitStatus }
      guard plans.count == 1 else {
        throw ProgramFault(
          uk: "переглядають один план, а у файлі їх \(plans.count)",
          en: "one plan is revised, and the file has \(plans.count)")
      }
      guard let tree = plans[0].value, tree.isWhole else { return found.exitStatus }
      Terminal.complain(shared.reporter.report([PlanBehind.unsigned(tree)].compactMap { $0 }))
      let draft = try RevisionDraft(
        of: tree, path: path(of: plan), quarter: quarter, readBy: renderer)
      try CommandOutput(reading: [plan]).write(draft.bytes, to: output ?? "-", as: .draft)
      return .success
    }
  }

  /// The path of the former plan from the folder of the new one.
  private func path(of plan: String) -> String {
    let folder = FileSystem.parent(of: output.flatMap { $0 == "-" ? nil : $0 } ?? plan)
    guard let from = FileSystem.resolved(folder), let file = FileSystem.resolved(plan) else {
      return plan
    }
    return FileSystem.path(of: file, from: from)
  }
}
