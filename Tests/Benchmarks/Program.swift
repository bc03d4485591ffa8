import Glibc

/// Another program, run to its end.
enum Program {
  /// What a run cost, and how it ended; nil where it could not begin.
  ///
  /// The peak is never less than what this process held when it began the other: the system counts
  /// both halves of a fork as one. Whoever asks for it keeps small.
  static func run(_ arguments: [String], output: String = "/dev/null")
    -> (usage: Usage, status: Int32)?
  {
    var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    var process = pid_t()
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    unsafe posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    unsafe posix_spawn_file_actions_adddup2(&files, 1, 2)
    let start = Clock.wall
    guard unsafe posix_spawnp(&process, arguments[0], &files, nil, &pointers, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    guard unsafe wait4(process, &status, 0, &usage) == process else { return nil }
    return (Usage(usage, wall: Clock.wall - start), status)
  }
}
