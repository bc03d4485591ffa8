import Diagnostics
import Synchronization

/// The tasks that work on a batch at a time: the one task group of the program.
struct TaskCrew: Sendable {
  /// How many tasks there are.
  let count: Int

  /// Has every task of the crew work on the same queue, and gives what each has made.
  func work<Made: Sendable>(
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

/// Gives the numbers below a count out to the tasks of a crew, some at a time and in their order.
final class WorkQueue: Sendable {
  private let next = Atomic(0)
  private let limit: Atomic<Int>
  private let count: Int
  private let portion: Int

  init(count: Int, portion: Int = 32) {
    self.count = count
    self.portion = portion
    limit = Atomic(count)
  }

  /// The next numbers; nil where all were given out.
  func claim() -> Range<Int>? {
    let start = next.wrappingAdd(portion, ordering: .relaxed).oldValue
    let end = min(count, limit.load(ordering: .relaxed))
    return start < end ? start..<min(start + portion, count) : nil
  }

  /// Gives out nothing beyond a number any more.
  func stop(behind number: Int) {
    limit.min(number + 1, ordering: .relaxed)
  }
}

/// Counts what was done, for those who wait.
final class WorkCounter: Sendable {
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
