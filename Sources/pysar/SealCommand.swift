import ArgumentParser
import Contents
import Diagnostics
import Lifecycle
import Markup
import Renditions

/// `pysar seal`: the digest of what a plan says, written into it.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Seal plans: write into each the digest of what it says, and touch nothing else.",
    discussion: """
      A change of the content after that is an error that names what changed. \
      With --renew, a plan is sealed anew as long as nobody has signed it, or where only signatures were added since; \
      else it is revised (pysar revise). What is signed by a file beside it is never changed. \
      The forms print the seal as six groups of four digits; pysar verify holds papers and files against it.

      Examples:
        pysar seal plan.yaml
        pysar seal plans/
        pysar seal plan.yaml --renew
      """)

  @Argument(help: "Plans, and folders of plans.", completion: .file())
  var paths: [String]

  @Flag(help: "Seal anew what has changed since it was sealed and is not signed.")
  var renew = false

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard !paths.contains("-") else { throw ValidationError("pysar seal writes into files") }
  }

  func run() throws {
    try Terminal.run(shared.lang) {
      let sealer = PlanSealer(
        renderer: PlanRenderer(
          folders: try shared.folders(), plans: references.places(besides: paths)),
        renews: renew)
      let files = PlanSources(paths)
      Terminal.complain(shared.reporter.report(files.diagnostics))
      try files.refuseEmptyFolders()
      let output = CommandOutput(reading: [])
      var (isFaulty, isRefused) = (false, false)
      for source in files.sources {
        let outcome = sealer.seal(source)
        Terminal.complain(shared.reporter.report(outcome.diagnostics))
        guard outcome.diagnostics.isEmpty else {
          isFaulty = true
          continue
        }
        do throws(ProgramFault) {
          if let bytes = outcome.bytes { try output.write(bytes, to: source.name, as: .amended) }
        } catch {
          // What hinders one plan does not hinder the others.
          Terminal.complain(error, shared.lang)
          isRefused = true
          continue
        }
        for seal in outcome.seals {
          let done =
            seal.isOld
            ? Message(uk: "скріплено раніше", en: "sealed before")
            : Message(uk: "скріплено", en: "sealed")
          try Terminal.write(
            Array("\(source.name.visible): \(done[shared.lang]): \(seal.groups.text)\n".utf8))
        }
      }
      if files.diagnostics.keepFromWork || isRefused { return .unfinished }
      return isFaulty ? .failure : .success
    }
  }
}
