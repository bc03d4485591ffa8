import Diagnostics
import Glibc
import NoteTemplates
import Testing

@testable import Batches
import Discovery

/// What a whole run refuses, no shard publishes; and what is told of names and owners.
struct ShardClashTests {
  private let fixture: BatchFixture

  init() throws { fixture = try BatchFixture() }

  /// Plans of which some shards have only one.
  static let clashes = [
    ["a.yaml", "a.html/b.yaml"], ["a.yaml", "a.xml/b/c.yaml"], ["index.yaml", "x.yaml"],
    ["findings.json/a.yaml", "b.yaml"], ["manifest.jsonl/a.yaml", "b.yaml"],
    ["index.html/a.yaml", "b.yaml", "c.yaml"],
  ]

  @Test(arguments: clashes) func noShardPublishesWhatTheWholeRefuses(_ paths: [String]) async throws
  {
    for path in paths { try fixture.write(SmallTemplates.note("Автор \(path)"), "plans/\(path)") }
    let whole = try await fixture.build()
    #expect(whole.isRefused && whole.faults.contains { $0.code == "same-output" })
    var isRefused = false
    for number in 1...3 {
      let part = try await fixture.build(
        batch("parts") { $0.shard = Shard(number: number, of: 3) })
      isRefused = isRefused || part.isRefused
    }
    #expect(isRefused)
  }

  private func batch(_ output: String, _ change: (inout Batch) -> Void) -> Batch {
    var batch = fixture.batch(output)
    change(&batch)
    return batch
  }

  @Test func aFileOfTwoFoldersThatWereNamedIsOnePlan() async throws {
    try fixture.write(SmallTemplates.note("Гай"), "plans/a.yaml")
    try fixture.write(SmallTemplates.note("Дуб"), "plans/s/b.yaml")
    try fixture.link("other", to: fixture.at("plans"))
    for (plans, paths) in [
      (["plans", "plans/s"], ["a.yaml", "s/b.yaml"]),
      (["plans/s", "plans"], ["a.yaml", "b.yaml"]),
      (["plans", "other"], ["a.yaml", "s/b.yaml"]),
      (["plans/s/b.yaml", "plans"], ["a.yaml", "b.yaml"]),
      (["plans/a.yaml", "plans/./a.yaml", "other/a.yaml"], ["a.yaml"]),
    ] {
      let list = PlanFinder.find(fixture.batch(plans: plans))
      #expect(list.files.map(list.path).sorted() == paths, "\(plans)")
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root may give a folder away"))
  func aFolderOfAnotherUserIsTold() async throws {
    try fixture.write(SmallTemplates.note("Гай"), "plans/a.yaml")
    #expect(try await fixture.build().remarks.isEmpty)
    for path in ["out/.pysar", "out"] {
      #expect(unsafe chown(fixture.at(path), 65534, 65534) == 0)
      let result = try await fixture.build()
      #expect(result.remarks.map(\.code) == ["foreign-folder"] && result.status == 0)
      #expect(result.remarks.map(\.file) == [fixture.at(path)])
      #expect(unsafe chown(fixture.at(path), 0, 0) == 0)
    }
  }
}
