import Diagnostics
import Testing

/// What is repeated in every row of a plan is told once.
@Suite struct RepetitionTests {
  private static let source = SourceFile(name: "plan.yaml", bytes: [])

  private func findings(_ count: Int, _ words: (Int) -> String = { _ in "а" }) -> [Diagnostic] {
    (0..<count).map {
      Diagnostic(
        code: "act/rule", in: Self.source, at: SourceRange(line: $0 + 1, column: 3),
        Message(uk: words($0), en: "a"))
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (3, 3), (4, 1), (500, 1)])
  func theSameIsToldOnce(_ count: Int, _ told: Int) {
    let result = findings(count).withRepetitionsToldOnce()
    #expect(result.count == told)
    #expect(result.reduce(0) { $0 + ($1.repetition?.count ?? 1) } == count)
  }

  @Test(arguments: [(10, 10), (11, 1), (500, 1)])
  func theSameOfOtherValuesIsToldOnceWhereItIsMuch(_ count: Int, _ told: Int) {
    #expect(findings(count) { "строк \($0)" }.withRepetitionsToldOnce().count == told)
  }

  @Test func theFirstPlacesAreNamedInOrder() {
    let result = findings(40) { $0 % 2 == 0 ? "а" : "б \($0)" }.withRepetitionsToldOnce()
    #expect(result.count == 1)
    #expect(result[0].range?.start.line == 1)
    #expect(result[0].repetition?.count == 40)
    #expect(result[0].repetition?.places.map(\.start.line) == [2, 3, 4, 5, 6])
    #expect(
      result[0].repetition?.summary.uk == "усього таких зауважень: 40, ще в рядках 2, 3, 4, 5, 6 …")
  }

  @Test func whatIsOfAnotherSortOrFileOrPlanStaysByItself() {
    var all = findings(9)
    for index in all.indices {
      switch index % 3 {
      case 0: all[index].severity = .note
      case 1: all[index].file = "other.yaml"
      default:
        all[index].other = Diagnostic.Place(file: "b", range: SourceRange(line: 1, column: 1))
      }
    }
    #expect(all.withRepetitionsToldOnce() == all)
    #expect(findings(4).withRepetitionsToldOnce()[0].repetition?.places.count == 3)
  }
}
