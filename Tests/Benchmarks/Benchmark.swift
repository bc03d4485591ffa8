import Diagnostics
import Documents
import Forms
import Glibc
import Plans

/// Prints what a plan costs in each stage, in microseconds of processor time.
@main
enum Benchmark {
  static func main() throws {
    let folders = TemplateFolders(["Templates"])
    let kinds = KindLibrary(folders: folders)
    let reader = PlanReader(kinds: kinds)
    let forms = FormReader(folders: folders)
    let paths = CommandLine.arguments.dropFirst()
    print(
      "plan                                  bytes   read    XML  render   HTML   text    all µs")
    for path in paths.isEmpty ? defaultPlans : Array(paths) {
      let source = try SourceFile(at: path)
      guard let plan = reader.read(source).first?.value,
        let form = forms.read("form", of: plan.kind)?.value
      else {
        print("\(path): no plan")
        continue
      }
      let renderer = FormRenderer(form)
      let document = renderer.render(plan)
      let html = HTMLWriter()
      let text = TextWriter()
      let stages = [
        measure { reader.read(source).count },
        measure { plan.canonicalXML().count },
        measure { renderer.render(plan).blocks.count },
        measure { html.write(document).count },
        measure { text.write(document).count },
      ]
      print(row(path, source.bytes.count, stages))
    }
  }

  static let defaultPlans = [
    "Fixtures/performance-plan/reviewed-three-approvals.yaml",
    "Fixtures/service-centre-plan/own-executors.yaml",
    "Fixtures/action-plan/ministry-order.yaml",
    "Fixtures/resolution/ministry-order.yaml",
  ]

  /// The processor time of one run, the least of several batches: what noise cannot add to.
  private static func measure(_ work: () -> Int) -> Double {
    var best = Double.infinity
    var sum = 0
    for _ in 0..<30 {
      let start = processorTime()
      for _ in 0..<50 { sum &+= work() }
      best = min(best, (processorTime() - start) / 50)
    }
    precondition(sum != 0, "the work gives something")
    return best
  }

  private static func processorTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  private static func row(_ path: String, _ bytes: Int, _ stages: [Double]) -> String {
    let name = path.split(separator: "/").suffix(2).joined(separator: "/")
    let figures = stages + [stages.reduce(0, +)]
    return pad(name, 36, left: false) + pad("\(bytes)", 7)
      + figures.map { pad("\(Int(($0 * 10).rounded()) / 10).\(Int(($0 * 10).rounded()) % 10)", 7) }
      .joined()
  }

  private static func pad(_ text: String, _ width: Int, left: Bool = true) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return left ? blanks + text : text + blanks
  }
}
