import Corpus
import Diagnostics
import Files

/// The table of the stages, no longer than 100 columns.
struct StageTable {
  private let stages = Stages()

  /// One of every kind, and a long one.
  static let defaultPlans = [
    "Templates/kinds/performance-plan/example.yaml",
    "Fixtures/performance-plan/reviewed-three-approvals.yaml",
    "Fixtures/service-centre-plan/own-executors.yaml",
    "Fixtures/action-plan/ministry-order.yaml",
    "Fixtures/resolution/ministry-order.yaml",
  ]

  /// Prints a line for each plan, with the time of a whole `pysar render` of it, and one for the
  /// mean of some plans of a corpus.
  func print(_ paths: [String], withCorpus: Bool) throws {
    let plans = try paths.map { try SourceFile(at: $0) }
    let corpus =
      withCorpus
      ? Corpus(count: 1000).filter { $0.index % 5 == 0 }
        .map { SourceFile(name: "\($0.stem).yaml", bytes: $0.yaml()) } : []
    printHead((plans + corpus)[0], run: paths.isEmpty ? ("", "") : ("run ms", "cpu ms"))
    for (path, plan) in zip(paths, plans) {
      let run = WholeRun.measure(path)
      printRow(
        Self.name(path), [plan],
        run: run.map { (Figures.tenths($0.wall), Figures.tenths($0.processor)) } ?? ("", ""))
    }
    if !corpus.isEmpty { printRow("\(corpus.count) plans of the corpus", corpus, rounds: 15) }
  }

  private func printHead(_ source: SourceFile, run: (String, String)) {
    let names = stages.stages(of: source).map(\.name)
    Swift.print(
      Self.line("processor µs per plan", names + ["all"], bytes: "bytes", run: run))
  }

  private func printRow(
    _ name: String, _ sources: [SourceFile], rounds: Int = 1000,
    run: (String, String) = ("", "")
  ) {
    let costs = stages.measure(sources, rounds: rounds)
    guard !costs.isEmpty else {
      Swift.print("\(name): no plan")
      return
    }
    // Events are a part of reading, and a batch writes no PDF or Word unless it is asked to.
    let figures = costs + [costs.dropFirst().dropLast(2).reduce(0, +)]
    let bytes = sources.reduce(0) { $0 + $1.bytes.count } / sources.count
    Swift.print(
      Self.line(name, figures.map(Figures.tenths), bytes: Figures.grouped(bytes), run: run))
  }

  /// The last two parts of a path, as much of them as there is room for.
  private static func name(_ path: String) -> String {
    let stem = path.hasSuffix(".yaml") ? path.dropLast(5) : path[...]
    let name = stem.split(separator: "/").suffix(2).joined(separator: "/")
    return name.count <= nameWidth ? name : "…" + name.suffix(nameWidth - 1)
  }

  private static let nameWidth = 17
  private static let widths = [7, 6, 6, 6, 6, 7, 6, 6, 7, 7, 6]

  private static func line(
    _ name: String, _ figures: [String], bytes: String, run: (String, String)
  ) -> String {
    let line = Figures.pad(name, nameWidth, left: false) + Figures.pad(bytes, 6)
    return line + zip(figures, widths).map { Figures.pad($0, $1) }.joined()
      + (run.0.isEmpty ? "" : Figures.pad(run.0, 7) + Figures.pad(run.1, 7))
  }
}
