import Diagnostics
import TestSupport
import Testing
import YAML

@Suite struct YAMLNodeTests {
  @Test func aTreeKnowsItsPlaces() throws {
    let marked = MarkedText("↓вид: ↓план\nсписок:\n  ↓- ↓а\n  - {б: ↓в}\n")
    let root = try YAMLNode(reading: SourceFile(name: "", bytes: marked.bytes))
    let nodes = [
      root, root["вид"], root["список"], root["список"]?.items?[0],
      root["список"]?.items?[1]["б"],
    ].compactMap { $0 }
    #expect(nodes.map { "\($0.range.start.line):\($0.range.start.column)" } == marked.places)
    #expect(root["вид"]?.text == "план" && root["немає"] == nil)
    #expect(root.members?.compactMap(\.key.text) == ["вид", "список"])
    #expect(root.text == nil && root.items == nil && root["вид"]?.members == nil)
  }

  @Test(arguments: [
    "а: &a б\nв: ↓*a", "а: \t↓- б\n", "[а,\n↓", "\"а↓",
    String(repeating: "[", count: 100) + "↓[" + String(repeating: "]", count: 101),
  ])
  func faultsHaveTheirPlaces(_ marked: String) {
    let text = MarkedText(marked)
    let fault = #expect(throws: YAMLFault.self) {
      try YAMLNode(reading: SourceFile(name: "", bytes: text.bytes))
    }
    #expect(fault.map { "\($0.position.line):\($0.position.column)" } == text.places.first)
  }

  @Test(arguments: ["[", "{", "[{", "- ", "? "])
  func endlessNestingIsRefused(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(throws: YAMLFault.self) {
      try YAMLNode(reading: SourceFile(name: "", bytes: Array(text.utf8)))
    }
  }
}
