import Functions
import Testing
import XML
import XPathLanguage

/// The functions that find one of many nodes find what plain XPath does.
struct LookupTests {
  static let xml =
    "<l><t n='1'>план</t><t n='2'>план заходів</t><g><t n='3'>план</t><t n='4'/></g>"
    + "<t n='5'>план заходів на рік</t><u><t n='6'>рік</t><v>план заходів</v></u></l>"

  static let pairs = [
    ("first-of(//t, 'план')", "(//t[. = 'план'])[1]"), ("first-of(//t, 'ні')", "/none"),
    ("first-of(//t, '')", "(//t[. = ''])[1]"), ("first-of(/l/t, 'рік')", "/none"),
    ("first-of(//t, //v)", "(//t[. = //v])[1]"), ("first-of(none, 'план')", "/none"),
    ("first-start(//t[string-length(.) > 3], 'план заходів на рік')", "//t[@n = 1]"),
    ("first-start(//t[string-length(.) > 4], 'план заходів на рік')", "//t[@n = 2]"),
    ("first-start(//t[string-length(.) > 4], 'план')", "/none"),
    ("first-start(//t, 'ні')", "//t[@n = 4]"),
    ("first-of(//t, 'рік')/..", "//u"), ("first-of(//t, 'рік')/../v", "//v"),
    ("item(//t, 3)", "//t[@n = 3]"), ("item(//t, '6')", "//t[@n = 6]"),
    ("item(//t, 0)", "/none"), ("item(//t, 7)", "/none"), ("item(//t, 'а')", "/none"),
    ("//t[number-within(., //t, 'l') = 3]", "//t[@n = 3]"),
    ("//t[number-within(., //t, 'u') = 6]", "/none"),
    ("//g/t[number-within(., //g/t, 'u') = 2]", "//t[@n = 4]"),
    ("//t[number-within(., //t, 'g') = 1]", "//t[@n = 1 or @n = 3 or @n = 5]"),
    ("//*[number-within(., //*, 'g') = 1]", "/l"),
    ("//t[number-within(none, //t, 'l') = 1]", "/none"),
    ("//t[precedes(., //g)]", "//t[@n < 3]"), ("//t[precedes(//g, .)]", "//t[@n > 2]"),
    ("//*[precedes(., .)]", "/none"), ("//t[precedes(//v, .)]", "/none"),
    ("//*[precedes(none, .)]", "/none"), ("//t[precedes(., //v)]", "//t"),
  ]

  @Test(arguments: pairs) func finds(_ lookup: String, _ plain: String) throws {
    let parsed = try XMLReader.read(Array(Self.xml.utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.lookup)
    let expected = evaluator.nodes(
      try evaluator.compile(XPathExpression(plain)), at: parsed.tree.root)
    let ways = [
      try evaluator.compile(XPathExpression(lookup)),
      try evaluator.compileWithLibxml2(XPathExpression(lookup)),
    ]
    for way in ways {
      #expect(evaluator.nodes(way, at: parsed.tree.root) == expected)
      evaluator.beginTree(steps: 10_000)
      defer { evaluator.endTree() }
      for _ in 0..<2 { #expect(evaluator.nodes(way, at: parsed.tree.root) == expected) }
    }
  }

  @Test(arguments: [1, 2, 63, 64, 65, 1000]) func placesOfManySiblingsAreRight(_ count: Int) throws
  {
    let xml = "<l>" + String(repeating: "<t/>", count: count) + "</l>"
    let parsed = try XMLReader.read(Array(xml.utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.lookup)
    let before = try evaluator.compile(XPathExpression("precedes(/l/t[1], .)"))
    evaluator.beginTree(steps: 100 * count)
    defer { evaluator.endTree() }
    let later = parsed.tree.root.children.reversed().filter { evaluator.boolean(before, at: $0) }
    #expect(later.count == count - 1)
  }

  @Test func whatIsCountedOfOneNodeIsCounted() throws {
    let parsed = try XMLReader.read(Array(Self.xml.utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.lookup)
    let count = try evaluator.compile(XPathExpression("count(item(/l/g, 1)/t)"))
    #expect(count.isDirect)
    evaluator.beginTree(steps: 1000)
    defer { evaluator.endTree() }
    for _ in 0..<2 { #expect(evaluator.value(count, at: parsed.tree.root).number == 2) }
  }
}
