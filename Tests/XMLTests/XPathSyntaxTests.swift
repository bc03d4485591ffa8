import Diagnostics
import TestSupport
import Testing
import XML
import XPathLanguage

@Suite struct XPathSyntaxTests {
  /// `↓` stands before the place that the fault is about.
  static let faults: [(String, String)] = [
    ("↓", "the expression breaks off"),
    ("task/↓", "the expression breaks off"),
    ("task[1↓", "']' is expected here"),
    ("task[↓]", "this cannot stand here"),
    ("(task↓", "')' is expected here"),
    ("task ↓task", "this cannot stand here"),
    ("count(task,↓)", "this cannot stand here"),
    ("a = ↓= b", "this cannot stand here"),
    ("concat('а', ↓'б)", "the quotation mark is not closed"),
    ("↓\"", "the quotation mark is not closed"),
    ("захід ↓& б", "'&' has no place here"),
    ("↓$year", "there is no pattern '$year'"),
    ("p↓:year", "':' has no place here"),
    ("↓up::year", "there is no axis 'up'"),
    ("..↓[1]", "this cannot stand here"),
    ("task/↓count(text)", "'count(…)' cannot stand for an element"),
    ("task/↓last()", "'last(…)' cannot stand for an element"),
    ("↓comment()", "'comment(…)' cannot stand for an element"),
    ("task/text(↓1)", "')' is expected here"),
    ("1.2↓.3", "this cannot stand here"),
    ("a ↓! b", "'!' has no place here"),
    ("рік = '2021' ↓; x", "';' has no place here"),
  ]

  @Test(arguments: faults) func faultsHaveTheirPlaces(_ marked: String, _ problem: String) {
    let text = MarkedText(marked)
    let fault = #expect(throws: XPathFault.self) { try XPathExpression(text.text) }
    #expect(fault?.problem.en == problem)
    #expect(fault.map { "1:\($0.offset + 1)" } == text.places.first)
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000),
    String(repeating: "a[", count: 100_000), String(repeating: "not(", count: 100_000),
  ])
  func endlessNestingIsRefused(_ source: String) {
    #expect(throws: XPathFault.self) { try XPathExpression(source) }
  }

  @Test func longExpressionsAreTaken() throws {
    let source = String(repeating: "- ", count: 10_001) + "1"
    let evaluator = XPathEvaluator(functions: [])
    let tree = XMLTree(rootName: "plan")
    let xpath = try evaluator.compile(try XPathExpression(source))
    #expect(evaluator.value(xpath, at: tree.root).number == -1)
    _ = try XPathExpression((0..<500).map { "a\($0)" }.joined(separator: " or "))
  }

  @Test func whatTheCheckerPassesLibxml2Takes() throws {
    let tokens = [
      "task", "year", "@n", "..", ".", "/", "//", "*", "[", "]", "(", ")", "count(", "not(", "|",
      "=",
      "!=", "<", "and", "or", "div", "mod", "-", "+", "1", ".5", "'а'", "text()", "ancestor::",
      "::",
      ",", "position()", "last()", "self::node()", " ", "text", "concat(", "ordinal(", "string()",
    ]
    let functions = XPathFunction.standard
    let checker = XPathChecker(shape: sampleShape, functions: functions)
    let evaluator = XPathEvaluator(functions: functions)
    let parsed = try XMLReader.read(Array(sampleXML.utf8))
    var random = Seeded(7)
    var taken = 0
    for _ in 0..<20_000 {
      let source = (0..<Int.random(in: 1...8, using: &random)).map { _ in random.pick(tokens) }
        .joined()
      guard let expression = try? XPathExpression(source) else { continue }
      let (faults, _) = checker.check(expression, in: checker.root)
      #expect(
        faults.allSatisfy { $0.offset + $0.length <= source.unicodeScalars.count && $0.length > 0 },
        "\(source)")
      guard faults.isEmpty else { continue }
      taken += 1
      do {
        let xpath = try evaluator.compile(expression)
        _ = evaluator.value(xpath, at: parsed.tree.root)
      } catch {
        Issue.record("libxml2 refuses \(source)")
      }
    }
    #expect(taken > 500)
  }
}
