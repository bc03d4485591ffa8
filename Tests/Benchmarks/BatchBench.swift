import Corpus
import Glibc

/// `pysar build` over a corpus: cold, after a change of one plan in a hundred, and after none, beside
/// the floors under it.
struct BatchBench {
  /// The figures of one round.
  struct Round {
    let cold: Usage
    let changed: Usage
    let warm: Usage
    let floors: Floors
  }

  private let corpus: CorpusFolder
  private let folder: String
  private let program: String
  private var rounds: [Round] = []

  /// Writes a corpus below a folder, and measures a program over it.
  init(count: Int, folder: String, program: String) {
    self.folder = folder
    self.program = program
    corpus = CorpusFolder("\(folder)/corpus", count: count)
    for _ in 0..<(count > 20_000 ? 1 : 3) { rounds.append(round()) }
  }

  /// One round, in folders of its own: a file system that has just removed thousands of files is
  /// slower in making new ones, and would be measured instead.
  private func round() -> Round {
    let output = "\(folder)/output-\(rounds.count + 1)"
    let cold = build(output)
    let floors = measureFloors(output)
    let warm = build(output)
    corpus.write(edition: 2)
    let changed = build(output)
    corpus.write(edition: 1)
    return Round(cold: cold, changed: changed, warm: warm, floors: floors)
  }

  /// What was written before is on the disk, not in the way.
  private func measureFloors(_ output: String) -> Floors {
    sync()
    return Floors(corpus, output: output, plain: "\(folder)/plain-\(rounds.count + 1)")
  }

  private func build(_ output: String) -> Usage {
    sync()
    let log = "\(folder)/log"
    guard
      let run = Program.run([program, "build", corpus.path, "--out", output], output: log)
    else { Complaint.end("cannot start \(program)") }
    guard run.status == 0 else {
      let words = String(decoding: PlainFiles.read(log).suffix(2000), as: UTF8.self)
      Complaint.end("pysar build failed\n\(words)")
    }
    return run.usage
  }

  /// The table: every figure the least of the rounds, what noise cannot add to.
  var table: String {
    let table = BatchTable(plans: corpus.corpus.count)
    let (events, reading) = (least(\.floors.events), least(\.floors.reading))
    let (writing, looking) = (least(\.floors.writing), least(\.floors.looking))
    let floors = events + reading + writing
    let (cold, changed, warm) = (least(\.cold), least(\.changed), least(\.warm))
    func ofCold(_ processor: Double) -> String {
      "\(Figures.tenths(100 * processor / cold.processor)) % of cold"
    }
    return [
      table.head(read: corpus.size, written: rounds[0].floors.size, rounds: rounds.count),
      table.row("floor: libyaml's events", events),
      table.row("floor: reading the plan", reading),
      table.row("floor: writing three files", writing),
      table.row("floors together", floors),
      table.row(
        "pysar build, cold", cold, "\(Figures.hundredths(cold.processor / floors)) × floors"),
      table.row("pysar build, 1 % changed", changed, ofCold(changed.processor)),
      table.row("pysar build, no change", warm, ofCold(warm.processor)),
      table.row("floor: a look at 4 files", looking, ofCold(looking)),
    ].joined(separator: "\n")
  }

  private func least(_ floor: (Round) -> Double) -> Double { rounds.map(floor).min() ?? 0 }

  /// The cheapest run, with the highest peak of all.
  private func least(_ usage: (Round) -> Usage) -> Usage {
    let runs = rounds.map(usage).sorted { $0.processor < $1.processor }
    var least = runs[0]
    least.peak = runs.map(\.peak).max() ?? 0
    return least
  }
}
