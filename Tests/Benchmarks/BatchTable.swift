/// The lines of the table of a batch, no longer than 100 columns.
struct BatchTable {
  /// How many plans the figures are of.
  let plans: Int

  private static let widths = [9, 9, 9, 10, 8, 9]

  func head(read: Int, written: Int, rounds: Int) -> String {
    let best = rounds > 1 ? "the least of \(rounds) rounds" : "one round"
    return """
      \(Figures.grouped(plans)) plans: \(kilobytes(read)) KB of YAML make \
      \(kilobytes(written)) KB in three renditions; \(best)
      \(line("processor time per plan, µs", ["all", "user", "system", "plans/s", "cores", "peak MB"]))
      """
  }

  /// What this process has measured of itself.
  func row(_ name: String, _ processor: Double, _ remark: String = "") -> String {
    line(name, [perPlan(processor)], remark)
  }

  /// What a program run over the plans has cost.
  func row(_ name: String, _ usage: Usage, _ remark: String) -> String {
    let rates = [
      Figures.grouped(Int(Double(plans) / usage.wall * 1e6)),
      Figures.hundredths(usage.processor / usage.wall), Figures.tenths(Double(usage.peak) / 1e6),
    ]
    return line(
      name, [usage.processor, usage.user, usage.system].map(perPlan) + rates, remark)
  }

  private func line(_ name: String, _ cells: [String], _ remark: String = "") -> String {
    var line = Figures.pad(name, 28, left: false)
    for (cell, width) in zip(cells, Self.widths) { line += Figures.pad(cell, width) }
    return remark.isEmpty ? line : Figures.pad(line, 82, left: false) + Figures.pad(remark, 16)
  }

  private func perPlan(_ microseconds: Double) -> String {
    Figures.tenths(microseconds / Double(plans))
  }

  /// The mean of a plan.
  private func kilobytes(_ bytes: Int) -> String {
    Figures.tenths(Double(bytes) / Double(plans) / 1e3)
  }
}
