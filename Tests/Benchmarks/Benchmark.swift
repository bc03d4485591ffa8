import Diagnostics
import Documents
import Forms
import Glibc
import Plans
import Rules
import XML
import YAML

/// Prints what a plan costs in each stage, in microseconds of processor time.
@main
enum Benchmark {
  static func main() throws {
    let folders = TemplateFolders(["Templates"])
    let kinds = KindLibrary(folders: folders)
    let reader = PlanReader(kinds: kinds)
    let forms = FormReader(folders: folders)
    let paths = CommandLine.arguments.dropFirst()
    var shapes: [String: TreeShape] = [:]
    for name in kinds.names { shapes[name] = kinds.kind(named: name)?.value?.schema.treeShape }
    guard let packs = RulePackReader(folders: folders, shapes: shapes).read().value else { return }
    let checker = RuleChecker(packs: packs)
    if paths.first == "--rules" {
      for path in paths.dropFirst() { try RuleCosts.report(path, packs, reader) }
      return
    }
    func stages(of source: SourceFile) -> [Stage] {
      guard let plan = reader.read(source).first?.value,
        let form = forms.read("form", of: plan.kind)?.value
      else { return [] }
      let renderer = FormRenderer(form)
      guard let document = renderer.render(plan) else { return [] }
      let checked = CheckedPlan(
        kind: plan.kind.name, root: plan.root, day: plan.day, source: source, range: plan.range)
      let html = HTMLWriter()
      let text = TextWriter()
      return [
        Stage(name: "events") { events(of: source) },
        Stage(name: "read") { reader.read(source).count },
        Stage(name: "rules") { checker.check(checked).count + 1 },
        Stage(name: "facts") { checker.facts(of: checked).count + 1 },
        Stage(name: "XML") { plan.canonicalXML().count },
        Stage(name: "render") { renderer.render(plan)?.blocks.count ?? 0 },
        Stage(name: "HTML") { html.write(document).count },
        Stage(name: "text") { text.write(document).count },
      ]
    }
    if paths.first == "--stage" {
      if try !OneStage.run(paths.dropFirst(), stages) { print("--stage NAME RUNS PLAN…") }
      return
    }
    var isFirst = true
    for path in paths.isEmpty ? defaultPlans : Array(paths) {
      let source = try SourceFile(at: path)
      let stages = stages(of: source)
      if stages.isEmpty {
        print("\(path): no plan")
        continue
      }
      if isFirst { print(header(stages)) }
      isFirst = false
      print(
        row(
          path, source.bytes.count, stages.map { measure($0.work) }, WholeRun.measure(path)))
    }
  }

  static let defaultPlans = [
    "Templates/kinds/performance-plan/example.yaml",
    "Fixtures/performance-plan/reviewed-three-approvals.yaml",
    "Fixtures/service-centre-plan/own-executors.yaml",
    "Fixtures/action-plan/ministry-order.yaml",
    "Fixtures/resolution/ministry-order.yaml",
  ]

  /// The processor time of one run, the least of several batches: what noise cannot add to.
  static func measure(batches: Int = 30, of runs: Int = 50, _ work: () -> Int) -> Double {
    var best = Double.infinity
    var sum = 0
    for _ in 0..<batches {
      let start = processorTime()
      for _ in 0..<runs { sum &+= work() }
      best = min(best, (processorTime() - start) / Double(runs))
    }
    precondition(sum != 0, "the work gives something")
    return best
  }

  private static func processorTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  /// What libyaml itself costs: the floor under reading.
  private static func events(of source: SourceFile) -> Int {
    YAMLEvents.withEvents(of: source.bytes) { source in
      var events = source
      var count = 0
      while let event = try? events.next(), event.kind != .streamEnd { count += 1 }
      return count
    }
  }

  private static func header(_ stages: [Stage]) -> String {
    pad("µs of processor time per plan", 40, left: false)
      + (["bytes"] + stages.map(\.name) + ["all"]).map { pad($0, 8) }.joined()
      + pad("whole run, ms: clock", 22) + pad("processor", 11)
  }

  /// A line of the table; the events are a part of reading, and not added to all.
  private static func row(
    _ path: String, _ bytes: Int, _ stages: [Double], _ run: (wall: Double, processor: Double)?
  ) -> String {
    let name = path.split(separator: "/").suffix(2).joined(separator: "/")
    let figures = stages + [stages.dropFirst().reduce(0, +)]
    return pad(String(name.suffix(39)), 40, left: false) + pad("\(bytes)", 8)
      + figures.map { pad(tenths($0), 8) }.joined()
      + (run.map { pad(tenths($0.wall), 22) + pad(tenths($0.processor), 11) } ?? "")
  }

  static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func pad(_ text: String, _ width: Int, left: Bool = true) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return left ? blanks + text : text + blanks
  }
}
