import Corpus
import Diagnostics
import Files
import Plans
import Rules
import Schemas
import TestSupport
import Testing
import XML

/// Rules are not run on plans without the characters that their patterns need: what they find is the
/// same as if all were.
struct RuleNeedTests {
  @Test func fixturesHaveTheSameFindings() throws {
    let checkers = Checkers()
    for fixture in Fixture.plans + Fixture.list("bad") {
      expectSameFindings(SourceFile(name: fixture.path, bytes: try fixture.bytes()), checkers)
    }
  }

  @Test func examplesHaveTheSameFindings() {
    let checkers = Checkers()
    let fixture = RuleFixture.builtIn
    for rule in fixture.packs.rules {
      for example in rule.valid + rule.invalid {
        expectSameFindings(fixture.source(of: example, rule), checkers)
      }
    }
  }

  @Test func corpusHasTheSameFindings() {
    let checkers = Checkers()
    for plan in Corpus(count: 120) {
      expectSameFindings(SourceFile(name: plan.stem, bytes: plan.yaml()), checkers)
    }
  }

  /// Texts, each with the rule that it is aimed at.
  private static let aimed = [
    ("Відділ м.Юрківка", "abbreviated-words"), ("Відділ м.Ялта", "abbreviated-words"),
    ("Відділ м.Єланець", "abbreviated-words"), ("Відділ смт.Щастя", "abbreviated-words"),
    ("Відділ \u{A0}обліку", "double-space"), ("Відділ\u{A0} обліку", "double-space"),
    ("Відділ \u{A0}, облік", "space-at-mark"), ("Відділ\u{A0}: облік", "space-at-mark"),
    ("a Відділ", "stray-letter"), ("i Відділ", "stray-letter"), ("Облік, i звіти", "stray-letter"),
    ("Відділ обліку ε звітів", "stray-letter"), ("Відділ обліку x звітів", "stray-letter"),
    ("Відділ обʼєднань і зв’язку", "apostrophes-alike"), ("Відділ Ї*я", ""),
    ("Відділ рoзвитку", "look-alike-letters"), ("Відділ № 5 і N°7", "number-sign"),
    ("Відділ \u{2060}обліку", "invisible-character"), ("Відділ ХІ скликань", "roman-numerals"),
    ("Відділ ф”ючерсів", "apostrophe-sign"), ("Проекція", "proiekt"),
    ("Відділ обліку,єдиний", "space-after-comma"), ("Відділ №0", "space-after-number-sign"),
  ]

  @Test func aimedTextsHaveTheSameFindings() {
    let checkers = Checkers()
    for (text, rule) in Self.aimed {
      let found = expectSameFindings(plan(text), checkers)
      #expect(rule.isEmpty || found.contains("ukrainian-text/" + rule), "\(text): \(found)")
    }
  }

  @Test func randomTextsHaveTheSameFindings() {
    let parts = [
      "м.", "Ж", "ю", "я", " ", " ", "\u{A0}", "a", "i", "O", "ε", "т.", "ч", "дп", "2027", "р.",
      "№", "7", "д", "'", "ʼ", "’", "\"", "«", "»", "“", "„", "-", "–", ",", ";", ".", "(", ")",
      "/",
      "Х", "І", "X", "I", "V", "кв.", "N", "#", "про", "ект", "Ект", "*", "`", "\u{AD}", "січень",
      "%", "105", "Відділ", "обліку", "\u{460}", "ѓ", "ʹ", "!", "?", ":",
    ]
    let checkers = Checkers()
    var random = Seeded(27)
    for _ in 0..<150 {
      let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in random.pick(parts) }
      expectSameFindings(plan("Відділ" + text.joined()), checkers)
    }
  }

  /// A plan with no text but this that a rule on texts could find fault with.
  private func plan(_ text: String) -> SourceFile {
    let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let plan = """
      вид: завдання-і-показники
      рік: 2027
      орган: Агентство
      службовець: {піб: Калина Олена Петрівна, посада: Спеціаліст, категорія: В}
      підрозділ: "\(quoted)"
      завдання:
        - {назва: Облік, показники: [Подано звіт], строк: Травень}

      """
    return SourceFile(name: "plan.yaml", bytes: Array(plan.utf8))
  }

  @discardableResult
  private func expectSameFindings(
    _ source: SourceFile, _ checkers: Checkers, location: SourceLocation = #_sourceLocation
  ) -> [String] {
    let plans = RuleFixture.builtIn.reader.read(source)
    var codes: [String] = []
    for tree in plans.compactMap(\.value) {
      let plan = CheckedPlan(
        kind: tree.kind.name, root: tree.root, day: tree.day, source: tree.source,
        range: tree.range)
      let found = checkers.skipping.check(plan)
      let all = checkers.running.check(plan)
      #expect(
        found.map(\.summary) == all.map(\.summary), "\(source.name)", sourceLocation: location)
      codes += found.map(\.code)
    }
    return codes
  }
}

/// A checker that skips rules by what they need, and one that runs all.
private struct Checkers {
  let skipping = RuleChecker(packs: RuleFixture.builtIn.packs)
  let running = RuleChecker(packs: RuleFixture.builtIn.packs, textsBeforeSkipping: .max)
}
