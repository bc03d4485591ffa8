import Functions
import TestSupport
import Testing
import XML
import XPathLanguage

/// `repeated(nodes)`: those whose words one before them has.
struct RepeatedTests {
  @Test(
    arguments: [
      ("", []), ("один", []), ("один|два", []), ("один|два|один", [2]),
      ("Подано 2 звіти|ПОДАНО  2\u{a0}звіти| подано 2 звіти |подано 2звіти", [1, 2]),
      ("Ґанок Є Її|ґанок є її|ганок є її", [1]), ("IPv6 – ’|ipv6 – ’|ipv6 — ’", [1]),
      ("один кінець довгого рядка|інший кінець довгого рядка", []), ("|", [1]), (" |а| ", [2]),
    ])
  func givesTheLaterOnes(_ texts: String, _ places: [Int]) throws {
    let texts = texts.split(separator: "|", omittingEmptySubsequences: false)
    let xml = "<l>" + texts.map { "<t>\($0)</t>" }.joined() + "</l>"
    let parsed = try XMLReader.read(Array(xml.utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.nodes)
    let found = evaluator.nodes(
      try evaluator.compile(try XPathExpression("repeated(t)")), at: parsed.tree.root)
    let all = parsed.tree.root.children
    #expect(found.map { node in all.firstIndex { $0 == node } } == places)
  }
}
