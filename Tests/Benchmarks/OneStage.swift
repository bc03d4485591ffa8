import Diagnostics

/// One stage alone, for a profiler: `pysar-bench --stage render 2000 PLAN…`.
enum OneStage {
  /// Runs a stage of every plan so many times; false where the arguments do not say which.
  static func run(_ arguments: ArraySlice<String>, _ stages: (SourceFile) -> [Stage]) throws
    -> Bool
  {
    guard arguments.count >= 3, let runs = Int(arguments[arguments.startIndex + 1]) else {
      return false
    }
    for path in arguments.dropFirst(2) {
      for stage in stages(try SourceFile(at: path)) where stage.name == arguments.first {
        var sum = 0
        for _ in 0..<runs { sum &+= stage.work() }
        precondition(sum != 0, "the work gives something")
      }
    }
    return true
  }
}

/// A stage of the work on one plan.
struct Stage {
  /// Its name: the head of its column.
  let name: String
  /// Does the work, and gives some number that depends on it.
  let work: () -> Int
}
