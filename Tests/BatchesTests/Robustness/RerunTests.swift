import Diagnostics
import Foundation
import Reports
import Testing
import TestSupport

@testable import Batches

/// What a run over changed plans leaves is what a first run leaves.
struct RerunTests {
  @Test(arguments: 1...6) func aRerunLeavesWhatAFirstRunLeaves(_ seed: UInt64) async throws {
    let fixture = try BatchFixture()
    var edits = Edits(fixture, seed: seed)
    try edits.begin()
    var history: [String] = []
    for step in 0..<12 {
      if step > 0 { history.append(try edits.edit()) }
      let comment = Comment(
        rawValue: "seed \(seed), step \(step)\n" + history.joined(separator: "\n"))
      let isSound = try await Rerun(fixture, edits.batch, comment).check(&edits.hasForgotten)
      guard isSound else { return }
    }
  }
}

/// One run and what it is held against.
private struct Rerun {
  private let fixture: BatchFixture
  private let batch: Batch
  private let comment: Comment

  init(_ fixture: BatchFixture, _ batch: Batch, _ comment: Comment) {
    self.fixture = fixture
    self.batch = batch
    self.comment = comment
  }

  /// Says whether the rerun leaves what a first run leaves.
  func check(_ hasForgotten: inout Bool) async throws -> Bool {
    try fixture.makeFolder("out")
    let before = try fixture.snapshot()
    let result = try await fixture.build(batch)
    var fresh = batch
    fresh.output = fixture.at("fresh")
    fresh.isForced = false
    let expected = try await fixture.build(fresh)
    defer { try? fixture.remove("fresh") }
    var isSound = true
    func hold(_ condition: Bool, _ reason: @autoclosure () -> String) {
      if !condition {
        isSound = false
        Issue.record("\(reason())\n\(comment)")
      }
    }
    hold(result.status == expected.status, "status \(result.status), not \(expected.status)")
    hold(result.isRefused == expected.isRefused, "refused: \(result.isRefused)")
    hold(result.faults == expected.faults, "\(result.faults)\n\(expected.faults)")
    let left = try fixture.leftovers()
    hold(left.isEmpty, "left: \(left)")
    let after = try fixture.snapshot()
    guard !expected.isRefused else {
      hold(after == before, "a run that was refused has changed something")
      return isSound
    }

    let first = try fixture.snapshot("fresh")
    let lines = try fixture.manifest()
    let stale = Set(lines.flatMap(\.stale).map(Snapshot.key))
    let current = lines.filter { $0.state != .gone }.map { line in
      var line = line
      line.stale = []
      return line
    }
    hold(current == (try fixture.manifest("fresh")), "the manifests differ")
    for (path, file) in after.files where before.files[path]?.bytes == file.bytes {
      hold(before.files[path] == file || isReport(path), "\(path) was written anew")
    }
    for (path, file) in first.files where !showsStale(path) || stale.isEmpty && !hasForgotten {
      let difference = after.files[path].map { firstDifference(file.bytes, $0.bytes) }
      hold(after.files[path]?.bytes == file.bytes, "\(path) differs: \(difference ?? "not there")")
    }
    let extra = Set(after.files.keys).subtracting(first.files.keys).filter { !isReport($0) }
    hold(stale.isSubset(of: extra), "stale, but not there: \(stale.subtracting(extra))")
    hold(hasForgotten || extra == stale, "not told: \(extra.subtracting(stale))")
    if batch.isPruning {
      let left = lines.filter { ($0.state == .built || $0.state == .gone) && !$0.stale.isEmpty }
      hold(left.isEmpty, "not pruned: \(left)")
    }

    for path in extra { try fixture.remove("out/" + Snapshot.path(path)) }
    let isClean = extra.isEmpty
    let cleaned = isClean ? result : try await fixture.build(batch)
    hasForgotten = false
    let clean = try fixture.snapshot()
    let differing = clean.files.keys.filter { first.files[$0]?.bytes != clean.files[$0]?.bytes }
    let missing = Set(first.files.keys).subtracting(clean.files.keys)
    hold(
      differing.isEmpty && missing.isEmpty, "after cleaning: \(differing), not there: \(missing)")
    hold(cleaned.totals == expected.totals, "\(cleaned.totals)\n\(expected.totals)")
    let again = try await fixture.build(batch)
    hold(try fixture.snapshot() == clean, "a run with nothing to do has written")
    hold(
      again.written == 0 && again.status == expected.status, "a run with nothing to do: \(again)")
    return isSound
  }

  private func isReport(_ path: String) -> Bool { path.hasPrefix("index/") }

  /// Whether a report tells of files that a first run knows nothing of.
  private func showsStale(_ path: String) -> Bool {
    path == "manifest.jsonl" || path == "index.html" || path.hasPrefix("index/")
  }
}
