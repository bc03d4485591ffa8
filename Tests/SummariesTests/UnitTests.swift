import Calendars
import Diagnostics
import Files
import Renditions
import Summaries
import TestSupport
import Testing

/// `Fixtures/unit`, three years of a department, against what was counted by hand in its cards.
struct UnitTests {
  /// A quarter: servants with tasks, cards, and indicators by state: done early, on time and late, in
  /// progress, done in part, not done, not due.
  struct Count: Sendable {
    let year: Int, quarter: Quarter
    let servants: Int, cards: Int
    let states: [Int]
  }

  static let counts: [Count] = [
    // Ясень, Липа, Клен: four indicators each.
    Count(year: 2023, quarter: .first, servants: 3, cards: 3, states: [1, 2, 0, 0, 0, 0, 9]),
    Count(year: 2023, quarter: .second, servants: 3, cards: 3, states: [2, 4, 1, 3, 1, 0, 1]),
    // Липа is ill and gives no card.
    Count(year: 2023, quarter: .third, servants: 3, cards: 2, states: [1, 4, 2, 0, 0, 1, 0]),
    Count(year: 2023, quarter: .fourth, servants: 3, cards: 3, states: [2, 7, 2, 0, 0, 1, 0]),
    // Тополя comes in May; Клен has six indicators after the second review.
    Count(year: 2024, quarter: .first, servants: 3, cards: 3, states: [0, 1, 0, 3, 0, 0, 8]),
    Count(year: 2024, quarter: .second, servants: 4, cards: 4, states: [1, 7, 0, 5, 1, 1, 1]),
    Count(year: 2024, quarter: .third, servants: 4, cards: 4, states: [2, 11, 3, 2, 0, 0, 0]),
    Count(year: 2024, quarter: .fourth, servants: 4, cards: 4, states: [2, 13, 3, 0, 0, 0, 0]),
    // Вишня is back.
    Count(year: 2025, quarter: .first, servants: 5, cards: 5, states: [1, 1, 1, 4, 0, 0, 13]),
    Count(year: 2025, quarter: .second, servants: 5, cards: 5, states: [1, 8, 1, 6, 0, 1, 3]),
    Count(year: 2025, quarter: .third, servants: 5, cards: 5, states: [2, 13, 1, 1, 2, 1, 0]),
    Count(year: 2025, quarter: .fourth, servants: 5, cards: 5, states: [2, 14, 3, 0, 1, 0, 0]),
  ]

  private static let folder = Fixture("Fixtures/unit").absolutePath

  @Test(arguments: [
    ("II", Quarter.second), ("ІІІ", .third), ("Ⅳ", .fourth), ("1", .first), ("0", nil), ("5", nil),
    ("\(Int.min)", nil), ("\(Int.max)", nil), ("", nil),
  ])
  func aQuarterIsReadOrNone(_ numeral: String, _ quarter: Quarter?) {
    #expect(Quarter(numeral: numeral) == quarter)
  }

  @Test func everyFigureIsThatCountedByHand() throws {
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    let reader = MonitoringReader(by: .agency)
    #expect(reader.read(Self.folder, with: renderer).isEmpty)
    for count in Self.counts {
      let day = try #require(LocalDate(year: count.year + 1, month: 1, day: 20))
      let summary = try MonitoringSummary(
        of: reader, by: .agency, quarter: count.quarter, year: count.year, date: day)
      let plans = summary.plans()
      try #require(plans.count == 1)
      let servants = [plans[0]["servants"]?["total"], plans[0]["servants"]?["reported"]]
      #expect(servants.map(\.number) == [count.servants, count.cards])
      let states = [
        "done-early", "done-on-time", "done-late", "in-progress", "partly-done", "not-done",
        "not-due",
      ]
      let indicators = plans[0]["indicators"]
      #expect(
        states.map { indicators?[$0].number } == count.states,
        "\(count.quarter.rawValue) \(count.year)")
      #expect(indicators?["total"].number == count.states.reduce(0, +))
    }
  }

  @Test func nothingIsWrongWithIt() throws {
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    var inspection = Inspection(renderer: renderer, book: RuleBook(renderer.kinds), day: nil)
    inspection.check(Self.folder)
    #expect(inspection.finish().map(\.message.en) == [] && inspection.count > 80)
  }
}

extension PlanValue {
  /// What a mapping has for a key.
  fileprivate subscript(key: String) -> PlanValue? {
    if case .members(let members) = self { members.first { $0.key == key }?.value } else { nil }
  }
}

extension PlanValue? {
  fileprivate subscript(key: String) -> PlanValue? { self?[key] }

  /// The number that a value is.
  fileprivate var number: Int? { if case .number(let number)? = self { number } else { nil } }
}
