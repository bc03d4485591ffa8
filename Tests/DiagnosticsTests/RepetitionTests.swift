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

  @Test func theFirstPlacesAreNamedInOrder() throws {
    let result = findings(40) { $0 % 2 == 0 ? "а" : "б \($0)" }.withRepetitionsToldOnce()
    try #require(result.count == 2)
    #expect(result.map { $0.range?.start.line } == [1, 2])
    #expect(result.map { $0.repetition?.count } == [20, 20])
    #expect(
      result[0].repetition?.places.map(\.start.line) == Array(stride(from: 3, to: 40, by: 2)))
    #expect(
      result[0].repetition?.summary.uk == "усього таких зауважень: 20, ще в рядках 3, 5, 7, 9, 11 …"
    )
  }

  @Test func whatSaysAnotherThingStaysByItself() {
    let words = ["строк «щось» незрозумілий", "такого дня немає: «31 липня», у липні 31 день"]
    let result = findings(24) { words[$0 % 2] + "" }.withRepetitionsToldOnce()
    #expect(result.map(\.message.uk) == words)
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
