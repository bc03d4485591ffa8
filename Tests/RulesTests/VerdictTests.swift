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
    let lines = String(decoding: try fixture.bytes(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var wrong: [String] = []
    for plan in lines.split(separator: "---") {
      let expected = Set((plan.first ?? "").dropFirst().split(separator: " ").map(String.init))
      let found = RuleFixture.builtIn.check(plan.joined(separator: "\n"))
      let spoke = Set(
        found.filter { $0.code.contains("/") }.map {
          String($0.code.split(separator: "/").last ?? "")
        })
      if spoke != expected {
        wrong.append("\(spoke.sorted()) for \(expected.sorted()): \(plan.joined(separator: "\n"))")
      }
    }
    #expect(wrong.isEmpty)
  }
}
