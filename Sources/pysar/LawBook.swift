import Batches
import Deadlines
import Diagnostics
import Files
import Plans
import Renditions
import Rules
import XML

/// The rules of all packs, and the plans judged by them.
final class LawBook {
  let packs: RulePacks
  private let checker: RuleChecker
  /// The facts of the plans checked so far, for the rules across plans.
  private var facts: [(file: String, facts: [BatchFacts])] = []

  /// Reads the packs of the template folders for these kinds; what is wrong with them comes along.
  static func read(_ kinds: KindLibrary) -> Diagnosed<LawBook> {
    var shapes: [String: TreeShape] = [:]
    for name in kinds.names {
      shapes[name] = kinds.kind(named: name)?.value?.schema.treeShape
    }
    let packs = RulePackReader(folders: kinds.folders, shapes: shapes).read()
    return Diagnosed(packs.value.map { LawBook($0) }, packs.diagnostics)
  }

  private init(_ packs: RulePacks) {
    self.packs = packs
    checker = RuleChecker(packs: packs)
  }

  /// What the rules find wrong with a plan; it is remembered for the rules across plans.
  func check(_ plan: PlanTree, asOf day: LocalDate?) -> [Diagnostic] {
    var checked = CheckedPlan(
      kind: plan.kind.name, root: plan.root, day: plan.day ?? day, source: plan.source,
      range: plan.range)
    checked.gaps = plan.gaps.map { ($0.node, $0.names) }
    // What is not whole is held against no other plan.
    if plan.isWhole { facts.append((plan.source.name, checker.facts(of: checked))) }
    return checker.check(checked)
  }

  /// What the rules find wrong between the plans checked so far.
  func findingsAcrossPlans() -> [Diagnostic] {
    CrossPlanChecker(checker).findings(between: facts)
  }

  /// What is wrong with the examples in the packs.
  func verifyExamples(_ renderer: PlanRenderer) -> [Diagnostic] {
    let verifier = ExampleVerifier(
      base: { kind in
        let source = try? renderer.kinds.folders.read("kinds/\(kind)/example.yaml")
        let object = renderer.kinds.kind(named: kind)?.value?.schema.rootObject
        return (
          String(decoding: source?.bytes ?? [], as: UTF8.self),
          (object?.properties.map { [$0.name.en, $0.name.uk] } ?? []) + [["kind", "вид"]]
        )
      },
      check: { source, rule in
        let book = LawBook(self.packs.limited(to: rule))
        let plans = renderer.read(source)
        return plans.flatMap { plan in
          plan.diagnostics + (plan.value.map { $0.isWhole ? book.check($0, asOf: nil) : [] } ?? [])
        } + book.findingsAcrossPlans()
      })
    return packs.rules.flatMap(verifier.verify)
  }
}
