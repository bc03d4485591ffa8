import TestSupport
import Testing
import XML
import XPathLanguage

/// Expressions that are walked together select what each of them selects alone.
@Suite struct XPathSelectionTests {
  static let expressions = [
    "/plan", "/plan/year", "/plan/task", "/plan/task/text", "/plan/task/text | /plan/year",
    "/plan/task | /plan/task", "/plan/task/deadline | /plan/task | /plan", "/year", "/plan/none",
    "/plan/task/none | /plan/year", "//text()", "/plan/*", "/plan/task[2]", "task", "/plan/task/@n",
    "/plan/task/task/text", "count(/plan)",
  ]

  @Test func agrees() throws {
    let evaluator = XPathEvaluator(functions: [])
    let xpaths = try Self.expressions.map { try evaluator.compile(XPathExpression($0)) }
    let selection = XPathSelection(xpaths, evaluator)
    for source in [sampleXML, "<plan><task><text>а</text></task></plan>", "<other/>", sampleXML] {
      let root = try XMLReader.read(Array(source.utf8))
      selection.select(from: root.tree.root)
      for (number, xpath) in xpaths.enumerated() {
        #expect(
          selection.nodes(number, from: root.tree.root)
            == evaluator.nodes(xpath, at: root.tree.root), "\(Self.expressions[number])")
      }
    }
  }

  /// A union of many nodes, too, is in document order, each once: elements, attributes and texts.
  @Test(arguments: ["//b[1 = 1] | //a[1 = 1] | //b[1 = 1]", "//a/text() | //a/@n | //b[1 = 1]"])
  func largeUnionsAreInOrder(_ expression: String) throws {
    let source = "<l>" + (0..<100).map { "<a n='\($0)'>а\($0)</a><b>б\($0)</b>" }.joined() + "</l>"
    let root = try XMLReader.read(Array(source.utf8))
    let evaluator = XPathEvaluator(functions: [])
    let found = evaluator.nodes(
      try evaluator.compile(XPathExpression(expression)), at: root.tree.root)
    let isSplit = expression.contains("@")
    let expected = (0..<100).flatMap { number in
      (isSplit ? ["\(number)"] : []) + ["а\(number)", "б\(number)"]
    }
    #expect(found.map(\.stringValue) == expected)
  }
}
