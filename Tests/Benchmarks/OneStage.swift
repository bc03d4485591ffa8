import Diagnostics
import Files

/// One stage alone, for a profiler: `pysar-bench --stage render 2000 PLAN…`.
enum OneStage {
  /// Runs a stage of every plan so many times.
  static func run(_ name: String, times runs: Int, _ paths: [String]) throws {
    let stages = Stages()
    for path in paths {
      for stage in stages.stages(of: try SourceFile(at: path)) where stage.name == name {
        var sum = 0
        for _ in 0..<runs { sum &+= stage.work() }
        precondition(sum != 0, "the work gives something")
      }
    }
  }
}

/// A stage of the work on one plan.
struct Stage {
  /// Its name: the head of its column.
  let name: String
  /// Does the work, and gives some number that depends on it.
  let work: () -> Int
}
