import Functions
import Testing
import XML
import XPathLanguage

@Suite struct NumberFunctionTests {
  @Test(arguments: [
    ("0", "нуль"), ("1", "один"), ("2", "два"), ("11", "одинадцять"), ("21", "двадцять один"),
    ("40", "сорок"), ("119", "сто дев’ятнадцять"), ("300", "триста"), ("1000", "одна тисяча"),
    ("2002", "дві тисячі два"), ("11005", "одинадцять тисяч п’ять"),
    ("999999", "дев’ятсот дев’яносто дев’ять тисяч дев’ятсот дев’яносто дев’ять"),
    ("1000000", ""), ("-1", ""), ("'кілька'", ""), ("1.5", ""),
  ])
  func numbersAreWrittenInWords(_ number: String, _ expected: String) throws {
    let evaluator = XPathEvaluator(functions: XPathFunction.numbersInWords)
    let xpath = try evaluator.compile(try XPathExpression("number-in-words(\(number))"))
    #expect(evaluator.string(xpath, at: XMLTree(rootName: "plan").root) == expected)
  }
}
