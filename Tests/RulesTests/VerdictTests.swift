import Diagnostics
import TestSupport
import Testing

/// What a strict and fair editor would say of many small plans: the first line of each names the
/// rules that speak of it, all others are silent.
@Suite("A verdict")
struct VerdictTests {
  @Test(
    "is what the plan's first line says",
    arguments: ["cabinet-plans", "orders", "resolutions", "service-centres", "text"])
  func isAsExpected(_ group: String) throws {
    let fixture = Fixture("Fixtures/verdicts/\(group).yaml")
    let source = SourceFile(name: fixture.path, bytes: try fixture.bytes())
    let lines = String(decoding: source.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let starts = [0] + lines.indices.filter { lines[$0] == "---" }.map { $0 + 1 }
    var spoke = [Set<Substring>](repeating: [], count: starts.count)
    // All plans of a file at once: rules are compiled for each check.
    for finding in RuleFixture.builtIn.check(source) where finding.code.contains("/") {
      let line = Int(finding.range?.start.line ?? 1)
      guard let plan = starts.lastIndex(where: { $0 < line }) else { continue }
      spoke[plan].insert(finding.code.split(separator: "/").last ?? "")
    }
    for (start, spoke) in zip(starts, spoke) {
      let expected = Set(lines[start].dropFirst().split(separator: " "))
      #expect(spoke == expected, "the plan at line \(start + 1)")
    }
  }
}
