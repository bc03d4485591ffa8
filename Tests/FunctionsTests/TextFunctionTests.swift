import Diagnostics
import Functions
import Testing
import XML
import XPathLanguage

@Suite("A text function")
struct TextFunctionTests {
  /// An expression, the text that it is evaluated on, and its value as a string.
  static let values: [(String, String, String)] = [
    (#"matches(., '\bзвіт')"#, "річний звіт", "true"), ("matches(., 'звіт')", "ЗВІТ", "false"),
    ("matches(., 'звіт', 'i')", "ЗВІТ", "true"), ("match(., 'з[а-яі]+')", "у звіті", "звіті"),
    ("match(., 'я+')", "немає", ""), ("matches(none, '^$')", "немає", "true"),
    ("matches(concat(., 'а'), 'аа$')", "а", "true"),
    (#"match-unless(., '\d+ \w+', '3')"#, "5 днів, 3 дні", "5 днів"),
    (#"match-unless(., '\d+ \w+', 'дн')"#, "5 днів, 3 дні, 7 годин", "7 годин"),
    (#"match-unless(., '\b\w+', 'а')"#, "мала біла", ""), ("match-unless(., 'а*', 'а')", "аа", ""),
    (#"match-unless(., '(^|\s)\w', 'к')"#, "коло яблук", " я"),
    (#"either(match(., '\d'), match(., 'а'), 'ні')"#, "два", "а"),
    (#"either(match(., '\d'), match(., 'а'))"#, "2 роки", "2"), ("either(none, 'ні')", "", "ні"),
    (
      #"falling-range(., 'з \d+ до \d+ \w+')"#, "з 3 до 20 травня, з 20 до 3 травня",
      "з 20 до 3 травня"
    ),
    (#"falling-range(., '\d+[–-]\d+')"#, "10–20, 20-30", ""),
    (#"falling-range(., '\d+[–-]\d+')"#, "30-20", "30-20"),
    (
      #"falling-range(., '[\d.]+ по [\d.]+')"#,
      "01.12.2026 по 02.03.2027, 15.06.2027 по 10.06.2027",
      "15.06.2027 по 10.06.2027"
    ),
    (#"falling-range(., '[\d:]+–[\d:]+')"#, "9:00–9:30, 9:30–9:00", "9:30–9:00"),
    ("repeated-word(.)", "облік та та звіт", "та"),
    ("repeated-word(.)", "у межах у межах.", "у межах"),
    ("repeated-word(.)", "кошти за рахунок коштів за рахунок коштів", "за рахунок коштів"),
    ("repeated-word(.)", "звіт, звіт", ""), ("repeated-word(.)", "у межах у межахи", ""),
    ("repeated-word(.)", "Рада Рада", ""), ("repeated-word(.)", "день у день у", "день у"),
    ("repeated-word(.)", "по 5 осіб по 5 осіб", ""), ("repeated-word(.)", "та", ""),
    ("words(.)", "", "0"), ("words(.)", "п’ять науково-технічних робіт", "3"),
    ("words(.)", "№ 5 – 3,5 % (IV кв.)", "4"), ("words(.)", "05.11.2020; 'а' -б- в--г", "5"),
    ("words(.)", "так.Ні, 5.А", "4"),
    ("sentences(.)", "", "0"), ("sentences(.)", "Звіт подано", "1"),
    ("sentences(.)", "Звіт подано. Лист надіслано!", "2"), ("sentences(.)", "…", "0"),
    ("sentences(.)", "Згідно з п. 5 розд. III, ст. 7 та наказом Т. Шевченка.", "1"),
    ("sentences(.)", "Подано 3.5 млн. грн. на вул. Лесі Українки", "1"),
    ("sentences(.)", "Чи «так?» Ні... Можливо", "3"), ("sentences(.)", "До 5 т. з. Кінець т.", "1"),
    ("mixed-script-word(.)", "звичайний текст, IT-технології, А4", ""),
    ("mixed-script-word(.)", "у звiтi та нaказі", "звiтi"),
    ("mixed-script-word(.)", "об’ϵкт", "об’ϵкт"), ("mixed-script-word(.)", "C’є", "C’є"),
  ]

  @Test("has its value, whoever runs the expression", arguments: values)
  func value(expression: String, text: String, value: String) throws {
    let tree = XMLTree(rootName: "text")
    tree.root.append(text: text.utf8.span)
    let evaluator = XPathEvaluator(functions: XPathFunction.texts)
    let direct = try evaluator.compile(XPathExpression(expression))
    #expect(evaluator.string(direct, at: tree.root) == value)
    let other = try evaluator.compileWithLibxml2(XPathExpression(expression))
    #expect(evaluator.string(other, at: tree.root) == value)
  }

  /// Texts that give a number, and texts that give none.
  static let numbers: [(String, Bool)] = [
    ("Опрацьовано 24 звернення", true), ("зростання на кілька %", true), ("П’ять звітів", true),
    ("п'ятьма днями", true), ("дванадцяти відділам", true), ("двадцять", true), ("сорока", true),
    ("шістдесятьох", true), ("чотирнадцять", true), ("двохсот", true), ("сто", true),
    ("половину справ", true), ("жодного порушення", true), ("двічі", true), ("відсотків", true),
    ("частка у відсотках", true), ("один звіт", true), ("обидві довідки", true),
    ("Підготовлено звіт", false), ("сторінка", false), ("тривалість", false), ("перший", false),
    ("за IV квартал", false), ("стан справ", false), ("двері", false), ("сімейний", false),
    ("одночасно", false), ("п’ятниця", false), ("десятка", false), ("", false),
  ]

  @Test("knows what gives a number", arguments: numbers)
  func number(text: String, hasNumber: Bool) throws {
    let tree = XMLTree(rootName: "text")
    tree.root.append(text: text.utf8.span)
    let evaluator = XPathEvaluator(functions: XPathFunction.texts)
    let xpath = try evaluator.compile(XPathExpression("has-number(.)"))
    #expect(xpath.isDirect)
    #expect(evaluator.boolean(xpath, at: tree.root) == hasNumber)
  }

  /// An expression with one fault, which starts at the mark.
  static let faults: [(String, String)] = [
    ("matches(., 'аб↓(в')", "не закрито"),
    (#"count(a[matches(., "↓(а{99}){99}")])"#, "надто великий"),
    ("matches(., 'а', '↓j')", "«i»"), ("matches(., ↓concat('а', 'б'))", "лише рядок"),
    ("↓matches(.)", "число аргументів"), ("↓words(., 'а')", "число аргументів"),
    ("matches('а', 'б*↓?')", "не повторюють"), ("1 + match(., ↓.)", "лише рядок"),
  ]

  @Test("is refused where its literals are wrong", arguments: faults)
  func refuses(marked: String, problem: String) throws {
    let scalars = Array(marked.unicodeScalars)
    let mark = try #require(scalars.firstIndex(of: "↓"))
    let source = String(String.UnicodeScalarView(scalars.filter { $0 != "↓" }))
    let expression = try XPathExpression(source)
    let shape = TreeShape(elements: [.init(name: "text", children: [1]), .init(name: "a")])
    let checker = XPathChecker(shape: shape, functions: XPathFunction.texts)
    let found = checker.check(expression, in: checker.root).faults
    #expect(found.count == 1)
    #expect(found.first?.offset == mark)
    #expect(found.first?.problem.uk.contains(problem) == true)
    if !problem.contains("число"), !problem.contains("лише") {
      #expect(throws: XPathFault.self) {
        try XPathEvaluator(functions: XPathFunction.texts).compile(expression)
      }
    }
  }
}
