import Glibc
import Synchronization

/// The signals that ask a run to stop: it then gives up in good order.
enum StopSignal {
  /// The signal that came first; 0 where none has come.
  private static let received = Atomic<Int32>(0)

  /// Watches for signals from now on. Those that the caller has
  /// had ignored, as nohup does, stay so. Closed pipes and files too large are no signals but errors
  /// of writing.
  static func watch() -> StopSignal.Type {
    _ = received.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      guard !isIgnored(number) else { continue }
      signal(number) { StopSignal.received.store($0, ordering: .relaxed) }
    }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    return self
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    let handler = unsafe action.__sigaction_handler.sa_handler
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
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
