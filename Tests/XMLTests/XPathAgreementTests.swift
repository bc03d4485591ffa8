import TestSupport
import Testing
import XPathLanguage

@testable import XML

/// What Pysar runs by itself must be what libxml2 makes of it.
@Suite struct XPathAgreementTests {
  static let direct = [
    ".", "./.", "..", "../..", "../../..", "../plan", "../../plan/year", "/plan", "/plan/year",
    "/*",
    "/*/task", "/year", "task", "task/text", "task/task/text", "task/*", "*", "*/*/*", "text",
    "./text",
    "@n", "@ditto", "task/@n", "task/deadline/@ditto", "../@n", "../task/text", "self::node()",
    "parent::node()", "child::task", "attribute::n", "child::*/attribute::kind", "none", "@none",
    "count(task)", "count(*)", "count(..)", "count(/plan/task/text)", "count(@n)", "count(none)",
    "count(.)", "position()", "last()", "position() = 1", "position() = last()", "position() > 1",
    "position() < 3", "1 > 2", "count(task) > 2", "2 < count(task)", "'a' > 'b'", "'2' > '10'",
    "title", "'текст'", "\"\"", "12", "1.50", ".5", "5.", "-1 = -1", "year = 2021", "year = '2021'",
    "'2021' = year", "text = 12", "text != 12", "deadline = ' 7 '", "deadline = 7", "text = text",
    "text != text", "task/text = ../year", "task/text != year", "text = 'перей'",
    "'й' = 'и\u{306}'",
    "'й' != 'и\u{306}'", "task = true()", "none = false()", "none = none", "none != none",
    "true()", "false()", "not(task)", "not(none)", "not(position() = 1)", "not('')", "not(0)",
    "task and year", "task or none", "none or empty and task", "task and not(none)",
    "contains(title, 'план')", "contains(title, '')", "contains('', 'а')", "contains('й', 'и')",
    "starts-with(title, 'Стр')", "starts-with('и\u{306}', 'и')", "starts-with(title, none)",
    "concat(year, ' рік')", "concat('а', task/@n, count(task), true(), 1.5)", "concat(none, none)",
    "ordinal(.)", "ordinal(..)", "ordinal(task)", "ordinal(none)", "concat(ordinal(../..), '.')",
    "upper-case(title)", "lower-case(title)", "capitalize(text)", "capitalize('')",
    "capitalize(year)",
    "@n = '1' or @kind", "../task/@n = @n", "/plan/task/@n", "div", "div/div", "count",
    "//text()", "//task", "//*", "//task/@n", "//deadline/@ditto", "//plan", "/plan//text()",
    "task//text", ".//text()", "..//task", "text()", "task/text/text()", "count(//text())",
    "count//div",
    "substring(title, 1, 3)", "substring(title, 2)", "substring(title, 0, 3)", "substring('', 1)",
    "substring(title, 1.5, 2.6)", "substring(title, 0.5, 0.5)", "substring('12345', 'x', 3)",
    "substring('12345', 2, 'x')", "substring('12345', 2, '-1')", "substring('12345', '-42', 44)",
    "substring('12345', 9)", "substring(none, 1)", "substring('и\u{306}я', 2, 1)",
    "substring-before(title, ' ')", "substring-before(title, '')", "substring-before(title, 'Ї')",
    "substring-before(none, 'а')", "substring-after(title, ' ')", "substring-after(title, '')",
    "substring-after(title, 'Ї')", "substring-after('й', 'и')", "substring-after('', '')",
    "translate(title, 'а', 'о')", "translate(title, 'атр', 'о')", "translate(title, '', 'о')",
    "translate('ааб', 'аба', 'xyz')", "translate('й', 'и', 'x')", "translate(none, 'а', 'о')",
    "task/@n = '2'", "'2' != task/@n", "task/@n = 2", "@n = task/@n", "task/@n != @n", "@n != @n",
    ". = task", "task = .", ". != none", "task/@n = task/@n", "task/@n != task/@n",
    "concat(substring-before(title, ' '), ' ', translate(year, '01', 'нo'))",
    "task[@n = 2]/text", "count(task[text])", "//task[@n]", "//*[not(*)]", "task[task]/task[@n]/@n",
    "/plan/task[text = 'перей' or @kind]/deadline[not(@ditto)]", "count(//task[text][deadline])",
    "//text()[contains(., 'а')]", "task[@n = ../task/@n]", "task['']", "task['а']", "/plan[year]/*",
    "*[. = /plan/task/text]", ". = /plan/task/text", "/plan/task[text]/@n = @n", "text = //text",
    "local-name()", "*[local-name() = 'task']/text", "string-length(title)", "string-length('й')",
    "//text()[string-length(.) > 3]", "/*/*[local-name() = 'task'][@n = 2]/@n",
    "starts-with(title, '')", "starts-with('а', 'аб')", "contains(concat(title, year), '2')",
    "number(title) = number(title)", "number(' 12 ') = 12", "number(task/@n) > 1",
    "task/text | task/deadline", "task/deadline | task/text | title | task",
    "task | task/task | task", "/plan/task/text | /plan/title", "/plan/title | task/text",
    "none | task", "none | empty", "@n | task/@n", "task[@n] | title", ".. | task", "text() | task",
    "/plan | /plan/task | /plan/none",
  ]

