import Diagnostics
import Plans
import Renditions
import Rules
import XML

/// The rules that a batch is judged by, and what is wrong with the templates.
struct Law {
  let packs: RulePacks?
  let faults: [Diagnostic]

  init(_ batch: Batch) {
    let renderer = PlanRenderer(folders: batch.templates)
    var shapes: [String: TreeShape] = [:]
    for name in renderer.kinds.names {
      shapes[name] = renderer.kinds.kind(named: name)?.value?.schema.treeShape
    }
    let read = RulePackReader(folders: batch.templates, shapes: shapes).read()
    packs = read.value
    faults = renderer.faults() + read.diagnostics
  }
}
