import Diagnostics
import Plans
import Rules

/// What each rule costs on a plan: `pysar-bench --rules PLAN`.
enum RuleCosts {
  /// Prints the rules that apply to a plan, the costliest first.
  static func report(_ path: String, _ packs: RulePacks, _ reader: PlanReader) throws {
    let source = try SourceFile(at: path)
    guard let plan = reader.read(source).first?.value else { return }
    let checked = CheckedPlan(
      kind: plan.kind.name, root: plan.root, day: plan.day, source: source, range: plan.range)
    func cost(_ packs: RulePacks) -> Double {
      let checker = RuleChecker(packs: packs)
      return Benchmark.measure(batches: 5, of: 20) { checker.check(checked).count + 1 }
    }
    print("\(path): \(Benchmark.tenths(cost(packs))) µs for all rules, each alone:")
    let rules = packs.rules.filter { $0.applies(to: plan.kind.name, on: plan.day) }
    let costs = rules.map { ($0.id, cost(packs.limited(to: $0))) }.sorted { $0.1 > $1.1 }
    for (rule, cost) in costs {
      print(Benchmark.pad(Benchmark.tenths(cost), 10), rule)
    }
  }
}
