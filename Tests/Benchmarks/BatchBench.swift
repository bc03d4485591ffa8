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

  /// How many plans there are.
  var count: Int { corpus.corpus.count }

  /// The mean bytes of a plan, and of what is made of it.
  var sizes: (read: Int, written: Int) {
    (corpus.size / corpus.corpus.count, (rounds.first?.floors.size ?? 0) / corpus.corpus.count)
  }

  /// How many rounds there were.
  var roundCount: Int { rounds.count }

  /// The lines of the table: every figure the least of the rounds, what noise cannot add to.
  var lines: [BatchTable.Line] {
    let line = BatchTable.LineMaker(plans: corpus.corpus.count)
    let (events, reading) = (least(\.floors.events), least(\.floors.reading))
    let (writing, looking) = (least(\.floors.writing), least(\.floors.looking))
    let floors = events + reading + writing
    let (cold, changed, warm) = (least(\.cold), least(\.changed), least(\.warm))
    func ofCold(_ processor: Double) -> String {
      "\(Figures.tenths(100 * processor / cold.processor)) %"
    }
    return [
      line.floor("libyaml's events", events),
      line.floor("reading the plan", reading),
      line.floor("writing three files", writing),
      line.floor("these together", floors),
      line.run("cold", cold, "× \(Figures.hundredths(cold.processor / floors))"),
      line.run("1 % changed", changed, ofCold(changed.processor)),
      line.run("no change", warm, ofCold(warm.processor)),
      line.floor("a look at 4 files", looking, ofCold(looking)),
    ]
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
