package import Calendars
package import Diagnostics
internal import Files
package import Plans
package import Rules
package import Schemas
internal import XPathLanguage

/// The rules of the template folders, read when the first plan asks for them, and plans judged by
/// them; it belongs to one task.
///
/// Most runs see plans of one kind: the rules that speak of it are read, and no others. The first
/// plan of another kind has all of them read.
package final class RuleBook {
  private let kinds: KindLibrary
  private var kind: String?
  private var read: Diagnosed<RulePacks>?
  private var checker: RuleChecker?
  /// The facts of the plans checked so far, for the rules across plans.
  private var facts: [(file: String, facts: [BatchFacts])] = []

  /// Makes a book of the rules in the folders of these kinds.
  package init(_ kinds: KindLibrary) {
    self.kinds = kinds
  }

  /// Makes a book of packs that were read.
  package init(_ kinds: KindLibrary, packs: RulePacks) {
    self.kinds = kinds
    use(Diagnosed(packs, []))
  }

  /// The rules that were read; nil where no plan has asked for any.
  package var packs: RulePacks? { read?.value }

  /// What is wrong with the packs that were read.
  package var faults: [Diagnostic] { read?.diagnostics ?? [] }

  /// What the rules find wrong with a plan; it is remembered for the rules across plans.
  package func check(_ plan: PlanTree, asOf day: LocalDate?) -> [Diagnostic] {
    guard let checker = checker(for: plan.kind) else { return [] }
    let checked = CheckedPlan(plan, asOf: day)
    // What is not whole is held against no other plan.
    if plan.isWhole { facts.append((plan.source.name, checker.facts(of: checked))) }
    return checker.check(checked)
  }

  /// Remembers a plan that others are held against and that is not judged itself.
  func remember(_ plan: PlanTree, asOf day: LocalDate?) {
    guard plan.isWhole, let checker = checker(for: plan.kind) else { return }
    var own = checker.facts(of: CheckedPlan(plan, asOf: day))
    for index in own.indices { own[index].isThis = false }
    facts.append((plan.source.name, own))
  }

  /// What the rules find wrong between the plans checked so far.
  func findingsAcrossPlans() -> [Diagnostic] {
    checker.map { CrossPlanChecker($0).findings(between: facts) } ?? []
  }

  private func checker(for kind: Kind) -> RuleChecker? {
    if read == nil {
      self.kind = kind.name
      use(
        RulePackReader(
          folders: kinds.folders, kind: kind.name, shape: kind.schema.treeShape, among: kinds.names
        ).read())
    } else if let only = self.kind, only != kind.name {
      self.kind = nil
      use(RulePackReader(kinds).read())
    }
    return checker
  }

  private func use(_ packs: Diagnosed<RulePacks>) {
    read = packs
    checker = packs.value.map { RuleChecker(packs: $0, textsBeforeSkipping: 2000) }
  }
}

extension CheckedPlan {
  /// Makes a plan to be checked of its tree.
  fileprivate init(_ plan: PlanTree, asOf day: LocalDate?) {
    self.init(
      kind: plan.kind.name, root: plan.root, day: plan.day ?? day, source: plan.source,
      range: plan.range)
    gaps = plan.gaps.map { ($0.node, $0.names) }
  }
}

extension RulePackReader {
  /// Makes a reader of all packs in the folders of these kinds.
  package init(_ kinds: KindLibrary) {
    var shapes: [String: TreeShape] = [:]
    for name in kinds.names {
      shapes[name] = kinds.kind(named: name)?.value?.schema.treeShape
    }
    self.init(folders: kinds.folders, shapes: shapes)
  }
}

extension RulePacks {
  /// What is wrong with the examples in the packs. They may refer to the example of a kind by its
  /// name: `performance-plan.yaml`.
  package func verifyExamples(_ renderer: PlanRenderer) -> [Diagnostic] {
    let renderer = PlanRenderer(
      folders: renderer.kinds.folders, plans: PlanFolders(examplesOf: renderer.kinds))
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
        let book = RuleBook(renderer.kinds, packs: limited(to: rule))
        return renderer.read(source).flatMap { plan in
          plan.diagnostics
            + (plan.value.map { $0.isWhole ? book.check($0, asOf: nil) : [] } ?? [])
        } + book.findingsAcrossPlans()
      })
    return rules.flatMap(verifier.verify)
  }
}
