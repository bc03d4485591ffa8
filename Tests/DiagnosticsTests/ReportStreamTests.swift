import Diagnostics
import Markup
import Testing

@Suite struct ReportStreamTests {
  @Test func streamsGiveInPiecesWhatReportersGiveWhole() {
    for findings in [[], Array(ReporterTests.diagnostics.prefix(1)), ReporterTests.diagnostics] {
      var json = JSONStream(language: .en, ReporterTests.head)
      var sarif = SARIFStream(ReporterTests.head)
      let pieces = findings.map { (json.add($0), sarif.add($0)) }
      let jsonText = pieces.flatMap(\.0) + json.finish()
      let sarifText = pieces.flatMap(\.1) + sarif.finish()
      #expect(
        jsonText == Array(JSONStream.report(findings, language: .en, ReporterTests.head).utf8))
      #expect(sarifText == Array(SARIFStream.report(findings, ReporterTests.head).utf8))
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
    let text = SARIFStream.report([first, second, second], language: .en, ReporterTests.head)
    #expect(text.split(separator: "help yourself").count == 4)
  }

  @Test func sarifHoldsWhatCodeHostsTake() throws {
    var sarif = SARIFStream(language: .en, ReporterTests.head)
    let finding = Diagnostic(
      code: "a", in: ReporterTests.source, at: nil, Message(uk: "м", en: "m"))
    for _ in 0..<SARIFStream.limit { #expect(!sarif.add(finding).isEmpty) }
    #expect(sarif.add(finding).isEmpty && sarif.add(finding).isEmpty)
    let text = String(decoding: sarif.finish(), as: UTF8.self)
    #expect(text.contains("2 more are in findings.json"))
  }
}
