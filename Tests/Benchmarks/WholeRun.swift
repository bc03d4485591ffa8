import Glibc

/// A whole run of the program, from the shell's prompt and back.
enum WholeRun {
  /// The median time of `pysar render PLAN -o /dev/null` in milliseconds: on the clock, and of the
  /// processor; nil where the program is not built.
  static func measure(_ plan: String) -> (wall: Double, processor: Double)? {
    let program =
      CommandLine.arguments[0].split(
        separator: "/", omittingEmptySubsequences: false
      ).dropLast().joined(separator: "/") + "/pysar"
    guard unsafe access(program, X_OK) == 0 else { return nil }
    var walls: [Double] = []
    var processors: [Double] = []
    for _ in 0..<21 {
      let start = now()
      guard let usage = run([program, "render", plan, "-o", "/dev/null"]) else { return nil }
      walls.append(now() - start)
      processors.append(milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime))
    }
    return (walls.sorted()[10], processors.sorted()[10])
  }

  private static func run(_ arguments: [String]) -> rusage? {
    var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    var process = pid_t()
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    unsafe posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
    guard unsafe posix_spawn(&process, arguments[0], &files, nil, &pointers, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    guard unsafe wait4(process, &status, 0, &usage) == process, status == 0 else { return nil }
    return usage
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
  }
}
