import Diagnostics
import Markup
import Testing
import TestSupport

@testable import Reports

struct ManifestLineTests {
  @Test func linesAreWhatProgramsExpect() {
    expectFile(
      Samples.outcomes.flatMap { ManifestLine($0).bytes },
      matches: "Tests/Expected/Batches/manifest.jsonl")
  }

  @Test(arguments: Samples.outcomes.indices) func linesAreReadAsTheyWereWritten(_ index: Int)
    throws
  {
    let line = ManifestLine(Samples.outcomes[index])
    #expect(try ManifestLine(reading: line.bytes[...]) == line)
    #expect(line.bytes.count { $0 == 0x0A } == 1)
  }

  @Test func keysOfTomorrowAndSpacesArePassedBy() throws {
    let text =
      #" { "source" : "a.yaml", "later": [1, {"x": -2.5e3}, null, true], "state":"built" } "#
    let line = try ManifestLine(reading: Array(text.utf8)[...])
    #expect(line == ManifestLine(source: "a.yaml", state: .built))
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{}", #"{"source":"a"}"#, #"{"state":"built"}"#,
    #"{"source":"","state":"built"}"#, #"{"source":"a","state":"new"}"#,
    #"{"source":"a","state":"built"}}"#, #"{"source":"a","state":"built",}"#,
    #"{source: a, state: built}"#, #"{'source':'a','state':'built'}"#,
    #"{"source":"a","state":"built","number":0}"#, #"{"source":"a","state":"built","number":1.5}"#,
    #"{"source":"a","state":"built","digest":"sha256:12"}"#,
    #"{"source":"a","state":"built","renditions":[{"path":"a.html"}]}"#,
    #"{"source":"a","state":"built","stale":["b"}"#,
  ])
  func whatIsNoLineIsRefused(_ text: String) {
    #expect(throws: JSONFault.self) { try ManifestLine(reading: Array(text.utf8)[...]) }
  }

  @Test func everyCutLineIsRefused() {
    let bytes = ManifestLine(Samples.outcomes[3]).bytes.dropLast()
    for end in bytes.indices {
      #expect(throws: JSONFault.self) { try ManifestLine(reading: bytes[..<end]) }
    }
  }
}
