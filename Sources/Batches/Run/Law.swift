import Diagnostics
import Renditions
import Rules
import Schemas

/// The rules that a batch is judged by, and what is wrong with the templates.
struct Law: Sendable {
  let packs: RulePacks?
  /// The kinds that can be read, which all tasks share.
  let kinds: [Kind]
  let faults: [Diagnostic]

  init(_ batch: Batch) {
    let renderer = PlanRenderer(folders: batch.templates)
    let read = RulePackReader(renderer.kinds).read()
    packs = read.value
    kinds = renderer.kinds.names.compactMap { renderer.kinds.kind(named: $0)?.value }
    faults = renderer.faults() + read.diagnostics
  }
}
