import Diagnostics
import Testing
import TestSupport

@testable import Reports

@Suite struct IndexTests {
  /// One plan of each fate, with names that a careless writer would break.
  static let outcomes: [PlanOutcome] = [
    .sample(
      "2021/а/ivasiv.yaml", title: "Івасів Ольга", unit: "Відділ кадрів",
      findings: [.sample(.warning, code: "recommended/words"), .sample(.note, code: "spelling")]),
    .sample(
      "2021/а/калина & co #1?.yaml", title: "О’Калина <b>Петро</b>", unit: "Відділ \"Ї\"",
      forms: ["", ".control"]),
    .sample("2021/б/100%.yml", number: 2, of: 2, kind: "action-plan", unit: "Відділ кадрів"),
    .sample(
      "2021/б/bidi\u{202E}\u{7}`${x}`.yaml", title: "Прихо\u{202E}ваний", unit: "Рада",
      state: .faulty,
      stale: ["2021/б/old #1.html"],
      findings: [.sample(), .sample(.warning, code: "recommended/words", line: 14)]),
    .sample("javascript:alert(1).yaml", unit: "Рада", state: .unsigned),
    .sample("Зник.yaml", kind: "", state: .gone, stale: ["Зник.html", "Зник.xml"]),
    .sample("збій.yaml", kind: "", state: .failed, findings: [.sample(code: "unreadable-file")]),
  ]

  @Test(arguments: Language.allCases)
  func aSmallBatch(_ language: Language) throws {
    let reports = try IndexWriter.write(Self.outcomes, language: language)
    #expect(
      reports.paths == [
        "index/plans-001.html", "index/search-001.js", "index.html", "index/index.css",
        "index/index.js",
      ])
    for (path, name) in [
      ("index.html", "index"), ("index/plans-001.html", "plans"),
    ] {
      expectFile(
        try reports.bytes(path), matches: "Tests/Expected/Batches/\(name).\(language).html")
    }
  }

  @Test func theDataOfTheSearch() throws {
    let reports = try IndexWriter.write(Self.outcomes)
    expectFile(
      try reports.bytes("index/search-001.js"), matches: "Tests/Expected/Batches/search.js")
  }
}
