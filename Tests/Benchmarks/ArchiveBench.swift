import Diagnostics
import Digests
import Glibc

/// `pysar archive` and `pysar archive verify` over many servants, beside the floors under them: the
/// same bytes read, digested and written, and the plans of a bag read and written in all formats.
struct ArchiveBench {
  private let count: Int
  private let folder: String
  private let program: String
  private var plans: String { "\(folder)/plans" }
  private var archive: String { "\(folder)/personnel" }

  /// What the floors have cost, in microseconds for all bags.
  private struct Floors {
    var reading = 0.0
    var hashing = 0.0
    var writing = 0.0
    var renditions = 0.0
    var files = 0
    var size = 0
  }

  init(count: Int, folder: String, program: String) {
    self.count = count
    self.folder = folder
    self.program = program
  }

  /// Writes the plans, exports and verifies them, and makes a table of it.
  ///
  /// - Parameter name: how the file system is called.
  func table(_ name: String) -> String {
    writePlans()
    let export = run([
      "archive", plans, "--to", archive, "--as-of", "2026-12-28", "--agency", "43012345",
    ])
    let verify = run(["archive", "verify", archive])
    let floors = measureFloors()
    let line = BatchTable.LineMaker(plans: count)
    let bag =
      "\(Figures.tenths(Double(floors.size / count) / 1e3)) KB in \(floors.files / count) files"
    func times(_ processor: Double, _ floor: Double) -> String {
      "× \(Figures.hundredths(processor / floor))"
    }
    let lines = [
      line.floor("reading", floors.reading), line.floor("SHA-256 and SHA-512", floors.hashing),
      line.floor("writing", floors.writing),
      line.floor("plans and renditions", floors.renditions),
      line.run("export", export, times(export.processor, floors.hashing + floors.writing)),
      line.floor(
        "export less renditions", export.processor - floors.renditions,
        times(export.processor - floors.renditions, floors.hashing + floors.writing)),
      line.run("verify", verify, times(verify.processor, floors.reading + floors.hashing)),
    ]
    return """
      \(Figures.grouped(count)) servants, a bag each of \(bag); processor time a bag, \(name)
      \(BatchTable.text(lines))
      """
  }

  private func writePlans() {
    let example = "Templates/kinds/performance-plan/example.yaml"
    let text = String(decoding: PlainFiles.read(example), as: UTF8.self)
    let line = "  піб: Калина Олена Петрівна"
    guard text.contains(line) else { Complaint.end("\(example) is another one") }
    PlainFiles.makeFolder(plans)
    for number in 1...count {
      let words = "  ідентифікатор: \"\(number)\"\n  піб: Калина Олена \(number)"
      PlainFiles.write(
        "\(plans)/\(number).yaml", Array(text.replacing(line, with: words).utf8))
    }
  }

  private func run(_ words: [String]) -> Usage {
    sync()
    let log = "\(folder)/log"
    guard let run = Program.run([program] + words, output: log) else {
      Complaint.end("cannot start \(program)")
    }
    guard run.status == 0 else {
      let said = String(decoding: PlainFiles.read(log).suffix(2000), as: UTF8.self)
      Complaint.end("pysar \(words[0]) failed\n\(said)")
    }
    return run.usage
  }

  // MARK: Floors

  private func measureFloors() -> Floors {
    sync()
    var floors = Floors()
    let stages = Stages()
    for number in 1...count { measure("\(number)/001", &floors, stages) }
    return floors
  }

  private func measure(_ bag: String, _ floors: inout Floors, _ stages: Stages) {
    let names = names(in: "\(archive)/\(bag)")
    var files: [[UInt8]] = []
    floors.reading += Clock.time {
      files = names.map { PlainFiles.read("\(archive)/\(bag)/\($0)") }
    }
    floors.hashing += Clock.time {
      for bytes in files {
        for algorithm in [DigestAlgorithm.sha256, .sha512] {
          _ = DigestStream.hex(of: bytes, algorithm)
        }
      }
    }
    let copy = "\(folder)/plain/\(bag)"
    floors.writing += Clock.time {
      for name in Set(names.map { $0.prefix(upTo: $0.lastIndex(of: "/") ?? $0.startIndex) }) {
        PlainFiles.makeFolder("\(copy)/\(name)")
      }
      for (name, bytes) in zip(names, files) { PlainFiles.write("\(copy)/\(name)", bytes) }
    }
    for (name, bytes) in zip(names, files) where name.hasPrefix("data/") && name.hasSuffix(".yaml")
    {
      let source = SourceFile(name: name, bytes: bytes)
      for stage in stages.stages(of: source) where Self.stages.contains(stage.name) {
        floors.renditions += Clock.time {
          precondition(stage.work() != 0, "the work gives something")
        }
      }
    }
    floors.files += files.count
    floors.size += files.reduce(0) { $0 + $1.count }
  }

  /// What a plan goes through until it stands in a bag.
  private static let stages: Set = ["read", "XML", "render", "HTML", "text", "PDF"]

  /// The files of a bag, as its manifests name them.
  private func names(in bag: String) -> [String] {
    let tags = ["tagmanifest-sha256.txt", "tagmanifest-sha512.txt"]
    return tags
      + ["manifest-sha256.txt", tags[0]].flatMap { manifest in
        String(decoding: PlainFiles.read("\(bag)/\(manifest)"), as: UTF8.self)
          .split(separator: "\n").map { String($0.dropFirst(66)) }
      }
  }
}
