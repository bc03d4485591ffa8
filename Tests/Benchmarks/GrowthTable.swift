internal import Glibc
import Corpus
import Diagnostics
import Plans

/// How the cost of reading, judging and rendering a plan, and of its deadlines, grows in each dimension: `pysar-bench --growth`.
///
/// The exponent is 1 where twice as much costs twice as much. Rules that a plan is too large for are
/// cut short, and so marked.
enum GrowthTable {
  private static let counts = [2_000, 4_000, 8_000, 16_000]

  /// Prints the times, in milliseconds, and the exponents of the last doubling and of all.
  static func print(_ stages: Stages) {
    let head = counts.map { Figures.pad(Figures.grouped($0), 9) }.joined()
    Swift.print(Figures.pad("", 38, left: false) + head + "    last    all")
    for dimension in GrowthDimension.all {
      for (stage, times, isCut) in measure(dimension, stages) {
        let row = times.map { Figures.pad(Figures.tenths($0 / 1000), 9) }.joined()
        let last = exponent(times[times.count - 2], times[times.count - 1], doublings: 1)
        let all = exponent(times[0], times[times.count - 1], doublings: Double(times.count - 1))
        Swift.print(
          Figures.pad("\(dimension.name), \(stage)", 38, left: false) + row
            + Figures.pad(Figures.hundredths(last), 8) + Figures.pad(Figures.hundredths(all), 7)
            + (isCut ? "  cut short" : ""))
      }
    }
  }

  private static func measure(_ dimension: GrowthDimension, _ stages: Stages)
    -> [(stage: String, times: [Double], isCut: Bool)]
  {
    var reading: [Double] = []
    var judging: [Double] = []
    var rendering: [Double] = []
    var listing: [Double] = []
    var isCut = false
    var isUnwritten = false
    for count in counts {
      let source = SourceFile(name: dimension.name, bytes: Array(dimension.plan(count).utf8))
      let plans = stages.reader.read(source).compactMap(\.value)
      if plans.isEmpty { Complaint.end("\(dimension.name) makes no plan") }
      reading.append(best { _ = stages.reader.read(source) })
      judging.append(
        best {
          for plan in plans {
            let found = stages.judge(plan)
            isCut = isCut || found.contains { $0.code == "rule-endless" }
          }
        })
      rendering.append(
        best { for plan in plans { isUnwritten = !stages.write(plan) || isUnwritten } })
      listing.append(best { for plan in plans { _ = stages.agenda(plan) } })
    }
    return [
      ("reading", reading, false), ("rules", judging, isCut), ("rendering", rendering, isUnwritten),
      ("deadlines", listing, false),
    ]
  }

  /// The least of a few times.
  private static func best(_ work: () -> Void) -> Double {
    (0..<2).map { _ in Clock.time(work) }.min() ?? 0
  }

  private static func exponent(_ first: Double, _ last: Double, doublings: Double) -> Double {
    log2(max(last, 1) / max(first, 1)) / doublings
  }
}
