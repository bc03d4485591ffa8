internal import Diagnostics
internal import Files

/// What is written is named before anything is: where two files of plans would make one, none is made.
extension RenderRun {
  /// The files that are named, each once, with their bytes where those were read already.
  ///
  /// - Parameter numbersPlans: whether each plan of a file makes a file of its own.
  /// - Throws: that two of them make a file of one name.
  func files(_ paths: [String], numbersPlans: Bool) throws(ProgramFault)
    -> [(path: String, source: SourceFile?)]
  {
    var seen: Set<PathKey> = []
    let paths = paths.filter { seen.insert(PathKey(FileSystem.resolved($0) ?? $0)).inserted }
    let stems = paths.map { Self.stem(of: $0, index: nil) }
    // How many plans a file has matters only where its name with a number may be another's.
    let counts = Dictionary(
      stems.flatMap { Set([PathKey($0), PathKey($0.withoutNumber)]) }.map { ($0, 1) },
      uniquingKeysWith: +)
    var makers: [PathKey: String] = [:]
    var files: [(path: String, source: SourceFile?)] = []
    for (path, stem) in zip(paths, stems) {
      let mayClash = counts[PathKey(stem), default: 0] > 1
      let source = numbersPlans && mayClash ? try? SourceFile(named: path) : nil
      let count = source.map { renderer.read($0).count } ?? 1
      for number in 1...max(1, count) {
        let name = Self.stem(of: path, index: count > 1 ? number : nil)
        guard let other = makers.updateValue(path, forKey: PathKey(name)) else { continue }
        throw ProgramFault(
          uk: """
            «\(other)» і «\(path)» дають однаковий файл «\(name)», тож нічого не записано: \
            перейменуйте один із них або запишіть їх до різних тек
            """,
          en: """
            '\(other)' and '\(path)' both make '\(name)', so that nothing is written: rename one of \
            them, or write them into folders of their own
            """)
      }
      files.append((path, source))
    }
    return files
  }
}

extension String {
  /// The text without a number behind a hyphen at its end, as plans of one file have.
  fileprivate var withoutNumber: String {
    let digits = utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    guard digits > 0, utf8.dropLast(digits).last == UInt8(ascii: "-") else { return self }
    return String(decoding: utf8.dropLast(digits + 1), as: UTF8.self)
  }
}
