import Calendars
import Diagnostics
import Files
import Renditions
import Schemas
import TestSupport
import Testing

@testable import Summaries

/// What the cards of `Fixtures/summaries` come to, counted by hand: Чапля has one indicator done on
/// time, one in part, one that is late, and one not due; Рогіз two done early; Осока gave no card.
struct MonitoringSummaryTests {
  @Test(arguments: MonitoringSummary.Grouping.allCases)
  func figuresAreThoseCountedByHand(_ grouping: MonitoringSummary.Grouping) throws {
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    let text = try Self.summary(by: grouping, .second, renderer)
    expectFile(Array(text.utf8), matches: "Tests/Expected/Summaries/\(grouping.rawValue).yaml")
    let read = renderer.read(SourceFile(name: "summary.yaml", bytes: Array(text.utf8)))
    #expect(read.flatMap(\.diagnostics).isEmpty)
    #expect(read.count == (grouping == .agency ? 1 : 2))
  }

  @Test func otherQuartersHaveNoCards() {
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    #expect(throws: ProgramFault.self) { try Self.summary(by: .agency, .third, renderer) }
  }

  @Test func theSameCardTwiceIsRefused() throws {
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    let reader = MonitoringReader(by: .agency)
    let card = Fixture("Fixtures/summaries/card-rohiz-II.yaml").absolutePath
    for _ in 1...2 { _ = reader.read(card, with: renderer) }
    #expect(throws: ProgramFault.self) {
      try MonitoringSummary(of: reader, by: .agency, quarter: .second, year: nil, date: day())
    }
  }

  @Test(arguments: MonitoringSummary.Grouping.allCases)
  func unitsStandInTheOrderOfTheAlphabet(_ grouping: MonitoringSummary.Grouping) throws {
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    let reader = MonitoringReader(by: grouping)
    for unit in ["Їдальня", "Юстиція", "Архів", "Єдине вікно"] {
      for name in ["plan-rohiz.yaml", "card-rohiz-II.yaml"] {
        let bytes = try Fixture("Fixtures/summaries/\(name)").bytes()
        let text = String(decoding: bytes, as: UTF8.self)
          .replacing("Відділ персоналу", with: unit).replacing("Рогіз", with: "Рогіз-\(unit)")
        for plan in renderer.read(SourceFile(name: name, bytes: Array(text.utf8))) {
          reader.read(try #require(plan.value))
        }
      }
    }
    let summary = try MonitoringSummary(
      of: reader, by: grouping, quarter: .second, year: nil, date: try day())
    let schema = try #require(renderer.kinds.kind(named: grouping.kind)?.value).schema
    let text = summary.plans().map(PlanWriter(schema, language: .uk).write).joined()
    let places = ["Архів", "Єдине вікно", "Їдальня", "Юстиція"].map {
      text.firstRange(of: $0)?.lowerBound ?? text.endIndex
    }
    #expect(places == places.sorted() && !places.contains(text.endIndex))
  }

  @Test func aCardBeginsFromItsPlan() throws {
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    let plan = Fixture("Fixtures/summaries/plan-chaplia.yaml").absolutePath
    let folder = Fixture("Fixtures/summaries").absolutePath
    let (card, faults) = try BegunDocument.card(.second, folder: folder)
      .begin(from: plan, with: renderer, on: try day())
    #expect(faults.isEmpty)
    let schema = try #require(renderer.kinds.kind(named: "performance-monitoring")?.value).schema
    let text = PlanWriter(schema, language: .uk).write(try #require(card))
    expectFile(Array(text.utf8), matches: "Tests/Expected/Summaries/card.yaml")
  }

  @Test(arguments: [
    ("II", "II"), ("іі", "II"), ("ІV", "IV"), ("4", "IV"), ("1", "I"), ("0", nil), ("5", nil),
    ("V", nil),
  ]) func quartersAreNumerals(_ text: String, _ quarter: String?) {
    #expect(Quarter(numeral: text)?.rawValue == quarter)
  }

  private static func summary(
    by grouping: MonitoringSummary.Grouping, _ quarter: Quarter, _ renderer: PlanRenderer
  ) throws -> String {
    let reader = MonitoringReader(by: grouping)
    let faults = reader.read(Fixture("Fixtures/summaries").absolutePath, with: renderer)
    #expect(faults.isEmpty)
    let summary = try MonitoringSummary(
      of: reader, by: grouping, quarter: quarter, year: nil, date: try day())
    let schema = try #require(renderer.kinds.kind(named: grouping.kind)?.value).schema
    return summary.plans().map(PlanWriter(schema, language: .uk).write).joined(separator: "---\n")
  }
}

/// The day of the report.
private func day() throws -> LocalDate { try #require(LocalDate(year: 2027, month: 7, day: 9)) }
