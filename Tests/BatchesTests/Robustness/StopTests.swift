import Diagnostics
import Files
import Synchronization
import TestSupport
import Testing

@testable import Batches

/// A request to stop is heeded inside a plan, too.
struct StopTests {
  /// Counts how often a run asks whether to stop, and says yes from some time on.
  private final class Questions: Sendable {
    private let count = Atomic(0)
    let limit: Int

    init(limit: Int) { self.limit = limit }

    func isStopped() -> Bool { count.add(1, ordering: .relaxed).newValue > limit }

    var asked: Int { count.load(ordering: .relaxed) }
  }

  /// One file with one plan, whose rules and forms run some ten thousand expressions.
  @Test func aRunIsStoppedWithinAPlan() async throws {
    let fixture = try BatchFixture()
    let rows = (0..<2_000).map {
      "  - {назва: Облік \($0), показники: [Подано звіти], строк: Май}\n"
    }
    let plan = """
      вид: завдання-і-показники
      рік: 2027
      орган: Агентство
      службовець: {піб: Калина Олена Петрівна, посада: Спеціаліст, категорія: В}
      підрозділ: Відділ
      завдання:

      """
    try fixture.write(plan + rows.joined(), "plans/a.yaml")
    let whole = Questions(limit: .max)
    _ = try await run(fixture, whole)
    #expect(whole.asked > 15, "it is asked \(whole.asked) times")
    try fixture.remove("out")
    try fixture.makeFolder("out")
    let stopped = Questions(limit: 6)
    await #expect(throws: ProgramFault.self) { try await run(fixture, stopped) }
    #expect(stopped.asked < whole.asked)
    #expect(try fixture.snapshot().files.isEmpty && fixture.leftovers() == [])
  }

  private func run(_ fixture: BatchFixture, _ questions: Questions) async throws -> BatchResult {
    var batch = fixture.batch()
    batch.templates = TemplateFolders([Fixture.templates])
    return try await BatchRunner(
      batch, progress: { _, _ in }, isStopped: questions.isStopped
    ).run()
  }
}
