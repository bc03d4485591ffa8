import Diagnostics
import Files
import Rules
import Testing
import TestSupport

/// The packs that come with Pysar.
struct PackTests {
  @Test func packsAreSound() {
    #expect(RuleFixture.builtIn.faults.map(\.summary) == [])
    #expect(!RuleFixture.builtIn.packs.rules.isEmpty)
  }

  @Test(arguments: RuleFixture.builtIn.packs.rules.map(RuleCase.init))
  func examplesBehave(_ rule: RuleCase) {
    #expect(RuleFixture.builtIn.verify(rule.rule).map(\.summary) == [])
  }

  @Test(arguments: RuleFixture.builtIn.packs.rules.map(RuleCase.init))
  func ruleIsExplained(_ rule: RuleCase) {
    let rule = rule.rule
    #expect(rule.why != nil)
    let act = RuleFixture.builtIn.packs.act(of: rule)
    #expect(act?.clauses.contains { $0.id == rule.clause } == true, "no clause \(rule.clause)")
  }

  @Test(
    arguments: RuleFixture.builtIn.packs.acts.flatMap { act in
      act.clauses.map { ClauseCase(act, $0) }
    })
  func clauseIsAnswered(_ clause: ClauseCase) {
    let packs = RuleFixture.builtIn.packs
    let answers = packs.answers(to: clause.clause, of: clause.act)
    #expect(!answers.isEmpty)
    for answer in answers {
      switch answer {
      case .rule(let name):
        let own = packs.rules.contains { $0.id == name || $0.id == "\(clause.act.id)/\(name)" }
        #expect(own, "no rule \(name)")
      case .schema(let kind):
        #expect(exists("kinds/\(kind)/schema.yaml"), "no kind \(kind)")
      case .form(let kind):
        #expect(exists("kinds/\(kind)/form.html"), "no form of \(kind)")
      case .command(let name):
        let commands = [
          "archive", "check", "compare", "control", "deadlines", "monitor", "new", "render",
          "report", "revise", "rules", "schema", "seal", "status", "summarize", "verify",
        ]
        #expect(commands.contains(name))
      case .none(let reason): #expect(!reason.uk.isEmpty && !reason.en.isEmpty)
      }
    }
  }

  @Test(arguments: Fixture.list("performance-plan"))
  func goodPlansHaveNoErrors(_ fixture: Fixture) throws {
    let source = SourceFile(name: fixture.path, bytes: try fixture.bytes())
    let errors = RuleFixture.builtIn.check(source).filter { $0.severity == .error }
    #expect(errors.map(\.summary) == [])
  }

  @Test(arguments: ["example.yaml", "example.en.yaml"])
  func exampleOfTheKindIsFaultless(_ name: String) throws {
    let fixture = Fixture("Templates/kinds/performance-plan/" + name)
    let source = SourceFile(name: fixture.path, bytes: try fixture.bytes())
    #expect(RuleFixture.builtIn.check(source).map(\.summary) == [])
  }

  private func exists(_ path: String) -> Bool {
    (try? RuleFixture.builtIn.folders.read(path)) != nil
  }
}

/// A rule as a test case of its own.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: Rule

  init(_ rule: Rule) {
    self.rule = rule
  }

  var testDescription: String { rule.id }
}

/// A clause as a test case of its own.
struct ClauseCase: Sendable, CustomTestStringConvertible {
  let act: Act
  let clause: Act.Clause

  init(_ act: Act, _ clause: Act.Clause) {
    self.act = act
    self.clause = clause
  }

  var testDescription: String { "\(act.id): \(clause.id)" }
}
