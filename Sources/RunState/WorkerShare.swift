/// Which of several tasks one is.
package struct WorkerShare: Sendable {
  /// Its number, from 0.
  package let worker: Int
  /// How many there are.
  package let count: Int

  /// Makes a share.
  package init(worker: Int, count: Int) {
    self.worker = worker
    self.count = count
  }
}
