import Diagnostics
import Rules
import Testing

/// Of very many findings of a rule on a plan all are counted, and a thousand put into words.
struct FindingLimitTests {
  private func plan(_ count: Int, allowed: Range<Int>) -> String {
    let rows = (0..<count).map { number in
      (allowed.contains(number) ? "  # pysar: allow each — так\n" : "")
        + "  - {назва: Облік \(number), показники: [Подано звіти], строк: Травень}\n"
    }
    return """
      вид: завдання-і-показники
      рік: 2027
      орган: Агентство
      службовець: {піб: Калина Олена Петрівна, посада: Спеціаліст, категорія: В}
      підрозділ: Відділ
      завдання:

      """ + rows.joined()
  }

  @Test(arguments: [(900, 0), (1500, 0), (1500, 1200), (1500, 1499), (1500, 1500)])
  func allAreCounted(_ count: Int, _ allowed: Int) throws {
    let each = """
      clause: п. 1
      force: binding
      kind: performance-plan
      context: //task
      assert: "false()"
      message: {uk: правило порушено, en: the rule is broken}
      """
    try RuleFixture.holding(["small/act.yaml": smallAct, "small/each.yaml": each]) { fixture in
      let found = fixture.check(
        plan(count, allowed: 0..<allowed), with: RuleChecker(packs: fixture.packs))
      #expect(found.count <= max(1000, allowed + 1))
      func number(_ severity: Severity) -> Int {
        found.filter { $0.severity == severity && $0.code == "small/each" }
          .reduce(0) { $0 + ($1.repetition?.count ?? 1) }
      }
      #expect(number(.note) == allowed)
      #expect(number(.error) == count - allowed)
    }
  }
}
