import Glibc

/// What a run of a program has cost; times in microseconds.
struct Usage {
  let wall: Double
  let user: Double
  let system: Double
  /// The most memory held at once, in bytes.
  var peak: Int

  var processor: Double { user + system }

  init(_ usage: rusage, wall: Double) {
    self.wall = wall
    user = Self.microseconds(usage.ru_utime)
    system = Self.microseconds(usage.ru_stime)
    peak = usage.ru_maxrss << 10
  }

  private static func microseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e6 + Double(time.tv_usec)
  }
}

/// A clock, in microseconds.
enum Clock {
  /// The one on the wall.
  static var wall: Double { read(CLOCK_MONOTONIC) }

  /// The processor time of this process.
  static var processor: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  /// The processor time that some work takes.
  static func time(_ work: () -> Void) -> Double {
    let start = processor
    work()
    return processor - start
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
}
