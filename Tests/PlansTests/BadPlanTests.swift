import Diagnostics
import Plans
import TestSupport
import Testing

/// Every plan of `Fixtures/bad` is refused with exactly the words that stand beside it.
@Suite struct BadPlanTests {
  @Test(arguments: Fixture.list("bad")) func isToldWhatIsWrong(_ fixture: Fixture) throws {
    let plans = read(try fixture.bytes(), name: fixture.name)
    let diagnostics = plans.flatMap(\.diagnostics)
    #expect(diagnostics.hasErrors)
    #expect(plans.allSatisfy { ($0.value?.isWhole ?? false) != $0.diagnostics.hasErrors })
    expectFile(TextReporter().report(diagnostics), matches: fixture.stem + ".expected.txt")
  }

  @Test(arguments: Fixture.list("bad")) func everyMessageIsWhole(_ fixture: Fixture) throws {
    for diagnostic in read(try fixture.bytes(), name: fixture.name).flatMap(\.diagnostics) {
      let texts = [diagnostic.message, diagnostic.help, diagnostic.citation?.text].compactMap { $0 }
      for text in texts {
        #expect(!text.uk.isEmpty && !text.en.isEmpty)
        #expect(!text.uk.hasSuffix(".") && !text.en.hasSuffix("."))
      }
      let range = try #require(diagnostic.range)
      #expect(range.start < range.end || range.start == range.end)
    }
  }

  @Test func thereIsNoExpectationWithoutItsPlan() {
    let plans = Set(Fixture.list("bad").map(\.stem))
    let expected = Fixture.list("bad", suffix: ".expected.txt").map { $0.path.dropLast(13) }
    #expect(expected.filter { !plans.contains(String($0)) } == [])
  }
}
