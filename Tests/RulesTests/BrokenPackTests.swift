import Diagnostics
import Rules
import TestSupport
import Testing

/// What is wrong with a pack is said at its place in the rule's file.
struct BrokenPackTests {
  @Test(
    arguments: [
      ("broken", "assert: count(↓"),
      ("element", "assert: name and ↓positoin"),
      ("attribute", "assert: ../tasks/task/deadline/@↓too"),
      ("beyond", "assert: ../../↓../.."),
      ("function", "assert: ↓lenght(name)"),
      ("quoted", "assert: \"name and ↓positoin\""),
      ("arguments", "assert: ↓starts-with(name)"),
      ("nodes", "assert: not(repeated(↓position + 1))"),
      ("literal", "assert: matches(name, ↓position)"),
      ("number", "assert: deadline-end(name, ↓true()) = ''"),
      (
        "abbreviations",
        "assert: unexplained-abbreviations(↓concat(name, ''), //text(), 'ООН') = ''"
      ),
      ("pattern", "assert: matches(name, '↓(а')"),
      ("bomb", "assert: matches(name, '(↓(а{1,99}){1,99}){1,99}')"),
      ("message", "assert: name\nmessage: {uk: '{↓nam}', en: name}"),
      ("unclosed", "assert: name\nmessage: {uk: 'назва ↓{name', en: name}"),
      ("at", "assert: name\nat: ↓nowhere"),
      ("clause", "assert: name\nclause: ↓п. 9"),
      ("kind", "assert: name\nkind: ↓performance-plam"),
      ("key", "assert: name\n↓mesage: так"),
      ("since", "assert: name\nsince: ↓учора"),
      ("needs", "assert: name\n↓needs: '%'"),
      ("found", "found: match(name, '↓(а')"),
      ("found-element", "found: match(↓nam, 'а')\nmessage: {uk: '{$found}', en: name}"),
      ("found-message", "found: match(name, 'а')\nmessage: {uk: '{↓$fount}', en: name}"),
      ("unnamed", "assert: matches(name, ↓$surnme)"),
      ("unnamed-in-message", "assert: name\nmessage: {uk: '{match(name, ↓$sign)}', en: name}"),
    ])
  func faultIsPlaced(_ name: String, _ lines: String) throws {
    let marked = MarkedText(Self.ruleText(lines))
    try RuleFixture.holding(["small/act.yaml": smallAct, "small/\(name).yaml": marked.text]) {
      fixture in
      let faults = fixture.faults
      #expect(faults.count == 1, "\(faults.map(\.summary))")
      #expect(faults.allSatisfy { $0.code == "broken-rule" && $0.severity == .error })
      let places = faults.compactMap(\.range).map { "\($0.start.line):\($0.start.column)" }
      #expect(places == marked.places, "\(faults.map(\.summary))")
      #expect(fixture.packs.rules.isEmpty)
    }
  }

  @Test func unknownKeyIsHelped() throws {
    let files = ["small/act.yaml": smallAct, "small/key.yaml": rule("needs: '%'", assert: "name")]
    try RuleFixture.holding(files) { fixture in
      #expect(fixture.faults.map(\.message.en) == ["unknown key 'needs'"])
      #expect(fixture.faults.first?.help?.en.contains("clause, force, kind") == true)
    }
  }

  @Test(
    arguments: [
      "servant/name", "act/number", "concat(servant/name, act/number)", "servant/↓number",
      "concat(year, ↓nowhere)", "↓number",
    ])
  func rulesAcrossPlansNameWhatOneOfTheKindsHas(_ fact: String) throws {
    let marked = MarkedText(
      """
      clause: п. 1
      force: binding
      kind: [performance-plan, resolution]
      scope: batch
      key: concat(year, act/date)
      this: self::performance-plan
      other: self::resolution
      facts: {a: "\(fact)"}
      assert: this/@a = other/@a
      message: {uk: "{this/@a}", en: "{other/@a}"}
      """)
    try RuleFixture.holding(["small/act.yaml": smallAct, "small/across.yaml": marked.text]) {
      fixture in
      let places = fixture.faults.compactMap(\.range).map { "\($0.start.line):\($0.start.column)" }
      #expect(places == marked.places, "\(fixture.faults.map(\.summary))")
    }
  }

  @Test(
    arguments: [
      "count(//*[count(//*[count(//*) > 1]) > 1]) > 1 and sum(//*[sum(//*[sum(//*) > 1]) > 1]) > 1",
      "not(//indicator[../../../..//text() = 'ні'])",
    ])
  func endlessExpressionIsCutShort(_ assert: String) throws {
    let text = rule("", assert: assert)
    let files = ["small/act.yaml": smallAct, "small/endless.yaml": text]
    let plan = try bigPlan()
    try RuleFixture.holding(files) { fixture in
      #expect(fixture.faults.map(\.summary) == [])
      #expect(
        fixture.check(plan).map(\.summary) == [
          "error 1:1 rule-endless: правило «small/endless» не закінчилося на цьому плані за дозволене "
            + "число кроків"
        ])
    }
  }

  /// Steps are counted over all nodes of a rule, whoever takes them.
  @Test func stepsOfAllNodesAreCounted() throws {
    let squared = """
      clause: п. 1
      force: binding
      kind: performance-plan
      context: //indicator
      assert: not(../../../..//text() = 'ні')
      message: {uk: правило порушено, en: the rule is broken}
      """
    let files = ["small/act.yaml": smallAct, "small/squared.yaml": squared]
    try RuleFixture.holding(files) { fixture in
      let checker = RuleChecker(packs: fixture.packs, stepLimit: 100_000)
      for (tasks, codes) in [(60, ["rule-endless"]), (5, []), (60, ["rule-endless"])] {
        let plan = try bigPlan(tasks: tasks)
        #expect(fixture.check(plan, with: checker).map(\.code) == codes)
      }
    }
  }

  /// The rule of the tests, with lines that stand for those of the same key.
  private static func ruleText(_ lines: String) -> String {
    let own = lines.split(separator: "\n").map(String.init)
    let key = { (line: String) in line.split(separator: ":")[0].filter { $0 != "↓" } }
    let base = rule("").split(separator: "\n").map(String.init)
    return base.map { line in own.first { key($0) == key(line) } ?? line }.joined(separator: "\n")
      + own.filter { line in !base.contains { key($0) == key(line) } }.map { "\n" + $0 }.joined()
      + "\n"
  }

  /// A plan of two hundred tasks with five indicators each.
  private func bigPlan(tasks: Int = 200) throws -> String {
    let task = """

        - назва: Облік
          показники: [Подано 1 звіт, Подано 2 акти, Подано 3 листи, Подано 4 довідки, Подано 5 карт]
          строк: Травень
      """
    return """
      вид: завдання-і-показники
      рік: 2027
      орган: Агентство
      службовець: {піб: Калина Олена Петрівна, посада: Спеціаліст, категорія: В}
      завдання:
      """ + String(repeating: task, count: tasks) + "\n"
  }
}
