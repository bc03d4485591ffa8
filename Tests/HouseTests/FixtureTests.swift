import TestSupport
import Testing

/// Nothing that tests are run over is missing without a sign.
struct FixtureTests {
  @Test func aFolderThatIsListedAndMissingFails() {
    #expect(Fixture.list("nosuch").count == 1)
    #expect(throws: (any Error).self) { try Fixture.list("nosuch").first?.bytes() }
    #expect(throws: (any Error).self) { try Fixture.list("bad", suffix: ".nosuch").first?.bytes() }
  }

  @Test(arguments: Fixture.kinds) func everyKindHasPlans(_ kind: String) throws {
    let plans = Fixture.list(kind)
    #expect(plans.count > 1)
    for plan in plans { #expect(try !plan.bytes().isEmpty) }
  }
}