  /// What is left to libxml2 altogether.
  static let left = [
    "//task/text", "//node()", "//task[1]", "task[1]", "task[last()]",
    "ancestor::task", "node()",
    "following-sibling::task[1]", "preceding::text", "descendant-or-self::*/@n",
    "task[count(text)]",
    "task[last() = 2]", "@n[. = 1]", "*[ordinal(.)]",
    "(task)[2]", "year + 1", "year mod 100", "- year", "--1", "year div 3", "sum(task/@n)",
    "string(year)", "normalize-space(deadline)",
    "number()", "round(2.5)", "floor(-1.5)", "year > 2020", "/",
    "task/..", "div div count", "task[position() > 1]/@n",
  ]

  private let evaluator = XPathEvaluator(functions: XPathFunction.standard)

  @Test(arguments: direct) func agrees(_ source: String) throws {
    let parsed = try XMLReader.read(Array(sampleXML.utf8))
    #expect(try disagreements(source, in: parsed.tree.root, evaluator) == [])
  }

  @Test func mostOfTheTableIsRunDirectly() throws {
    let others = try Self.direct.filter { !(try evaluator.compile(XPathExpression($0)).isDirect) }
    #expect(others == ["-1 = -1"])
  }

  @Test(arguments: left) func whatIsLeftToLibxml2IsTaken(_ source: String) throws {
    let parsed = try XMLReader.read(Array(sampleXML.utf8))
    let xpath = try evaluator.compile(try XPathExpression(source))
    #expect(!xpath.isDirect)
    _ = evaluator.value(xpath, at: parsed.tree.root)
  }

  /// Where only a side of an expression is left to libxml2, the whole is what libxml2 makes of it.
  @Test(arguments: left) func sidesAgree(_ source: String) throws {
    let parsed = try XMLReader.read(Array(sampleXML.utf8))
    for whole in [
      "none or \(source)", "year and \(source)", "not(\(source))", "(\(source)) or none",
    ] {
      #expect(try disagreements(whole, in: parsed.tree.root, evaluator) == [], "\(whole)")
    }
  }

