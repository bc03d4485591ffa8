import ArgumentParser
import Diagnostics

/// `pysar codes`: what the codes of findings mean.
struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "List the codes of findings, or explain one.",
    discussion: """
      The codes of rules have a slash; pysar rules explains them.

      Examples:
        pysar codes
        pysar codes unknown-key
        pysar codes --markdown > docs/codes.md
      """)

  @Argument(
    help: "A code, such as unknown-key.",
    completion: .list(DiagnosticCode.all.map(\.name)))
  var code: String?

  @Flag(help: "Write Markdown.")
  var markdown = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let writer = DiagnosticCodeWriter(language: shared.lang)
      var text = markdown ? writer.book() : writer.list()
      if let code {
        guard let known = DiagnosticCode.named(code) else {
          let near = nearestName(to: code, among: DiagnosticCode.all.map(\.name))
          throw ValidationError(
            "there is no code '\(code)'" + (near.map { "; perhaps \($0)" } ?? ""))
        }
        text = writer.page(of: known)
      }
      try Terminal.write(Array(text.utf8))
      return .success
    }
  }
}
