package import Diagnostics
import Synchronization

/// The tasks that work on a batch at a time: the one task group of the program.
package struct WorkerPool: Sendable {
  /// How many tasks there are.
  let count: Int

  /// Makes a pool of so many tasks.
  package init(count: Int) {
    self.count = max(1, count)
  }

  /// Has every task of the workers work on the same queue, and gives what each has made.
  package func work<Made: Sendable>(
    _ body: @escaping @Sendable (_ worker: Int) -> Result<Made, ProgramFault>
  ) async throws(ProgramFault) -> [Made] {
    let results = await withTaskGroup(of: Result<Made, ProgramFault>.self) { group in
      for worker in 0..<count { group.addTask { body(worker) } }
      var results: [Result<Made, ProgramFault>] = []
      for await result in group { results.append(result) }
      return results
    }
    var made: [Made] = []
    for result in results { made.append(try result.get()) }
    return made
  }
}

/// Gives the numbers below a count out to the tasks of a pool, some at a time: to each task from a
/// stretch of its own, so that they rarely work in one folder, and then from what is left of others.
package final class WorkQueue: Sendable {
  /// A stretch of the numbers.
  private final class Stretch: Sendable {
    let next: Atomic<Int>
    let end: Int

    init(_ range: Range<Int>) {
      next = Atomic(range.lowerBound)
      end = range.upperBound
    }
  }

  private let stretches: [Stretch]
  private let limit: Atomic<Int>
  private let portion: Int

  /// Makes a queue for some tasks; for one alone the numbers come in their order.
  package init(count: Int, tasks: Int, portion: Int = 32) {
    self.portion = portion
    limit = Atomic(count)
    stretches = (0..<tasks).map { Stretch(count * $0 / tasks..<count * ($0 + 1) / tasks) }
  }

  /// The next numbers for a task; nil where all were given out.
  package func claim(_ task: Int) -> Range<Int>? {
    for index in stretches.indices {
      let stretch = stretches[(task + index) % stretches.count]
      let end = min(stretch.end, limit.load(ordering: .relaxed))
      guard stretch.next.load(ordering: .relaxed) < end else { continue }
      let start = stretch.next.wrappingAdd(portion, ordering: .relaxed).oldValue
      if start < end { return start..<min(start + portion, stretch.end) }
    }
    return nil
  }

  /// Gives out nothing beyond a number any more.
  package func stop(behind number: Int) {
    limit.min(number + 1, ordering: .relaxed)
  }
}

/// Counts what was done, for those who wait.
final class ProgressCounter: Sendable {
  private let done = Atomic(0)
  private let total: Int
  private let tell: @Sendable (_ done: Int, _ total: Int) -> Void

  init(total: Int, _ tell: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) {
    self.total = total
    self.tell = tell
  }

  func add(_ count: Int) {
    tell(done.wrappingAdd(count, ordering: .relaxed).newValue, total)
  }
}