  @Test(arguments: direct + left + values.map(\.0))
  func whatIsWrittenOutMeansTheSame(_ source: String) throws {
    let parsed = try XMLReader.read(Array(sampleXML.utf8))
    let written = try #require(try XPathExpression(source).syntax.source)
    let (one, other) = try (
      evaluator.compileWithLibxml2(XPathExpression(source)),
      evaluator.compileWithLibxml2(XPathExpression(written))
    )
    let root = parsed.tree.root
    #expect(
      described(evaluator.value(one, at: root)) == described(evaluator.value(other, at: root)))
  }

  static let values: [(String, String)] = [
    ("count(//task)", "4.0"), ("string(task[2]/@kind)", "\"b\""), ("year mod 100", "21.0"),
    ("task[last()]/@n", "[/plan/task[5]/@n]"), ("sum(//@n)", "7.1"), ("--1", "1.0"),
    ("div div count", "1.3333333333333333"), ("(task | year)[1]", "[/plan/year[1]]"), ("/", "[/]"),
    ("task[ordinal(.) = 2]/text", "[/plan/task[4]/text[1]]"), ("//none", "[]"),
    ("capitalize(//deadline[. = ' 7 ']/../text[2])", "\"Перей\""),
    ("//@ditto", "[/plan/@ditto /plan/task[3]/deadline[2]/@ditto]"),
    ("current()", "[/plan]"), ("task[current()/year = 2021][1]/@n", "[/plan/task[3]/@n]"),
    ("4 > 3 and 3 >= 3 and 2 < 3 and 2 <= 2", "true"), ("- - 2 + 3 * 2 - 1", "7.0"),
  ]

  @Test(arguments: values) func gives(_ source: String, _ expected: String) throws {
    let parsed = try XMLReader.read(Array(sampleXML.utf8))
    let xpath = try evaluator.compile(try XPathExpression(source))
    #expect(described(evaluator.value(xpath, at: parsed.tree.root)) == expected)
  }

  @Test func randomExpressionsAgreeOnRandomTrees() throws {
    var generator = ExpressionGenerator(random: Seeded(2021))
    var compared = 0
    var differing: [String] = []
    for _ in 0..<20 {
      let parsed = try XMLReader.read(Array(generator.tree().utf8))
      for _ in 0..<50 {
        let source = generator.expression(depth: 3)
        if try evaluator.compile(XPathExpression(source)).isDirect { compared += 1 }
        differing += try disagreements(source, in: parsed.tree.root, evaluator)
      }
    }
    #expect(differing == [])
    #expect(compared > 500)
  }
}

/// Expressions and trees that nobody would write, of the names `a` to `c`.
private struct ExpressionGenerator {
  var random: Seeded

  mutating func tree(depth: Int = 0) -> String {
    let name = random.pick(["a", "b", "c"])
    var text = "<" + name
    for attribute in ["m", "n"] where Bool.random(using: &random) {
      text += " \(attribute)=\"\(random.pick(["", "1", "й", "ї \u{438}\u{306}"]))\""
    }
    text += ">"
    let most = depth < 4 ? 4 : 0
    for _ in 0..<Int.random(in: 0...most, using: &random) { text += tree(depth: depth + 1) }
    if Bool.random(using: &random) {
      text += random.pick(["1", "2", " ", "й", "слово", "&lt;&amp;"])
    }
    return text + "</\(name)>"
  }

  mutating func path() -> String {
    var steps: [String] = Array(repeating: "..", count: random.pick([0, 0, 0, 1, 1, 2]))
    for _ in 0..<random.pick([0, 1, 1, 2, 3]) {
      steps.append(random.pick(["a", "b", "c", "*", "."]))
    }
    if random.pick([false, false, true]) { steps.append(random.pick(["@m", "@n"])) }
    if random.pick([0, 0, 0, 0, 1]) == 1 {
      return "/" + (["a"] + steps.filter { $0 != ".." }).joined(separator: "/")
    }
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  mutating func expression(depth: Int) -> String {
    guard depth > 0 else {
      return random.pick([path(), path(), "'й'", "''", "1", "0", "'слово'", "position()", "last()"])
    }
    var copy = self
    defer { random = copy.random }
    func next() -> String { copy.expression(depth: depth - 1) }
    switch Int.random(in: 0..<15, using: &random) {
    case 0: return path()
    case 1: return "count(\(path()))"
    case 2: return "not(\(next()))"
    case 3: return "(\(next())) and (\(next()))"
    case 4: return "(\(next())) or (\(next()))"
    case 5: return "(\(next())) = (\(next()))"
    case 6: return "(\(next())) != (\(next()))"
    case 7: return "(\(next())) > (\(next()))"
    case 8: return "contains(\(next()), \(next()))"
    case 9: return "starts-with(\(next()), \(next()))"
    case 10: return "substring-before(\(next()), \(next()))"
    case 11: return "substring-after(\(next()), \(next()))"
    case 12: return "substring(\(next()), \(next()), \(next()))"
    case 13: return "translate(\(next()), \(next()), \(next()))"
    default: return "concat(\(next()), \(next()))"
    }
  }
}
