import Functions
import Testing
import XML
import XPathLanguage

@Suite struct DateFunctionTests {
  @Test(arguments: [
    ("format-date('2021-01-05', 'd MMMM')", "5 січня"), ("format-date('', 'd MMMM')", ""),
    ("format-date('колись', 'd MMMM')", "колись"), ("format-date('2021-02-30', 'd')", "2021-02-30"),
  ])
  func formsFormatDates(_ source: String, _ expected: String) throws {
    let evaluator = XPathEvaluator(functions: XPathFunction.dates)
    let xpath = try evaluator.compile(try XPathExpression(source))
    #expect(evaluator.string(xpath, at: XMLTree(rootName: "plan").root) == expected)
  }
}
