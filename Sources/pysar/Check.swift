import ArgumentParser
import Diagnostics
import Plans

/// `pysar check`: what is wrong with plans.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check plans and say everything that is wrong with them.",
    discussion: """
      Folders are searched for *.yaml and *.yml. Findings go to standard output.

      Examples:
        pysar check plan.yaml
        pysar check plans/ --format sarif > findings.sarif
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(help: "Plans, folders of plans, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(help: "How to say it: text, json or sarif.")
  var format = Format.text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let press = Press(folders: try shared.folders())
      var findings: [Diagnostic] = []
      var status = ExitCode.success
      var count = 0
      func check(_ path: String) {
        do throws(FileFault) {
          if path != "-", FileSystem.isFolder(path) {
            for plan in try FileSystem.plans(below: path) { check(plan) }
            return
          }
          let source = path == "-" ? try SourceFile.standardInput() : try SourceFile(at: path)
          for plan in press.read(source) {
            count += 1
            findings += plan.diagnostics
          }
        } catch {
          findings.append(error.diagnostic(file: path))
          status = ExitCode(2)
        }
      }
      for path in paths { check(path) }
      try Terminal.write(Array(report(findings, of: count).utf8))
      return status == .success && findings.hasErrors ? .failure : status
    }
  }

  private func report(_ findings: [Diagnostic], of count: Int) -> String {
    switch format {
    case .json: JSONReporter(language: shared.lang).report(findings)
    case .sarif: SARIFReporter(language: shared.lang, version: Pysar.version).report(findings)
    case .text:
      TextReporter(language: shared.lang, isColoured: Terminal.isColoured(1)).report(findings)
        + summary(findings, of: count)
    }
  }

  private func summary(_ findings: [Diagnostic], of count: Int) -> String {
    func number(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    switch shared.lang {
    case .uk:
      return "планів: \(count), помилок: \(number(.error)), попереджень: \(number(.warning))\n"
    case .en:
      return "plans: \(count), errors: \(number(.error)), warnings: \(number(.warning))\n"
    }
  }
}
