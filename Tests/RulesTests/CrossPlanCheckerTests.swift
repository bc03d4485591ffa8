import Diagnostics
import Rules
import TestSupport
import Testing

/// Plans held against each other, from their facts alone.
struct CrossPlanCheckerTests {
  /// Whether an assertion holds between the three facts of one plan and those of another.
  typealias Assertion = @Sendable ([[UInt8]], [[UInt8]]) -> Bool

  private static let x = Array("x".utf8)
  private static let assertions: [(text: String, holds: Assertion)] = [
    ("false()", { _, _ in false }),
    ("true()", { _, _ in true }),
    ("this/@a = other/@a", { $0[0] == $1[0] }),
    ("this/@a != other/@b", { $0[0] != $1[1] }),
    ("other/@b != this/@a or other/@c = ''", { $0[0] != $1[1] || $1[2].isEmpty }),
    (
      "this/@a != other/@a or this/@b != other/@b and other/@b != '' or this/@c = other/@c",
      { $0[0] != $1[0] || $0[1] != $1[1] && !$1[1].isEmpty || $0[2] == $1[2] }
    ),
    (
      "this/@b != other/@b and (other/@c = '' or other/@a != 'x') or this/@a != ''",
      { $0[1] != $1[1] && ($1[2].isEmpty || $1[0] != x) || !$0[0].isEmpty }
    ),
    ("count(//@*[. = 'x']) < 3", { ($0 + $1).count { $0 == x } < 3 }),
    ("not(this/@b != other/@b) or count(*) = 3", { $0[1] == $1[1] }),
  ]

  @Test(arguments: assertions.indices)
  func judgesAsIfEveryPairWereHeldAgainstEachOther(_ index: Int) throws {
    let (text, holds) = Self.assertions[index]
    try withChecker(of: text) { checker in
      var random = Seeded(UInt64(index))
      for _ in 0..<100 {
        let members = (0..<Int.random(in: 0...9, using: &random)).map { plan in
          member(plan, facts(&random), Bool.random(using: &random), Bool.random(using: &random))
        }
        let found = checker.findings(in: members).map { plan, finding in
          let other = finding.other.map { "\($0.file):\($0.range.start.line)" } ?? "?"
          return "\(plan), \(other): \(finding.message.uk)"
        }
        #expect(found == expected(members, holds), "\(members.map(\.facts))")
      }
    }
  }

  /// Twenty thousand deputies and as many heads, all in one department and no two of one unit.
  @Test func looksAtFewPairsOfManyPlans() throws {
    try withChecker(of: "this/@a != other/@a and other/@a != '' or this/@b = other/@b") { checker in
      let deputies = (0..<20_000).map { member($0, ["\($0)", "1", ""], true, false) }
      let heads = (0..<20_000).map {
        member(20_000 + $0, ["\($0)", $0 == 7 ? "2" : "1", ""], false, true)
      }
      #expect(checker.findings(in: deputies + heads).map(\.plan) == [7])
    }
  }

  @Test func tooManyPairsAreAnErrorOfTheRule() throws {
    try withChecker(of: "this/@a != concat(other/@a, '')", pairLimit: 99) { checker in
      let members = (0..<20).map { member($0, ["\($0)", "", ""], $0 < 10, $0 >= 10) }
      #expect(checker.findings(in: Array(members.dropLast())).map(\.finding.code) == [])
      let found = checker.findings(in: members)
      #expect(found.map(\.finding.code) == ["broken-rule"])
      #expect(found.map(\.plan) == [9])
    }
  }

  @Test func reasonOfAnAllowanceMakesANote() throws {
    try withChecker(of: "false()") { checker in
      var members = [member(1, ["", "", ""], true, true), member(2, ["", "", ""], true, true)]
      members[1].facts.allowance = "так треба"
      let found = checker.findings(in: members).map { $0.finding }
      #expect(found.map(\.severity) == [.error, .note])
      #expect(found.map(\.excerpt) == ["line 1", "line 2"])
      #expect(found.map(\.file) == ["1.yaml", "2.yaml"])
      #expect(found[1].message.uk == "|| і || (дозволено: так треба)")
    }
  }

