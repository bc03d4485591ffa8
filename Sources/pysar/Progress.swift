import Batches
import Diagnostics
import Glibc
import Reports
import Synchronization

/// Tells on standard error how far a batch is: one line redrawn on a terminal, elsewhere a line
/// every few seconds; nothing of a run that is shorter than that.
final class Progress: Sendable {
  private let language: Language
  private let isRedrawn: Bool
  private let start = ContinuousClock.now
  private let interval: Int
  /// When a line was last drawn, in milliseconds since the start; several tasks report at once, and
  /// who moves it on draws.
  private let last = Atomic(0)
  private let isDrawn = Atomic(false)

  /// Begins to count the time.
  init(language: Language) {
    self.language = language
    isRedrawn = Terminal.canRedraw(2)
    interval = isRedrawn ? 100 : 5000
  }

  /// Takes note of how many plans are done; may be called by several tasks at once.
  @Sendable func report(done: Int, total: Int) {
    let elapsed = ContinuousClock.now - start
    let now = Int(elapsed / .milliseconds(1))
    let before = last.load(ordering: .relaxed)
    guard now - before >= interval,
      last.compareExchange(expected: before, desired: now, ordering: .relaxed).exchanged
    else { return }
    let text = ProgressText(done: done, total: total, elapsed: elapsed, language: language)
    guard isRedrawn else { return Terminal.complain(text.line + "\n") }
    isDrawn.store(true, ordering: .relaxed)
    Terminal.complain("\r" + text.bar(columns: Terminal.columns(2)) + Terminal.clearToEnd)
  }

  /// Clears the line, so that what follows begins at its left edge.
  func finish() {
    guard isDrawn.exchange(false, ordering: .relaxed) else { return }
    Terminal.complain("\r" + Terminal.clearToEnd)
  }
}
