import Calendars
import Diagnostics
import Files
import Plans
import Schemas
import TestSupport
import Testing

/// What the annotations of a schema tell of a plan, and what is wrong with them.
@Suite struct AnnotationTests {
  /// `↓` stands before each place; the messages are in the order in which they are told.
  static let broken: [(String, [String])] = [
    ("x-title: [↓nmae]", ["no element 'nmae' can be here; perhaps 'name'"]),
    ("x-title: [name, ↓name/text]", ["no element 'text' can be here"]),
    ("x-title: [↓name/]", ["no element '' can be here"]),
    ("x-unit: [↓head]", ["the path leads to an element that holds others"]),
    ("x-unit: [↓signatures]", ["the path leads to an element that holds others"]),
    ("x-title: ↓name", ["x-title is a list of paths: [act/date]"]),
    ("x-signed: ↓[[head/date]]", ["x-signed is a list of paths: [act/date]"]),
    ("x-signed: ↓[head/number]", ["one of the paths must lead to a date"]),
    (
      "x-signed: [↓head/dat, head/number]",
      ["no element 'dat' can be here; perhaps 'date'"]
    ),
    ("x-day: [↓head/number, head/date]", ["the path leads to no date"]),
    (
      "x-day: [↓signatures/date]",
      [
        "no element 'date' can be here"
      ]
    ),
    ("x-year: [head/date, year, ↓name]", ["the path leads to no year"]),
    ("x-examples: {↓order: наказ}", ["there is no file examples/order.yaml"]),
    ("x-examples: ↓[наказ]", ["x-examples are words in both languages: {order: наказ}"]),
  ]

  @Test(arguments: broken) func faultsOfPathsHaveTheirPlaces(_ line: String, _ messages: [String])
    throws
  {
    let marked = MarkedText(Self.schema(line))
    let found = try Self.kind(marked.text).diagnostics
    #expect(found.map(\.message.en) == messages)
    #expect(found.map(place) == marked.places)
    #expect(found.allSatisfy { $0.code == "broken-schema" })
  }

  /// What stands in the place of the first property's description.
  static let keys: [(String, [String])] = [
    (
      "x-uk: {name: опис, description: Посада того, ↓хто підписує}",
      ["unknown keyword 'хто підписує'"]
    ),
    (
      "x-uk: {name: опис, ↓descripton: Опис}",
      ["unknown keyword 'descripton', perhaps 'description'"]
    ),
    ("x-uk: опис, ↓tpe: string", ["unknown keyword 'tpe', perhaps 'type'"]),
    ("x-uk: опис, ↓maxLength: 5", ["JSON Schema knows 'maxLength', but it has no meaning here"]),
    ("x-uk: опис, xml: {↓nam: a}", ["unknown keyword 'nam', perhaps 'name'"]),
    ("x-uk: опис, ↓x-uk: два", ["the key 'x-uk' was here already"]),
    (
      "enum: [a, b], x-uk: {name: опис, values: {a: а, ↓c: в}}",
      ["unknown keyword 'c'"]
    ),
    ("x-uk: опис, ↓format: day", []),
  ]

  @Test(arguments: keys) func keysThatNobodyKnowsAreRefused(_ keys: String, _ messages: [String])
    throws
  {
    let property = "name: {type: string, \(keys)}"
    let marked = MarkedText(
      Self.schema("").replacing("name: {type: string, x-uk: назва}", with: property))
    let found = try Self.kind(marked.text).diagnostics
    if !messages.isEmpty {
      #expect(found.map(\.message.en) == messages)
      #expect(found.map(place) == marked.places)
    }
    #expect(!found.isEmpty)
  }

  @Test(arguments: [
    ("name: {$ref: '#/$defs/x', x-uk: назва, ↓minLength: 2}", "JSON Schema knows 'minLength', but"),
    ("name: {$ref: '#/$defs/x', x-uk: назва, ↓xlm: {name: a}}", "unknown keyword 'xlm'"),
    (
      "name: {x-uk: назва, ↓type: array, oneOf: [{const: a}, {type: array, items: {type: string}}]}",
      "JSON Schema knows 'type', but"
    ),
    (
      "name: {x-uk: назва, oneOf: [{const: a, ↓enum: [a]}, {type: array, items: {type: string}}]}",
      "JSON Schema knows 'enum', but"
    ),
  ])
  func keysBesideAReferenceAreRefused(_ property: String, _ message: String) throws {
    let schema = Self.schema("$defs: {x: {type: string}}")
    let marked = MarkedText(schema.replacing("name: {type: string, x-uk: назва}", with: property))
    let found = try Self.kind(marked.text).diagnostics
    #expect(found.map(place) == marked.places)
    #expect(found.allSatisfy { $0.message.en.hasPrefix(message) })
  }

