import ArgumentParser
import Batches
import Diagnostics

/// `pysar manifest`: what manifests of batches say.
struct ManifestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest",
    abstract: "Compare what two runs of a batch left.",
    subcommands: [ManifestDiffCommand.self])
}

/// `pysar manifest diff`: what changed since yesterday.
struct ManifestDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say which plans are new, gone or changed, and whose documents or state changed.",
    discussion: """
      Exit status as of diff(1): 0 nothing changed, 1 something did, 2 trouble.

      Examples:
        pysar manifest diff yesterday/manifest.jsonl out/
        pysar manifest diff yesterday/ out/ --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "A manifest, or a folder that has one.", completion: .file())
  var old: String

  @Argument(help: "A later manifest, or a folder that has one.", completion: .file())
  var new: String

  @Option(help: "How to say it: text, or json with a line for each plan.")
  var format = Format.text

  @Flag(help: "Say only how many plans changed.")
  var summary = false

  @Option(help: "The language of messages: uk or en.")
  var lang: Language = .uk

  func validate() throws {
    if summary, format == .json { throw ValidationError("--summary is text, not --format json") }
  }

  func run() throws {
    try Terminal.run(lang) {
      var diff = try ManifestDiff(old: old, new: new)
      var totals = ManifestDiffTotals()
      var buffer: [UInt8] = []
      while let change = try diff.next() {
        totals.add(change)
        if summary { continue }
        buffer += format == .json ? change.json : Array((change.text(lang) + "\n").utf8)
        guard buffer.count >= 1 << 16 else { continue }
        try Terminal.write(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      if totals.isEmpty { return .success }
      if format == .text { buffer += Array((totals.text(lang) + "\n").utf8) }
      try Terminal.write(buffer)
      return .failure
    }
  }
}
