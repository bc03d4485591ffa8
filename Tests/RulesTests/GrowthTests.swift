import Schemas
import Corpus
import Diagnostics
import Plans
import Rules
import TestSupport
import Testing

/// No rule costs more than in proportion to a plan, whatever there is much of in it.
@Suite("The cost of rules")
struct GrowthTests {
  /// So many of each; one that asked all others for each of them would take sixteen million steps.
  static let count = 4_000
  /// How many steps a rule may take on such a plan.
  static let stepLimit = 1_000_000

  @Test("grows no faster than a plan", arguments: GrowthDimension.all.map(\.name))
  func isInProportion(_ name: String) throws {
    let dimension = try #require(GrowthDimension.all.first { $0.name == name })
    let source = SourceFile(name: "plan.yaml", bytes: Array(dimension.plan(Self.count).utf8))
    let checker = RuleChecker(packs: RuleFixture.builtIn.packs, stepLimit: Self.stepLimit)
    let reader = PlanReader(kinds: KindLibrary(folders: RuleFixture.builtIn.folders))
    let plans = reader.read(source).compactMap(\.value)
    #expect(!plans.isEmpty)
    for plan in plans {
      let found = checker.check(
        CheckedPlan(
          kind: plan.kind.name, root: plan.root, day: plan.day, source: source, range: plan.range))
      #expect(found.first { $0.code == "rule-endless" }?.message.uk == nil)
    }
  }
}
