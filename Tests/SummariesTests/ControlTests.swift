import Calendars
import Diagnostics
import Files
import Renditions
import Schemas
import TestSupport
import Testing

@testable import Summaries

/// A year of control of one plan of the Cabinet and one order of a council, `Fixtures/control`,
/// counted by hand: nine duties of the plan, four of the order.
struct ControlTests {
  /// The duties that are taken off control, those of them that were late, those overdue, and those
  /// extended, on a day.
  @Test(arguments: [
    // Off: plan 3; order 1 and 4, the latter six days late.
    ("2027-04-01", 13, 3, 1, 0, 0),
    // Off: plan 4, late, and order 2 besides.
    ("2027-06-01", 13, 5, 2, 0, 0),
    // Off: plan 6. Plan 7 was due on 30 June. Order 3 is extended to 15 September.
    ("2027-09-01", 13, 6, 2, 1, 1),
    // Off: order 3. Plan 8 was due on 1 October. Plan 5 is extended to 30 November.
    ("2027-11-01", 13, 7, 2, 2, 2),
    // Off: plan 5, 8, which was late, and 9.
    ("2027-12-31", 13, 10, 3, 1, 2),
  ])
  func overdueOnADay(
    _ day: String, _ total: Int, _ done: Int, _ late: Int, _ overdue: Int, _ extended: Int
  ) throws {
    let text = try self.overdue(on: day)
    let totals = try #require(text.split(separator: "executors:\n").first)
    #expect(
      totals.hasSuffix(
        """
        totals:
          total: \(total)
          done: \(done)
          ahead: \(total - done - overdue)
          overdue: \(overdue)
          late: \(late)
          extended: \(extended)

        """))
  }

  @Test func theLongestOverdueIsFirst() throws {
    let text = try self.overdue(on: "2027-11-01")
    #expect(text.contains("    due: 2027-06-30\n    days: 124\n    last: \"26.08.2027: "))
    #expect(text.contains("    due: 2027-10-01\n    days: 31\n    last: \"08.10.2027: "))
    let first = try #require(text.firstRange(of: "захід 2"))
    let second = try #require(text.firstRange(of: "захід 3"))
    #expect(first.lowerBound < second.lowerBound)
  }

  /// What has no card is counted from the plan: five of its duties are due by 30 September, one of them
  /// on a day off that moves to 17 May.
  @Test func dutiesWithoutACardAreThoseOfThePlan() throws {
    let reader = try self.reader(["plan.yaml"])
    let report = OverdueReport(of: reader, try Self.days("2027-10-01"), agency: nil)
    let text = try self.text(report.plan(), "overdue-report")
    #expect(text.contains("  total: 9\n  done: 0\n  ahead: 4\n  overdue: 5\n"))
    #expect(text.contains("due: 2027-05-17"))
    #expect(!text.contains("card:"))
    #expect(report.undated == 0)
  }

  /// Seven measures: four done, one not done, two of an executor that has not reported; three of
  /// those that are not done are past their term.
  @Test func reportsAreSummedUp() throws {
    let reader = try self.reader(["plan.yaml", "reports"])
    let days = ReportDays(
      date: try Self.day("2028-03-10"), asOf: try Self.day("2027-12-31"),
      due: try Self.day("2028-03-15"))
    let summary = try ExecutionSummary(of: reader, days).plan(
      agency: "Держозерагентство", addressee: nil, in: Fixture("Fixtures/control").absolutePath)
    expectFile(
      Array(try self.text(summary, "plan-execution-summary", .uk).utf8),
      matches: "Tests/Expected/Summaries/execution.yaml")
  }

  @Test func aReportOnOtherMeasuresIsRefused() throws {
    let reader = try self.reader(["order.yaml", "reports"])
    let day = try Self.day("2027-12-31")
    #expect(throws: ProgramFault.self) {
      try ExecutionSummary(of: reader, ReportDays(date: day, asOf: day, due: nil))
    }
  }

  /// The regional administrations take part in two measures, and are the main executor of none.
  @Test func anExtractHasWhatAnExecutorOwes() throws {
    let reader = try self.reader(["plan.yaml", "order.yaml"])
    let extracts = try reader.extracts(of: "Обласні адм", in: ".")
    let text = try self.text(try #require(extracts.first), "plan-extract")
    #expect(extracts.count == 1)
    #expect(
      text.matches(of: /role: co\n    others: (\S+)/).map(\.output.1) == [
        "Держозерагентство", "Мінзабудови",
      ])
    #expect(!text.contains("role: main"))
    #expect(throws: ProgramFault.self) { try reader.extracts(of: "Мінхмар", in: ".") }
  }

  @Test func cardsThatStandAreKept() throws {
    let reader = try self.reader(["plan.yaml", "order.yaml", "cards"])
    let start = ControlCardStart(
      of: reader, in: "nowhere", opened: try Self.day("2027-02-01"),
      by: try ControlTerms(renderer.kinds.folders), agency: nil, executor: nil)
    #expect(start.cards.isEmpty)
    #expect(start.kept == 13)
  }

  /// The terms that no document sets: a month from the day of a document of the Cabinet, thirty days
  /// from the day on which a duty of another body is taken under control.
  @Test(arguments: [
    ("Кабінет Міністрів України", "2027-01-31", "2027-02-10", "2027-02-28"),
    ("Кабінет Міністрів України", "", "2027-02-10", "2027-03-10"),
    ("Агентство прикладних справ", "2027-01-31", "2027-02-10", "2027-03-12"),
    ("", "2027-01-31", "2027-02-10", "2027-03-12"),
    ("Агентство прикладних справ", "2018-03-31", "2018-03-31", nil),
  ])
  func termsThatNoDocumentSets(
    _ issuer: String, _ day: String, _ opened: String, _ due: String?
  ) throws {
    let terms = try ControlTerms(renderer.kinds.folders)
    let reference = DocumentReference(
      issuer: issuer, type: "", date: day, number: "", title: "", key: "")
    #expect(terms.due(by: reference, opened: try Self.day(opened))?.iso == due)
    #expect(terms.share(of: 31) == 15)
  }

  /// Each term is by a clause that its act has.
  @Test func termsCiteClausesThatThereAre() throws {
    func text(_ path: String) throws -> String {
      String(decoding: try Fixture(path).bytes(), as: UTF8.self)
    }
    let clauses = try text("Templates/kinds/control-card/terms.yaml")
      .matches(of: /clause: ([a-z0-9-]+), (.+)\n/)
    #expect(clauses.count == 3)
    for clause in clauses {
      let act = try text("Templates/acts/\(clause.1)/act.yaml")
      #expect(act.contains("- id: \(clause.2)\n"), "\(clause.0)")
    }
  }

  private func overdue(on day: String) throws -> String {
    let reader = try self.reader(["plan.yaml", "order.yaml", "cards"])
    let report = OverdueReport(of: reader, try Self.days(day), agency: nil)
    return try self.text(report.plan(), "overdue-report")
  }

  private let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))

  private func reader(_ names: [String]) throws -> ControlReader {
    let reader = ControlReader(folders: renderer.kinds.folders)
    for name in names {
      let faults = reader.read(Fixture("Fixtures/control/" + name).absolutePath, with: renderer)
      #expect(faults.isEmpty)
    }
    return reader
  }

  private func text(_ plan: PlanValue, _ kind: String, _ language: Language = .en) throws
    -> String
  {
    let schema = try #require(renderer.kinds.kind(named: kind)?.value).schema
    return PlanWriter(schema, language: language).write(plan)
  }

  private static func days(_ text: String) throws -> ReportDays {
    ReportDays(date: try day(text), asOf: try day(text), due: nil)
  }

  private static func day(_ text: String) throws -> LocalDate {
    try DateReader.read(Array(text.utf8))
  }
}
