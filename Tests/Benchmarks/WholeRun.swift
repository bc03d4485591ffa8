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
    var runs: [Usage] = []
    for _ in 0..<21 {
      guard let run = Program.run([program, "render", plan, "-o", "/dev/null"]), run.status == 0
      else { return nil }
      runs.append(run.usage)
    }
    return (runs.map(\.wall).sorted()[10] / 1e3, runs.map(\.processor).sorted()[10] / 1e3)
  }
}
