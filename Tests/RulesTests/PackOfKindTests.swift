import Diagnostics
import Files
import Plans
import Rules
import Schemas
import TestSupport
import Testing
import XML
import XPathLanguage

/// A check of one plan reads the rules of its kind, and no others.
struct PackOfKindTests {
  @Test(arguments: RuleFixture.builtIn.kinds.names)
  func rulesOfAKindAreAllRead(_ kind: String) {
    let read = Self.read(RuleFixture.builtIn.folders, for: kind)
    #expect(read.diagnostics.map(\.summary) == [])
    let wanted = RuleFixture.builtIn.packs.rules.filter {
      $0.isOff || $0.kinds.isEmpty || $0.kinds.contains(kind)
    }
    #expect(read.value?.rules.map(\.id) == wanted.map(\.id))
  }

  @Test(arguments: RuleFixture.builtIn.kinds.names)
  func findingsAreTheSame(_ kind: String) throws {
    let read = Self.read(RuleFixture.builtIn.folders, for: kind)
    // Rules are compiled once for all plans.
    let checkers = [try #require(read.value), RuleFixture.builtIn.packs].map {
      RuleChecker(packs: $0)
    }
    for fixture in Fixture.list(kind) {
      let source = SourceFile(name: fixture.path, bytes: try fixture.bytes())
      let plans = RuleFixture.builtIn.reader.read(source).compactMap(\.value)
      #expect(plans.allSatisfy { $0.kind.name == kind }, "\(fixture.path)")
      for tree in plans {
        let plan = CheckedPlan(
          kind: kind, root: tree.root, day: tree.day, source: source, range: tree.range)
        #expect(
          checkers[0].check(plan).map(\.summary) == checkers[1].check(plan).map(\.summary),
          "\(fixture.path)")
        #expect(checkers[0].facts(of: plan) == checkers[1].facts(of: plan), "\(fixture.path)")
      }
    }
  }

  /// So are those of the rules' own examples, which need every function and the calendar.
  @Test(arguments: RuleFixture.builtIn.kinds.names)
  func findingsInExamplesAreTheSame(_ kind: String) throws {
    let own = try #require(Self.read(RuleFixture.builtIn.folders, for: kind).value)
    let checkers = [own, RuleFixture.builtIn.packs].map { RuleChecker(packs: $0) }
    for rule in own.rules where rule.kinds.first == kind {
      for example in rule.invalid {
        let source = RuleFixture.builtIn.source(of: example, rule)
        for tree in RuleFixture.builtIn.reader.read(source).compactMap(\.value)
        where tree.kind.name == kind {
          let plan = CheckedPlan(
            kind: kind, root: tree.root, day: tree.day, source: source, range: tree.range)
          let found = checkers.map { $0.check(plan).map(\.summary) }
          #expect(found[0] == found[1], "\(rule.id)")
        }
      }
    }
  }

  /// However its kinds are written, a rule that speaks of one is read for it.
  @Test(arguments: [
    "kind: resolution", "kind: [action-plan, resolution]", "kind: \"resolution\"",
    "\"kind\": resolution", "kind:\n  - action-plan\n  - resolution",
    "kind: resolution # лише акти",
    "kind:   [ resolution ]", "kind: [action-plan,\n  resolution]", "",
  ])
  func kindIsSeenHoweverItIsWritten(_ line: String) throws {
    let files = ["small/act.yaml": smallAct, "small/one.yaml": Self.rule(line)]
    try RuleFixture.holding(files) { fixture in
      #expect(fixture.faults.map(\.summary) == [])
      let read = Self.read(fixture.folders, for: "resolution")
      #expect(read.value?.rules.map(\.id) == ["small/one"])
    }
  }

  @Test(arguments: ["kind: action-plan", "kind: [action-plan, performance-plan]"])
  func ruleOfOtherKindsIsSkipped(_ line: String) throws {
    let files = [
      "small/act.yaml": smallAct + "\n]", "small/one.yaml": Self.rule(line) + "\nassert: (",
    ]
    try RuleFixture.holding(files) { fixture in
      #expect(!fixture.faults.isEmpty)
      let read = Self.read(fixture.folders, for: "resolution")
      #expect(read.diagnostics.map(\.summary) == [])
      #expect(read.value?.rules.isEmpty == true && read.value?.acts.isEmpty == true)
    }
  }

  /// A comment may name a rule that was not read.
  @Test func skippedRuleIsKnown() throws {
    let plan = try examplePlan().replacing(
      "рік: 2027", with: "рік: 2027 # pysar: allow duty-deadline — рядок з іншого плану")
    let own = Self.read(RuleFixture.builtIn.folders, for: "performance-plan").value
    let codes = [try #require(own), RuleFixture.builtIn.packs].map { packs in
      RuleFixture.builtIn.check(plan, with: RuleChecker(packs: packs)).map(\.summary)
    }
    #expect(codes[0] == codes[1])
    #expect(codes[0].contains { $0.contains("unused-allow") })
  }

  private static func read(_ folders: TemplateFolders, for kind: String) -> Diagnosed<RulePacks> {
    let kinds = KindLibrary(folders: folders)
    let shape = kinds.kind(named: kind)?.value?.schema.treeShape ?? TreeShape(elements: [])
    return RulePackReader(folders: folders, kind: kind, shape: shape, among: kinds.names).read()
  }

  private static func rule(_ kind: String) -> String {
    """
    clause: п. 1
    force: binding
    \(kind)
    context: "/*"
    assert: "true()"
    message: {uk: так, en: so}
    """
  }
}
