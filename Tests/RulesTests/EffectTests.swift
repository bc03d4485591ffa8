import Calendars
import Diagnostics
import Rules
import Testing

/// A plan is judged by the law of its own day: the last of its approvals.
struct EffectTests {
  /// The example is approved on 21 December 2026.
  @Test(
    arguments: [
      ("", true),
      ("since: 2026-12-21", true), ("since: 2026-12-22", false),
      ("until: 2026-12-21", true), ("until: 2026-12-20", false),
      ("since: 2020-01-01\nuntil: 2026-12-31", true),
    ])
  func ruleJudgesPlansOfItsDays(_ dates: String, _ isJudged: Bool) throws {
    let plan = try examplePlan()
    try RuleFixture.holding(["small/act.yaml": smallAct, "small/always.yaml": rule(dates)]) {
      fixture in
      #expect(fixture.faults.map(\.summary) == [])
      #expect(fixture.check(plan).map(\.code) == (isJudged ? ["small/always"] : []))
    }
  }

  @Test func actGivesItsDaysToRules() throws {
    let plan = try examplePlan()
    let act = smallAct + "\nuntil: 2026-01-01"
    try RuleFixture.holding(["small/act.yaml": act, "small/always.yaml": rule("")]) { fixture in
      #expect(fixture.check(plan).map(\.code) == [])
    }
    let files = ["small/act.yaml": act, "small/always.yaml": rule("until: 2027-01-01")]
    try RuleFixture.holding(files) { fixture in
      #expect(fixture.check(plan).map(\.code) == ["small/always"])
    }
  }

  @Test(
    arguments: [
      ("", nil, true), ("until: 2026-12-31", nil, false), ("since: 2026-12-31", nil, true),
      ("until: 2026-12-31", "2026-12-31", true), ("until: 2026-12-31", "2027-01-01", false),
    ] as [(String, String?, Bool)])
  func planWithoutADayIsJudgedByThatOfTheRun(_ dates: String, _ day: String?, _ isJudged: Bool)
    throws
  {
    let plan = """
      вид: завдання-і-показники
      рік: 2027
      орган: Агентство
      службовець: {піб: Калина Олена Петрівна, посада: Спеціаліст, категорія: В}
      завдання:
        - {назва: Облік, показники: [Подано 1 звіт], строк: Травень}
      """ + "\n"
    let date = try day.map { try DateReader.read(Array($0.utf8)) }
    try RuleFixture.holding(["small/act.yaml": smallAct, "small/always.yaml": rule(dates)]) {
      fixture in
      #expect(fixture.check(plan, asOf: date).map(\.code) == (isJudged ? ["small/always"] : []))
    }
  }
}
