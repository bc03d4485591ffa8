import Diagnostics
import Files
import Rules
import TestSupport
import Testing

/// An institution's folder laid over the built-in one.
struct OverlayTests {
  private static let strict = """
    clause: розд. III, п. 2
    force: custom
    kind: performance-plan
    context: /performance-plan
    assert: count(tasks/task) = 3
    at: tasks
    message: {uk: у нас завдань рівно три, en: we want three tasks}

    """

  @Test func replacesARule() throws {
    let text = Self.strict + "reason: {uk: наказ установи № 5, en: our order No. 5}\n"
    let plan = try examplePlan()
    try RuleFixture.holding(["nads-217-20-2020/task-count.yaml": text], over: .oneAct.get()) {
      fixture in
      #expect(fixture.faults.map(\.summary) == [])
      let rules = fixture.packs.rules(named: "task-count")
      #expect(rules.map(\.reason?.uk) == ["наказ установи № 5"])
      let found = fixture.check(plan).filter { $0.code == "nads-217-20-2020/task-count" }
      #expect(found.map(\.message.uk) == ["у нас завдань рівно три"])
      #expect(found.map(\.severity) == [.note])
    }
  }

  @Test func replacementNeedsAReason() throws {
    try RuleFixture.holding(["nads-217-20-2020/task-count.yaml": Self.strict], over: .oneAct.get())
    {
      fixture in
      #expect(
        fixture.faults.map(\.summary) == [
          "error 1:1 broken-rule: заміна правила потребує причини (reason)"
        ])
    }
  }

  @Test func aCopyReplacesNothing() throws {
    let name = "nads-217-20-2020/task-count.yaml"
    let original = try #require(try TemplateFolders([Fixture.templates]).read("acts/" + name))
    let text = String(decoding: original.bytes, as: UTF8.self)
    try RuleFixture.holding([name: text], over: .oneAct.get()) { fixture in
      #expect(fixture.faults.map(\.summary) == [])
      #expect(fixture.packs.rules(named: "task-count").count == 1)
    }
  }

  @Test func switchesARuleOff() throws {
    let text = "off: {uk: перехідний рік, en: a year of transition}\n"
    try RuleFixture.holding(["nads-217-20-2020/task-count.yaml": text], over: .oneAct.get()) {
      fixture in
      #expect(fixture.faults.map(\.summary) == [])
      let rules = fixture.packs.rules(named: "task-count")
      #expect(rules.map(\.isOff) == [true])
      #expect(rules.map(\.reason?.uk) == ["перехідний рік"])
      let plan = try examplePlan().replacing(
        "  - назва: Навчання", with: "  - строк: Травень\n    назва: Навчання")
      #expect(!fixture.check(plan).contains { $0.code == "nads-217-20-2020/task-count" })
    }
  }

  @Test(arguments: ["off:\n", "off: \"\"\n", "off: {uk: '', en: ''}\n"])
  func switchingOffNeedsAReason(_ text: String) throws {
    try RuleFixture.holding(["nads-217-20-2020/task-count.yaml": text], over: .oneAct.get()) {
      fixture in
      #expect(
        fixture.faults.map(\.summary) == [
          "error 1:1 broken-rule: заміна правила потребує причини (reason)"
        ])
      #expect(fixture.packs.rules(named: "task-count").allSatisfy { !$0.isOff })
    }
  }

  @Test func addsARule() throws {
    let files = ["our-order/act.yaml": smallAct, "our-order/ours.yaml": rule("")]
    let plan = try examplePlan()
    try RuleFixture.holding(files, over: .oneAct.get()) { fixture in
      #expect(fixture.faults.map(\.summary) == [])
      #expect(fixture.check(plan).map(\.code) == ["our-order/ours"])
    }
  }
}
