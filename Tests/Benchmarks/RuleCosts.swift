import Diagnostics
import Files
import Plans
import Rules
import Schemas

/// What each rule costs on some plans: `pysar-bench --rules PLAN…`.
enum RuleCosts {
  /// Prints what all rules cost a plan, and each of them alone, the costliest first; the plans are
  /// judged in turn, as a batch does it.
  static func report(_ paths: [String], _ stages: Stages) throws {
    let plans = try paths.compactMap { stages.reader.read(try SourceFile(at: $0)).first?.value }
    guard !plans.isEmpty else { return }
    let checked = plans.map(Stages.checked)
    let rounds = max(1, 100 / plans.count)
    func cost(_ packs: RulePacks) -> Double {
      let checker = RuleChecker(packs: packs)
      return (0..<5).map { _ in
        Clock.time {
          for _ in 0..<rounds { for plan in checked { _ = checker.check(plan) } }
        } / Double(rounds * plans.count)
      }.min() ?? 0
    }
    print("\(plans.count) plans: \(Figures.tenths(cost(stages.packs))) µs a plan for all rules, each alone:")
    let rules = stages.packs.rules.filter { rule in
      plans.contains { rule.applies(to: $0.kind.name, on: $0.day) }
    }
    let costs = rules.map { ($0.id, cost(stages.packs.limited(to: $0))) }.sorted { $0.1 > $1.1 }
    for (rule, cost) in costs {
      print(Figures.pad(Figures.tenths(cost), 10), rule)
    }
  }
}
