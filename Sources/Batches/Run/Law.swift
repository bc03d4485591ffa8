import Diagnostics
import Renditions
import Rules

/// The rules that a batch is judged by, and what is wrong with the templates.
struct Law {
  let packs: RulePacks?
  let faults: [Diagnostic]

  init(_ batch: Batch) {
    let renderer = PlanRenderer(folders: batch.templates)
    let read = RulePackReader(renderer.kinds).read()
    packs = read.value
    faults = renderer.faults() + read.diagnostics
  }
}