  @Test(
    arguments: [
      ("", "error 6:8 small/pair: знову Агентство"),
      (
        "# pysar: allow pair — так треба",
        "note 6:8 small/pair: знову Агентство (дозволено: так треба)"
      ),
    ])
  func factsSayAllThatAFindingNeeds(_ comment: String, _ finding: String) throws {
    let rule = """
      clause: п. 1
      force: binding
      kind: performance-plan
      scope: batch
      key: year
      this: servant/category = 'В'
      other: servant/category = 'Б'
      facts: {agency: agency}
      at: servant/name
      assert: this/@agency != other/@agency
      message: {uk: "знову {other/@agency}", en: again}
      """
    func plan(_ category: String) -> String {
      """
      вид: завдання-і-показники
      рік: 2027
      орган: Агентство
      службовець:
        \(comment)
        піб: Калина Олена Петрівна
        посада: Спеціаліст
        категорія: \(category)
      завдання: [{назва: Облік, показники: [Подано 1 звіт], строк: Травень}]

      """
    }
    try RuleFixture.holding(["small/act.yaml": smallAct, "small/pair.yaml": rule]) { fixture in
      #expect(fixture.faults.map(\.summary) == [])
      let found = fixture.check(plan("В") + "---\n" + plan("Б"))
      #expect(found.map(\.summary) == [finding])
      #expect(found.map(\.excerpt) == ["  піб: Калина Олена Петрівна"])
    }
  }

  private func facts(_ random: inout Seeded) -> [String] {
    // The last two look alike and are not the same.
    (0..<3).compactMap { _ in ["", "x", "й", "и\u{306}"].randomElement(using: &random) }
  }

  private func member(_ plan: Int, _ values: [String], _ isThis: Bool, _ isOther: Bool)
    -> CrossPlanChecker.Member
  {
    CrossPlanChecker.Member(
      plan: plan, file: "\(plan).yaml",
      facts: BatchFacts(
        rule: "small/pair", key: [], isThis: isThis, isOther: isOther, values: values,
        range: SourceRange(line: plan, column: 1), excerpt: "line \(plan)", allowance: nil))
  }

  /// What is found where every plan is held against one other after the other.
  private func expected(_ members: [CrossPlanChecker.Member], _ holds: Assertion) -> [String] {
    members.filter(\.facts.isThis).compactMap { this in
      let facts = this.facts.values.map { Array($0.utf8) }
      let other = members.first { other in
        other.plan != this.plan && other.facts.isOther
          && !holds(facts, other.facts.values.map { Array($0.utf8) })
      }
      return other.map {
        let said = [this.facts.values, $0.facts.values].map { $0.joined(separator: "|") }
        return "\(this.plan), \($0.file):\($0.plan): \(said[0]) і \(said[1])"
      }
    }
  }

  private func withChecker(
    of assertion: String, pairLimit: Int = 5_000_000, _ body: (CrossPlanChecker) -> Void
  ) throws {
    let rule = """
      clause: п. 1
      force: binding
      kind: performance-plan
      scope: batch
      key: year
      this: true()
      other: true()
      facts: {a: year, b: agency, c: department}
      assert: "\(assertion)"
      message:
        uk: "{this/@a}|{this/@b}|{this/@c} і {other/@a}|{other/@b}|{other/@c}"
        en: ""
      """
    try RuleFixture.holding(["small/act.yaml": smallAct, "small/pair.yaml": rule]) { fixture in
      #expect(fixture.faults.map(\.summary) == [])
      body(CrossPlanChecker(RuleChecker(packs: fixture.packs), pairLimit: pairLimit))
    }
  }
}
