import ArgumentParser
import Batches
import Diagnostics
import Reports

/// `pysar manifest`: what manifests of batches say.
struct ManifestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest",
    abstract: "Compare what two runs of a batch left, or join what its shards left.",
    subcommands: [ManifestDiffCommand.self, ManifestMergeCommand.self])
}

/// `pysar manifest merge`: the shards of a batch, told as one.
struct ManifestMergeCommand: TakesTasks {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join what the shards of a batch have left in a folder.",
    discussion: """
      Writes manifest.jsonl, findings.json, findings.sarif and index.html of the whole batch, and \
      runs the rules across plans over all of it. All shards must be there: where they were built on \
      several machines, copy their folders together first.

      Examples:
        pysar build plans/ --out out/ --shard 1/2
        pysar build plans/ --out out/ --shard 2/2
        pysar manifest merge out/
      """)

  @Argument(help: "The folder that the shards were written to.", completion: .directory)
  var out: String

  @OptionGroup var shared: SharedOptions

  var jobs: Int { Processors.count }

  func run() async throws {
    try await Terminal.run(shared.lang) {
      var batch = Batch(plans: [], output: out, templates: try shared.folders())
      batch.jobs = jobs
      batch.language = shared.lang
      batch.version = Pysar.version
      return try await BatchCommand.run(batch, shared) { runner throws(ProgramFault) in
        try await runner.mergeShards()
      }
    }
  }
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
