import Diagnostics
import Rules
import TestSupport
import Testing

/// Patterns that an act names once for its rules.
struct SharedPatternTests {
  private static func act(_ patterns: String) -> String { smallAct + "\npatterns:\n" + patterns }

  @Test(arguments: ["name", "(//name)[1]"])
  func nameStandsForThePattern(_ path: String) throws {
    let files = [
      "small/act.yaml": Self.act("  surname-in-o: \"^\\\\S+['’]?о \"\n"),
      "small/surname.yaml": rule(
        "at: name\nhelp: {uk: '«{match(name, $surname-in-o)}»', en: name}",
        assert: "not(matches(\(path), $surname-in-o))"),
    ]
    try RuleFixture.holding(files) { fixture in
      #expect(fixture.faults.map(\.summary) == [])
      #expect(fixture.packs.acts.first?.patterns.keys.sorted() == ["surname-in-o"])
      #expect(fixture.check(try examplePlan()).isEmpty)
      let plan = try examplePlan().replacing("Калина Олена", with: "Коваленко Олена")
      let found = fixture.check(plan)
      #expect(found.map(\.code) == ["small/surname"])
      #expect(found.first?.help?.uk == "«Коваленко »")
    }
  }

  @Test(arguments: [
    "  sign: '↓[а'", "  sign: ↓(а", "  ↓1st: 'а'", "  sign: 'а'\n  ↓sign: 'б'",
    "  sign:\n    ↓- 'а'",
    "  sign: ↓\"[\\\"']\"", "  ↓- 'а'",
  ])
  func faultIsPlaced(_ patterns: String) throws {
    let marked = MarkedText(Self.act(patterns))
    try RuleFixture.holding(["small/act.yaml": marked.text]) { fixture in
      let places = fixture.faults.compactMap(\.range).map { "\($0.start.line):\($0.start.column)" }
      #expect(places == marked.places, "\(fixture.faults.map(\.summary))")
    }
  }

  @Test func brokenPatternIsToldOnce() throws {
    let files = [
      "small/act.yaml": Self.act("  sign: '(а'\n"),
      "small/one.yaml": rule("", assert: "matches(name, $sign)"),
      "small/two.yaml": rule("", assert: "not(matches(name, $sign))"),
    ]
    try RuleFixture.holding(files) { fixture in #expect(fixture.faults.count == 1) }
  }

  @Test func nearestNameIsOffered() throws {
    let files = [
      "small/act.yaml": Self.act("  surname: '^\\S+'\n"),
      "small/one.yaml": rule("", assert: "matches(name, $surnme)"),
    ]
    try RuleFixture.holding(files) { fixture in
      #expect(
        fixture.faults.map(\.message.en) == [
          "there is no pattern '$surnme'; perhaps '$surname'"
        ]
      )
    }
  }
}
