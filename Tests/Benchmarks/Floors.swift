import Corpus

/// What no program can do without, measured on the same files as `pysar build`; microseconds of
/// processor time for all plans.
struct Floors {
  /// libyaml's events of every plan, the bytes already in memory.
  var events = 0.0
  /// Every plan opened, read and closed.
  var reading = 0.0
  /// As many files written as there are renditions, of the same bytes, in folders of the same shape.
  var writing = 0.0
  /// A look at every plan and its renditions: what a run without changes cannot do without.
  var looking = 0.0
  /// The bytes of all renditions.
  var size = 0

  static let endings = [".html", ".xml", ".txt"]

  /// Reads and writes what `pysar build` read and wrote.
  init(_ corpus: CorpusFolder, output: String, plain: String) {
    corpus.makeFolders(below: plain)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    corpus.forEachGroup { plans in
      let sources = plans.map(corpus.file)
      let texts = sources.map(PlainFiles.read)
      events += Clock.time { for text in texts { PlainEvents.count(in: text) } }
      reading += Clock.time { for source in sources { PlainFiles.skim(source, &buffer) } }
      let stems = plans.flatMap { plan in Self.endings.map { "\(plan.stem)\($0)" } }
      let renditions = stems.map { PlainFiles.read("\(output)/\($0)") }
      if let missing = zip(stems, renditions).first(where: \.1.isEmpty) {
        Complaint.end("pysar build has not written \(missing.0)")
      }
      size += renditions.reduce(0) { $0 + $1.count }
      let copies = stems.map { "\(plain)/\($0)" }
      writing += Clock.time {
        for (path, bytes) in zip(copies, renditions) { PlainFiles.write(path, bytes) }
      }
      let files = sources + stems.map { "\(output)/\($0)" }
      looking += Clock.time { for file in files { PlainFiles.look(at: file) } }
    }
  }
}
