import Functions
import Testing
import XML
import XPathLanguage

/// Which numbers stand behind a word, and whether a text has a name's first word.
struct NamedNumberTests {
  @Test(arguments: [
    ("Затвердити склад комісії (додаток 1).", [1]),
    ("згідно з додатками 1, 3–5 і 7 до цього наказу", [1, 3, 4, 5, 7]),
    ("Додатки 1 – 3; додаток № 9", [1, 2, 3, 9]), ("додатка\u{A0}2 викласти", [2]),
    ("додаток 2 до Порядку", []), ("(додаток 2) до Порядку", [2]),
    ("додаток 2 до цього рішення", [2]),
    ("що додається, 2 примірники", []), ("додаток", []), ("додатки 5-2", [2, 5]),
    ("додаток 1 і 2 додатки", [1, 2]),
    ("додатки 1-99999999 та 99999999999999999999", [1, 99_999_999]),
  ])
  func areRead(_ text: String, _ numbers: [Int]) throws {
    let parsed = try XMLReader.read(Array("<t>\(text)</t>".utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.numbers)
    let words = "'додат(ок|к\\S*)', 'до ([^ц]|ц[^ьі])'"
    let greatest = try evaluator.compile(
      XPathExpression("greatest-number(., \(words)) = \(numbers.max() ?? 0)"))
    #expect(evaluator.boolean(greatest, at: parsed.tree.root))
    for number in 0...10 {
      let named = try evaluator.compile(XPathExpression("names-number(/t, \(words), \(number))"))
      #expect(evaluator.boolean(named, at: parsed.tree.root) == numbers.contains(number))
    }
  }

  @Test(arguments: [
    ("Затвердити Порядок обліку", "ПОРЯДОК", true), ("згідно з порядком", "Порядок обліку", true),
    ("облік порядків", "ПЕРЕЛІК", false), ("підписати акт", "АКТ", true), ("акти", "АКТ", true),
    ("один", "ОД", false), ("", "АКТ", false), ("акт", "", false),
  ])
  func namesAreMentioned(_ text: String, _ name: String, _ isMentioned: Bool) throws {
    let parsed = try XMLReader.read(Array("<l><t>\(text)</t><t/><n>\(name)</n></l>".utf8))
    let evaluator = XPathEvaluator(functions: [.mentions])
    for expression in ["mentions(/l/t, /l/n)", "mentions(t, /l/n)", "mentions(/l/t, n)"] {
      let compiled = try evaluator.compile(XPathExpression(expression))
      #expect(evaluator.boolean(compiled, at: parsed.tree.root) == isMentioned)
    }
  }
}
