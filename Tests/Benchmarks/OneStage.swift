import Diagnostics
import Files

/// One stage alone, for a profiler: `pysar-bench --stage render 2000 PLAN…`.
enum OneStage {
  /// Runs a stage of the plans in turn, so many times: what is remembered of a plan is of no use to
  /// the next.
  static func run(_ name: String, times runs: Int, _ paths: [String]) throws {
    let stages = Stages()
    let chosen = try paths.flatMap { path in
      stages.stages(of: try SourceFile(at: path)).filter { $0.name == name }
    }
    var sum = 0
    for _ in 0..<runs {
      for stage in chosen { sum &+= stage.work() }
    }
    precondition(sum != 0, "the work gives something")
  }
}

/// A stage of the work on one plan.
struct Stage {
  /// Its name: the head of its column.
  let name: String
  /// Does the work, and gives some number that depends on it.
  let work: () -> Int
}