  @Test(arguments: [
    ("x-title: [head/number, name]", "name: Перша\nhead: {number: 7-р}", "7-р"),
    ("x-title: [head/number, name]", "name: |\n  Перша\n    картка", "Перша картка"),
    ("x-title: [head/number]", "name: Перша", ""),
    (
      "x-title: [signatures/signature/name, name]",
      "name: Перша\nsignatures: [{name: А}, {name: Б}]", "А"
    ),
    ("", "name: Перша", ""),
  ])
  func theFirstPathWithATextCounts(_ line: String, _ plan: String, _ title: String) throws {
    #expect(try Self.plan(plan, Self.schema(line)).title == title)
    let unit = line.replacing("x-title", with: "x-unit")
    #expect(try Self.plan(plan, Self.schema(unit)).unit == title)
  }

  @Test(arguments: [
    ("", nil),
    ("head: {date: 2027-03-01}", nil),
    ("head: {number: 7-р}", nil),
    ("head: {date: 1 березня 2027 р., number: 7-р}", nil),
    ("head: {date: 2027-03-01, number: 7-р}\nsignatures: [{name: А}]", nil),
    (
      "head: {date: 2027-03-01, number: 7-р}\nsignatures: [{name: А, date: 2027-02-01}]",
      "2027-03-01"
    ),
    (
      "head: {date: 2027-03-01, number: 7-р}\nsignatures: [{name: А, date: 2027-04-01}, {name: Б}]",
      nil
    ),
    (
      """
      head: {date: 2027-03-01, number: 7-р}
      signatures: [{name: А, date: 2027-04-01}, {name: Б, date: 31.03.2027}]
      """, "2027-04-01"
    ),
  ])
  func aPlanIsSignedWhenAllIsThere(_ plan: String, _ day: String?) throws {
    let schema = Self.schema("x-signed: [signatures/signature/date, head/date, head/number]")
    #expect(try Self.plan("name: Перша\n" + plan, schema).signedOn?.iso == day)
    #expect(try Self.plan("name: Перша\n" + plan, Self.schema("")).signedOn == nil)
  }

  /// What the program finds out is nobody's and not signed.
  private static let reports: Set<String> = [
    "personnel-inventory", "plan-comparison", "plan-extract", "plans-status",
  ]

  /// Every built-in kind says what its plans are called, whose they are, and when they are signed.
  @Test func builtInKindsSayItAll() throws {
    for name in KindLibrary(folders: TemplateFolders([Fixture.templates])).names {
      let example = try Fixture("Templates/kinds/\(name)/example.yaml").bytes()
      let plan = try #require(read(example).first?.value)
      #expect(!plan.title.isEmpty, "\(name)")
      guard !Self.reports.contains(name) else { continue }
      #expect(!plan.unit.isEmpty && plan.signedOn != nil, "\(name)")
    }
  }

  @Test func aServantsPlanIsKnownByNameAndDepartment() throws {
    let example = try Fixture("Templates/kinds/performance-plan/example.yaml").bytes()
    let plan = try #require(read(example).first?.value)
    #expect(plan.title == "Калина Олена Петрівна")
    #expect(plan.unit == "Управління справами")
    #expect(plan.signedOn?.iso == "2026-12-21")
    let text = String(decoding: example, as: UTF8.self)
    for name in ["Гай Г. Г.", "Верба В. В.", "Калина О. П."] {
      let draft = text.replacing(try Regex("\(name)\n *дата: .*"), with: name)
      #expect(draft != text && read(draft).first?.value?.signedOn == nil, "\(name)")
    }
  }

  private static func schema(_ line: String) -> String {
    """
    title: Card
    description: A card.
    x-uk: {name: картка, title: Картка, description: Картка.}
    type: object
    \(line)
    required: [name]
    properties:
      name: {type: string, x-uk: назва}
      year: {type: integer, x-uk: рік}
      head:
        type: object
        x-uk: голова
        properties:
          date: {type: string, format: date, x-uk: дата}
          number: {type: string, x-uk: номер}
      signatures:
        type: array
        x-uk: підписи
        items:
          type: object
          xml: {name: signature}
          properties:
            name: {type: string, x-uk: піб}
            date: {type: string, format: date, x-uk: дата}

    """
  }

  /// The kind of a schema, or what is wrong with it.
  private static func kind(_ schema: String) throws -> Diagnosed<Kind> {
    try withLibrary(schema) { try #require($0.kind(named: "card")) }
  }

  private static func plan(_ text: String, _ schema: String) throws -> PlanTree {
    try withLibrary(schema) { kinds in
      let source = SourceFile(name: "plan.yaml", bytes: Array(("kind: card\n" + text).utf8))
      let plans = PlanReader(kinds: kinds).read(source)
      #expect(plans.flatMap(\.diagnostics).isEmpty)
      return try #require(plans.first?.value)
    }
  }

  private static func withLibrary<Result>(
    _ schema: String, _ body: (KindLibrary) throws -> Result
  ) throws -> Result {
    let files = ["kinds/card/schema.yaml": schema]
    return try body(KindLibrary(folders: TemplateFolders([.texts(files)])))
  }
}
