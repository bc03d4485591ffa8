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

  @Test(arguments: [
    ("тридцять чотири", "34"), ("тридцяти чотирьох дні", "34"), ("П'ятнадцяти", "15"),
    ("двадцять одного працівника", "21"), ("сто сорок шість", "146"), ("п’ятдесят", "50"),
    ("вісьмох", "8"), ("шістсот", "600"), ("семисот", "700"), ("дев’яносто", "90"),
    ("дві тисячі триста п’ять", "2305"), ("тисяча двісті", "1200"), ("один мільйон", "1000000"),
    ("дев’ятнадцяти", "19"), ("чотирнадцять", "14"), ("нуль", "0"), ("п’ятий", ""), ("", ""),
    ("днів", ""),
  ])
  func numbersAreReadFromWords(_ words: String, _ expected: String) throws {
    let evaluator = XPathEvaluator(functions: XPathFunction.numbersInWords)
    let xpath = try evaluator.compile(try XPathExpression("number-of-words(\"\(words)\")"))
    #expect(evaluator.string(xpath, at: XMLTree(rootName: "plan").root) == expected)
  }

  @Test(arguments: [
    ("Сцена – 150 000 гривень; площа – 90 000,5 гривень", "240000.5"), ("", "0"), ("гривень", "0"),
    ("3,5 млн гривень, 200 тис. гривень", "3700000"), ("0,1 гривень; 0,2 гривень", "0.3"),
    ("1\u{A0}200 гривень; 1\u{202F}000 гривень", "2200"), ("5 осіб", "0"),
    ("99999999999999999999 гривень", "NaN"), ("9999999 млрд гривень", "NaN"),
  ])
  func numbersAreAddedUp(_ text: String, _ sum: String) throws {
    let evaluator = XPathEvaluator(functions: XPathFunction.texts)
    let pattern = #"\d[\d \u{a0}\u{202f}]*(,\d+)? ?(тис\.|млн|млрд)? ?гривень"#
    let xpath = try evaluator.compile(try XPathExpression("sum-of(\"\(text)\", '\(pattern)')"))
    #expect(evaluator.string(xpath, at: XMLTree(rootName: "plan").root) == sum)
  }

  @Test func numbersAreReadAsTheyAreWritten() throws {
    let evaluator = XPathEvaluator(functions: XPathFunction.numbersInWords)
    let root = XMLTree(rootName: "plan").root
    let numbers = Array(0...1000) + stride(from: 1001, to: 999_999, by: 7919)
    for number in numbers {
      let expression = try XPathExpression("number-of-words(number-in-words(\(number)))")
      let read = evaluator.string(try evaluator.compile(expression), at: root)
      try #require(read == String(number))
    }
  }
}
