import Diagnostics
import Files
import Plans
import Rules
import Schemas

/// What each rule costs on a plan: `pysar-bench --rules PLAN`.
enum RuleCosts {
  /// Prints the rules that apply to a plan, the costliest first.
  static func report(_ path: String, _ stages: Stages) throws {
    let source = try SourceFile(at: path)
    guard let plan = stages.reader.read(source).first?.value else { return }
    let checked = Stages.checked(plan)
    func cost(_ packs: RulePacks) -> Double {
      let checker = RuleChecker(packs: packs)
      return (0..<5).map { _ in
        Clock.time { for _ in 0..<20 { _ = checker.check(checked) } } / 20
      }.min() ?? 0
    }
    print("\(path): \(Figures.tenths(cost(stages.packs))) µs for all rules, each alone:")
    let rules = stages.packs.rules.filter { $0.applies(to: plan.kind.name, on: plan.day) }
    let costs = rules.map { ($0.id, cost(stages.packs.limited(to: $0))) }.sorted { $0.1 > $1.1 }
    for (rule, cost) in costs {
      print(Figures.pad(Figures.tenths(cost), 10), rule)
    }
  }
}
