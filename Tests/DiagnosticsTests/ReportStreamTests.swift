import Diagnostics
import Markup
import Testing

@Suite struct ReportStreamTests {
  @Test func streamsGiveInPiecesWhatReportersGiveWhole() {
    for findings in [[], Array(ReporterTests.diagnostics.prefix(1)), ReporterTests.diagnostics] {
      var json = JSONStream(language: .en)
      var sarif = SARIFStream(version: "1.0")
      let pieces = findings.map { (json.add($0), sarif.add($0)) }
      let jsonText = pieces.flatMap(\.0) + json.finish()
      let sarifText = pieces.flatMap(\.1) + sarif.finish()
      #expect(jsonText == Array(JSONReporter(language: .en).report(findings).utf8))
      #expect(sarifText == Array(SARIFReporter(version: "1.0").report(findings).utf8))
      for text in [jsonText, sarifText] {
        var reader = JSONReader(text[...])
        #expect(throws: Never.self) {
          try reader.skip()
          try reader.end()
        }
      }
    }
  }

  @Test func sarifKnowsOfARuleWhatAnyOfItsFindingsSays() {
    let first = Diagnostic(
      code: "a", in: ReporterTests.source, at: nil, Message(uk: "м", en: "m"))
    var second = first
    second.help = Message(uk: "допоможи собі", en: "help yourself")
    let text = SARIFReporter(language: .en, version: "1").report([first, second, second])
    #expect(text.split(separator: "help yourself").count == 4)
  }
}
