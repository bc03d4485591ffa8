import Diagnostics
import Testing
import TestSupport

@testable import Reports

struct BatchSummaryTests {
  private static func summary(
    _ outcomes: [PlanOutcome], _ language: Language,
    _ change: (inout BatchSummary) -> Void = { _ in }
  ) -> String {
    var totals = BatchTotals()
    var summary = BatchSummary(language: language)
    for outcome in outcomes {
      totals.add(outcome)
      summary.faulty.add(outcome)
    }
    summary.counts = totals.all
    change(&summary)
    return summary.text
  }

  private static let many =
    Samples.outcomes
    + (1...1234).map { (index: Int) in
      Samples.outcome(
        "2023/\(index).yaml", .faulty,
        findings: [Samples.finding(.error, "плани/2023/\(index).yaml", line: index)])
    }

  @Test(arguments: Language.allCases) func theMailSaysWhatCameOfIt(_ language: Language) {
    let text = Self.summary(Self.many, language) { summary in
      summary.written = 6
      summary.unchanged = 12_345
      summary.removed = 2
    }
    expectFile(text, matches: "Tests/Expected/Batches/summary.\(language).txt")
  }

  @Test(arguments: Language.allCases) func aDryRunOfAShardSaysSo(_ language: Language) {
    let text = Self.summary(Samples.outcomes, language) { summary in
      summary.written = 3
      summary.removed = 1
      summary.isDryRun = true
      summary.shard = (2, 8)
    }
    expectFile(text, matches: "Tests/Expected/Batches/summary-dry.\(language).txt")
  }

  @Test(arguments: Language.allCases) func nothingWrongIsShort(_ language: Language) {
    let text = Self.summary([Samples.outcome("a.yaml")], language) { $0.unchanged = 3 }
    expectFile(text, matches: "Tests/Expected/Batches/summary-clean.\(language).txt")
  }

  @Test func noLineIsLongerThanEightyColumnsAndNoneSteersATerminal() {
    let path = "теки/" + String(repeating: "дуже-довга-назва/", count: 30) + "\u{1B}[31mплан.yaml"
    let finding = Samples.finding(
      .error, path, line: 7,
      Message(
        uk: String(repeating: "слово \u{202E}", count: 60), en: String(repeating: "x", count: 500)))
    for language in Language.allCases {
      let text = Self.summary([Samples.outcome(path, .faulty, findings: [finding])], language)
      #expect(text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }
}
