import Glibc
import Synchronization

/// The signals that ask a run to stop: it then gives up in good order.
enum StopSignal {
  /// The signal that came first; 0 where none has come.
  private static let received = Atomic<Int32>(0)

  /// Watches for signals from now on. Closed pipes are no signal but an error of writing.
  static func watch() -> StopSignal.Type {
    _ = received.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { StopSignal.received.store($0, ordering: .relaxed) }
    }
    signal(SIGPIPE, SIG_IGN)
    return self
  }

  /// Whether one has come.
  @Sendable static func isSet() -> Bool { received.load(ordering: .relaxed) != 0 }

  /// The exit status that a shell gives to a program that such a signal has ended; nil where none has
  /// come.
  static var status: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : 128 + number
  }
}
