import ArgumentParser
import Diagnostics
import Forms
import Schemas

/// `pysar kinds`: what can be written.
struct Kinds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinds",
    abstract: """
      List the kinds of plans, with their names in both languages, their forms and examples.
      """)

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let folders = try shared.folders()
      let kinds = KindLibrary(folders: folders)
      let forms = FormReader(folders: folders)
      Terminal.complain(shared.reporter.report(kinds.faults))
      var status = kinds.faults.isEmpty ? ExitCode.success : .unfinished
      var text = ""
      for name in kinds.names {
        guard let kind = kinds.kind(named: name) else { continue }
        guard let value = kind.value else {
          Terminal.complain(shared.reporter.report(kind.diagnostics))
          status = .unfinished
          continue
        }
        let title = value.schema.title[shared.lang]
        let label = shared.lang == .uk ? "форми" : "forms"
        let examples = shared.lang == .uk ? "приклади" : "examples"
        let words = value.schema.examples.map { shared.lang == .uk ? $0.uk : $0.en }
        text += "\(name)\n  \(value.schema.kind.uk)\n  \(title)\n"
        text += "  \(label): \(forms.names(of: value).joined(separator: ", "))\n"
        if !words.isEmpty { text += "  \(examples): \(words.joined(separator: ", "))\n" }
      }
      try Terminal.write(Array(text.utf8))
      return status
    }
  }
}
