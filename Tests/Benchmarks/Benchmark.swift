/// Measures Pysar: its stages, its rules, and the whole batch beside the floors under it.
@main
enum Benchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "--rules":
      try RuleCosts.report(Array(arguments.dropFirst()), Stages())
    case "--stage" where arguments.count > 3:
      try OneStage.run(arguments[1], times: number(arguments[2]), Array(arguments.dropFirst(3)))
    case "--corpus" where arguments.count == 3:
      _ = CorpusFolder(arguments[2], count: number(arguments[1]))
    case "--batch" where arguments.count > 3:
      let benches = arguments.dropFirst(3).map { place in
        let parts = place.split(separator: "=", maxSplits: 1).map(String.init)
        return (
          parts[0],
          BatchBench(count: number(arguments[1]), folder: parts[1], program: arguments[2])
        )
      }
      print(BatchTable.text(benches))
    case "--archive" where arguments.count == 4:
      let parts = arguments[3].split(separator: "=", maxSplits: 1).map(String.init)
      let bench = ArchiveBench(
        count: number(arguments[1]), folder: parts[1], program: arguments[2])
      print(bench.table(parts[0]))
    case "--growth": GrowthTable.print(Stages())
    case "--stages":
      try StageTable().print(StageTable.defaultPlans, withCorpus: true)
    case "--corpus-stages":
      try StageTable().print([], withCorpus: true)
    case let option? where option.hasPrefix("--"):
      Complaint.end(usage)
    default:
      try StageTable().print(
        arguments.isEmpty ? StageTable.defaultPlans : arguments, withCorpus: false)
    }
  }

  private static let usage = """
    what to measure?
      pysar-bench PLAN...                     the stages, of these plans, or of one of every kind
      pysar-bench --stages                    the stages, of a plan of every kind, and of the corpus
      pysar-bench --corpus-stages             the stages, of plans of the corpus
      pysar-bench --stage NAME RUNS PLAN...   one stage so many times, for a profiler
      pysar-bench --rules PLAN...             each rule, of these plans in turn
      pysar-bench --growth                    how the cost grows with a plan, in every dimension
      pysar-bench --batch N PROGRAM NAME=DIR  pysar build over N plans, below folders side by side
      pysar-bench --archive N PROGRAM NAME=DIR
                                              pysar archive over N servants
      pysar-bench --corpus N FOLDER           write N plans below a folder
    """

  private static func number(_ argument: String) -> Int {
    guard let number = Int(argument), number > 0 else {
      Complaint.end("this is no number: \(argument)")
    }
    return number
  }
}
