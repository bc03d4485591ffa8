/// The table of a batch on several file systems, side by side; no line is longer than 100 columns for
/// two of them.
struct BatchTable {
  /// A line of the table on one file system.
  struct Line {
    let name: String
    /// The processor time of a plan in microseconds, and of that the program's own; the share;
    /// plans a second; the most memory held.
    let cells: [String]
  }

  /// Makes lines of the figures of all plans.
  struct LineMaker {
    let plans: Int

    /// What this process has measured of itself.
    func floor(_ name: String, _ processor: Double, _ share: String = "") -> Line {
      Line(name: name, cells: [perPlan(processor), "", share, "", ""])
    }

    /// What a program run over the plans has cost.
    func run(_ name: String, _ usage: Usage, _ share: String) -> Line {
      let rate = Figures.grouped(Int(Double(plans) / usage.wall * 1e6))
      let peak = Figures.tenths(Double(usage.peak) / 1e6)
      return Line(
        name: name, cells: [perPlan(usage.processor), perPlan(usage.user), share, rate, peak])
    }

    private func perPlan(_ microseconds: Double) -> String {
      Figures.tenths(microseconds / Double(plans))
    }
  }

  private static let widths = [8, 8, 8, 9, 7]
  private static let heads = ["µs", "user", "", "plans/s", "MB"]

  /// The table of benches, each with the name of its file system.
  static func text(_ benches: [(name: String, bench: BatchBench)]) -> String {
    guard let first = benches.first?.bench else { return "" }
    let best = first.roundCount > 1 ? "the least of \(first.roundCount) rounds" : "one round"
    let sizes = first.sizes
    var lines = [
      "\(Figures.grouped(first.count)) plans: \(kilobytes(sizes.read)) KB of YAML make "
        + "\(kilobytes(sizes.written)) KB in three renditions; processor time a plan, \(best)"
    ]
    let width = widths.reduce(0, +)
    lines.append(
      benches.reduce(name("")) { $0 + Figures.pad(" " + $1.name, width, left: false) })
    lines.append(benches.reduce(name("")) { line, _ in line + row(heads) })
    let columns = benches.map(\.bench.lines)
    for (index, line) in columns[0].enumerated() {
      lines.append(columns.reduce(name(line.name)) { $0 + row($1[index].cells) })
    }
    return lines.joined(separator: "\n")
  }

  /// The table of lines on one file system.
  static func text(_ lines: [Line]) -> String {
    ([name("") + row(heads)] + lines.map { name($0.name) + row($0.cells) })
      .joined(separator: "\n")
  }

  private static func name(_ name: String) -> String { Figures.pad(name, 20, left: false) }

  private static func row(_ cells: [String]) -> String {
    zip(cells, widths).reduce("") { $0 + Figures.pad($1.0, $1.1) }
  }

  private static func kilobytes(_ bytes: Int) -> String { Figures.tenths(Double(bytes) / 1e3) }
}
