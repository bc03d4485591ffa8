import Diagnostics
import TestSupport
import Testing
import XML
import XPathLanguage

/// Functions with types of every sort.
private let functionsOnNodes = [
  XPathFunction("join", of: [.nodes, .text], gives: .text) { _ in .string("") },
  XPathFunction("repeated", of: [.nodes], gives: .nodes) { $0[0] },
]

@Suite struct XPathCheckerTests {
  static let checker = XPathChecker(
    shape: sampleShape, functions: XPathFunction.standard + functionsOnNodes)

  @Test(arguments: [
    ".", "task/text", "task/task/task/deadline/@ditto", "//deadline/../text", "/plan/year",
    "@ditto",
    "task[@kind = 'a']/text", "count(task) + ordinal(task)", "task/ancestor::plan/year",
    "(task | year)[1]",
    "task/following-sibling::task/text", "descendant::*[self::task or self::text]",
    "task/text/text()",
    "task/text/following::count", "upper-case(title)", "task/node()", "task/*/@ditto", "../plan",
    "/*",
    "concat(year, div div count)", "(//task)[1]/text",
    "count(repeated(task/text)) = 0", "repeated(task/text)/..", "repeated(task | year)[1]",
    "join(repeated(//text), ', ')", "count(current()) + sum(year)", "not(repeated(task))",
    "substring(title, 2, count(task))", "concat(count(task), year, 'а')", "floor('2')",
    "string(true())", "boolean(not(task)) = (year > 2)", "repeated(current()/task) | year",
  ])
  func passes(_ source: String) throws {
    let (faults, _) = Self.checker.check(try XPathExpression(source), in: Self.checker.root)
    #expect(faults == [])
  }

  /// `↓` stands before each name that cannot be.
  static let faults: [(String, [String])] = [
    ("↓tasks", ["no element 'tasks' can be here; perhaps 'task'"]),
    ("task/↓deadlines", ["no element 'deadlines' can be here; perhaps 'deadline'"]),
    ("task/↓year", ["no element 'year' can be here"]),
    ("task/deadline/@↓dito", ["no attribute 'dito' can be here; perhaps 'ditto'"]),
    ("/↓paln/year", ["no element 'paln' can be here; perhaps 'plan'"]),
    ("//↓measure", ["no element 'measure' can be here"]),
    ("task[↓name]/text", ["no element 'name' can be here"]),
    ("task/parent::↓task/..", []),
    ("title/↓text", ["no element 'text' can be here"]),
    (
      "concat(↓yaer, task/↓tittle)",
      [
        "no element 'yaer' can be here; perhaps 'year'", "no element 'tittle' can be here",
      ]
    ),
    ("↓cuont(task)", ["no function 'cuont' can be here; perhaps 'count'"]),
    ("↓days-between(year, year)", ["no function 'days-between' can be here"]),
    ("↓count(task, year)", ["the function 'count' does not take 2 arguments"]),
    ("↓concat(year)", ["the function 'concat' does not take 1 arguments"]),
    ("↓not()", ["the function 'not' does not take 0 arguments"]),
    ("count(↓'а')", ["the function 'count' takes nodes here, and this is a quoted string"]),
    ("1 + sum(↓1 + 2)", ["the function 'sum' takes nodes here, and this is a number"]),
    ("ordinal(↓position())", ["the function 'ordinal' takes nodes here, and this is a number"]),
    ("repeated(↓year + 1)", ["the function 'repeated' takes nodes here, and this is a number"]),
    (
      "count(repeated(↓concat(year, title)))",
      ["the function 'repeated' takes nodes here, and this is a text"]
    ),
    ("join(↓count(task), ', ')", ["the function 'join' takes nodes here, and this is a number"]),
    ("join(task, ↓year = 1)", ["the function 'join' takes a text here, and this is a condition"]),
    (
      "concat(title, ↓not(year))",
      ["the function 'concat' takes a text here, and this is a condition"]
    ),
    (
      "concat(title, year, title, ↓true())",
      ["the function 'concat' takes a text here, and this is a condition"]
    ),
    ("floor(↓'два')", ["the function 'floor' takes a number here, and this is a quoted string"]),
    (
      "substring(title, ↓year or task)",
      ["the function 'substring' takes a number here, and this is a condition"]
    ),
    ("task[repeated(text)/↓year]", ["no element 'year' can be here"]),
    ("(↓1 + 2) | year", ["'|' works on nodes, and this is another value"]),
    ("↓task | 'а'", ["'|' works on nodes, and this is another value"]),
    ("(task/↓foo | year)/text()", ["no element 'foo' can be here"]),
    ("↓concat('а', 'б')[1]", ["'[ ]' works on nodes, and this is another value"]),
    ("..//↓plans", ["no element 'plans' can be here; perhaps 'plan'"]),
    ("following-sibling::↓task", ["no element 'task' can be here"]),
  ].filter { !$0.1.isEmpty }

  @Test(arguments: faults) func faultsHaveTheirPlaces(_ marked: String, _ problems: [String]) throws
  {
    let text = MarkedText(marked)
    let (faults, _) = Self.checker.check(try XPathExpression(text.text), in: Self.checker.root)
    #expect(faults.map(\.problem.en) == problems)
    #expect(faults.map { "1:\($0.offset + 1)" } == text.places)
  }

  @Test func wrongArgumentIsHelped() throws {
    let (faults, _) = Self.checker.check(
      try XPathExpression("repeated(year + 1)"), in: Self.checker.root)
    #expect(faults.map(\.problem.uk) == ["функція «repeated» бере тут вузли, а це число"])
    #expect(
      faults.map(\.help?.uk) == [
        "дайте шлях до елементів чи атрибутів: tasks/task, //executor, @to"
      ])
  }

  @Test func messagesAreUkrainianToo() throws {
    let (faults, _) = Self.checker.check(
      try XPathExpression("concat(tasks, @dito, foo())"), in: Self.checker.root)
    #expect(
      faults.map(\.problem.uk) == [
        "елемента «tasks» тут бути не може; можливо, «task»",
        "атрибута «dito» тут бути не може; можливо, «ditto»", "функції «foo» тут бути не може",
      ])
  }

  @Test func whatIsSelectedIsTheNextContext() throws {
    let (_, tasks) = Self.checker.check(try XPathExpression("task/task"), in: Self.checker.root)
    let (faults, _) = Self.checker.check(try XPathExpression("concat(text, year)"), in: tasks)
    #expect(faults.map(\.offset) == [13])
    let (_, none) = Self.checker.check(try XPathExpression("count(task)"), in: Self.checker.root)
    #expect(none.isEmpty)
  }
}
