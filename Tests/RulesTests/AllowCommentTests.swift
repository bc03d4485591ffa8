import Diagnostics
import Rules
import Testing

/// Comments in a plan that silence a rule at one place.
struct AllowCommentTests {
  private static func plan(_ comment: String, after: String = "") -> String {
    """
    вид: завдання-і-показники
    рік: 2027
    орган: Агентство
    \(comment)
    службовець:\(after)
      піб: Калина Олена Петрівна
      посада: Спеціаліст
      категорія: В
    завдання:
      - {назва: Облік, показники: [Подано 1 звіт], строк: Травень}
    """ + "\n"
  }

  @Test(
    arguments: [
      // With a reason, the finding is a note that gives it.
      (
        plan("# pysar: allow always — штат скорочено"),
        ["note 5:1 small/always: правило порушено (дозволено: штат скорочено)"]
      ),
      (
        plan("# pysar: allow small/always - штат скорочено"),
        ["note 5:1 small/always: правило порушено (дозволено: штат скорочено)"]
      ),
      (
        plan("", after: " # pysar: allow always — так треба"),
        ["note 5:1 small/always: правило порушено (дозволено: так треба)"]
      ),
      // Without one, the finding stays, and the comment is an error itself.
      (
        plan("# pysar: allow always"),
        [
          "error 4:1 allow-without-reason: не зазначено причини дозволу відступити від «always»",
          "error 5:1 small/always: правило порушено",
        ]
      ),
      // One of a rule that there is not silences nothing.
      (
        plan("# pysar: allow never — про всяк випадок"),
        [
          "error 4:1 unknown-rule: правила «never» немає",
          "error 5:1 small/always: правило порушено",
        ]
      ),
    ])
  func silences(_ plan: String, _ expected: [String]) throws {
    let files = ["small/act.yaml": smallAct, "small/always.yaml": rule("")]
    try RuleFixture.holding(files) { fixture in
      #expect(fixture.faults.map(\.summary) == [])
      #expect(fixture.check(plan).map(\.summary) == expected)
    }
  }

  /// A checker goes through many files: the comments of one never speak for another.
  @Test func filesOfOneNameAndSizeHaveTheirOwn() throws {
    let files = ["small/act.yaml": smallAct, "small/always.yaml": rule("")]
    try RuleFixture.holding(files) { fixture in
      let checker = RuleChecker(packs: fixture.packs)
      let texts = ["always", "alwoys", "always"].map { Self.plan("# pysar: allow \($0) — так") }
      #expect(Set(texts.map(\.utf8.count)).count == 1)
      let codes = texts.map { fixture.check($0, with: checker).map { "\($0.severity) \($0.code)" } }
      #expect(codes[0] == ["note small/always"])
      #expect(codes[1] == ["error unknown-rule", "error small/always"])
      #expect(codes[2] == codes[0])
    }
  }

  /// Blocks of comments above a line all speak of it; each is used by its own rule.
  /// Comments that resemble a leave and are none are told; others are comments.
  @Test(arguments: [
    ("#pysar: allow always — так", true), ("# pysar:allow always — так", true),
    ("#  pysar: allow always — так", true), ("# pysar: allow\u{A0}always — так", true),
    ("# Pysar: Allow always — так", true), ("# PYSAR: ALLOW always", true),
    ("# pysar: аllow always — так", true), ("# pysar: alow always", true),
    ("# pysar: дозволити always", true), ("# pysar allow always — так", true),
    ("# перевірте: pysar check plan.yaml", false), ("# pysar check plan.yaml", false),
    ("# писар: так", false), ("# pysarenko: так", false),
  ])
  func resembles(_ comment: String, _ isTold: Bool) throws {
    let files = ["small/act.yaml": smallAct, "small/always.yaml": rule("")]
    let near =
      "warning 4:1 near-allow: коментар схожий на дозвіл відступити від правила, але не є ним"
    try RuleFixture.holding(files) { fixture in
      let found = fixture.check(Self.plan(comment)).map(\.summary)
      #expect(found == (isTold ? [near] : []) + ["error 5:1 small/always: правило порушено"])
    }
  }

  @Test func commentBehindAllLinesIsJudged() throws {
    try RuleFixture.holding(["small/act.yaml": smallAct, "small/always.yaml": rule("")]) {
      fixture in
      let told = { (comment: String) in
        fixture.check(Self.plan("") + comment).map(\.summary).filter { !$0.hasSuffix("порушено") }
      }
      for end in ["", "\n", "\n\n"] {
        #expect(told("# pysar: allow nosuch — так\(end)").count == 1)
        #expect(told("# pysar: allow always\(end)").count == 1)
        #expect(told("# pysar: allow always — так\(end)").count == 1)
      }
    }
  }

  @Test func blockOfCommentsSpeaksOfTheNextLine() throws {
    let files = [
      "small/act.yaml": smallAct, "small/always.yaml": rule(""), "small/ever.yaml": rule(""),
    ]
    try RuleFixture.holding(files) { fixture in
      let plan = Self.plan(
        "# pysar: allow always — перше\n\n# пояснення\n# pysar: allow small/ever — друге\n")
      #expect(
        fixture.check(plan).map(\.summary) == [
          "note 9:1 small/always: правило порушено (дозволено: перше)",
          "note 9:1 small/ever: правило порушено (дозволено: друге)",
        ])
    }
  }
}
