package import Diagnostics
internal import Digests
internal import Files
internal import Rules

extension FileRecord {
  /// The bytes of the record.
  package func encoded() -> [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Writes the record.
  package func write(to writer: inout ByteWriter) {
    writer.write(source)
    writer.write(root)
    writer.write(stamp)
    writer.write(digest)
    writer.write(isGone)
    writer.write(dependencies) { $0.write($1) }
    writer.write(plans) { $1.write(to: &$0, source) }
  }

  /// What of a record is read; what is not, stays empty.
  package struct Parts: OptionSet, Sendable {
    /// The parts, a bit each.
    package let rawValue: Int
    /// What the rules across plans ask.
    package static let facts = Parts(rawValue: 1)
    /// What is wrong.
    package static let findings = Parts(rawValue: 2)
    /// All of it.
    package static let all: Parts = [.facts, .findings]

    /// Makes a choice of parts.
    package init(rawValue: Int) { self.rawValue = rawValue }
  }

  /// Tells by rule and key whether facts are wanted.
  package typealias FactsChoice = (_ rule: String, _ key: [UInt8]) -> Bool

  /// Reads a record from all of its bytes, and of the facts those that are wanted.
  package init(
    _ bytes: [UInt8], _ parts: Parts, facts areWanted: FactsChoice = { _, _ in true }
  ) throws(BuildStateFault) {
    var reader = ByteReader(bytes[...])
    try self.init(&reader, parts, areWanted)
  }

  /// Reads a record.
  private init(_ reader: inout ByteReader, _ parts: Parts, _ areWanted: FactsChoice)
    throws(BuildStateFault)
  {
    let source = try reader.slice(try reader.number())
    self.source = String(decoding: source, as: UTF8.self)
    root = try reader.number()
    stamp = try reader.stamp()
    digest = try reader.digest()
    isGone = try reader.flag()
    dependencies = try reader.list { reader throws(BuildStateFault) in try reader.dependency() }
    plans = try reader.list { reader throws(BuildStateFault) in
      try PlanRecord(&reader, parts, areWanted, source: source)
    }
  }
}

extension PlanRecord {
  fileprivate func write(to writer: inout ByteWriter, _ source: String) {
    writer.write(number)
    writer.write(kind)
    writer.write(title)
    writer.write(unit)
    writer.write(outcome.rawValue)
    writer.write(signedOn) { $0.write($1) }
    writer.write(dependsOnDay)
    writer.write(isWithheld)
    writer.write(renditions) { $0.write($1, of: source) }
    writer.write(former) { $0.write($1) }
    writer.write(removed) { $0.write($1) }
    writer.writeSection { $0.write(facts) { $0.write($1) } }
    writer.writeSection { $0.write(findings) { $0.write($1) } }
    writer.writeSection { $0.write(acrossFindings) { $0.write($1) } }
  }

  fileprivate init(
    _ reader: inout ByteReader, _ parts: FileRecord.Parts, _ areWanted: FileRecord.FactsChoice,
    source: ArraySlice<UInt8>
  ) throws(BuildStateFault) {
    number = try reader.number()
    kind = try reader.text()
    title = try reader.text()
    unit = try reader.text()
    guard let outcome = Outcome(rawValue: try reader.byte()) else { throw .damaged }
    self.outcome = outcome
    signedOn = try reader.optional { reader throws(BuildStateFault) in try reader.day() }
    dependsOnDay = try reader.flag()
    isWithheld = try reader.flag()
    renditions = try reader.list { reader throws(BuildStateFault) in
      try reader.rendition(of: source)
    }
    former = try reader.list { reader throws(BuildStateFault) in try reader.path() }
    removed = try reader.list { reader throws(BuildStateFault) in try reader.path() }
    var facts = try reader.section()
    var findings = try reader.section()
    var acrossFindings = try reader.section()
    if parts.contains(.facts) {
      self.facts = try facts.list { reader throws(BuildStateFault) in
        try reader.facts(where: areWanted)
      }.compactMap { $0 }
    }
    if parts.contains(.findings) {
      self.findings = try findings.list { reader throws(BuildStateFault) in try reader.finding() }
      self.acrossFindings = try acrossFindings.list { reader throws(BuildStateFault) in
        try reader.finding()
      }
    }
  }
}

extension ByteWriter {
  mutating func write(_ stamp: FileStamp) {
    write(stamp.size)
    write(stamp.modified)
    write(stamp.changed)
    write(stamp.inode)
  }

  fileprivate mutating func write(_ dependency: Dependency) {
    write(dependency.path)
    write(dependency.digest) { $0.write($1) }
    write(dependency.stamp)
  }

  /// Writes a rendition: its path as far as it is not that of its source.
  fileprivate mutating func write(_ rendition: StagedRendition, of source: String) {
    var path = rendition.path
    var source = source
    path.withUTF8 { path in
      source.withUTF8 { source in
        var shared = 0
        while shared < path.count, shared < source.count,
          unsafe path[shared] == source[shared]
        { shared += 1 }
        write(shared)
        write(path.count - shared)
        unsafe append(path[shared...])
      }
    }
    write(rendition.digest)
    write(rendition.stamp)
    write(rendition.aside)
    write(rendition.replaces)
    write(rendition.newFolder)
  }

  fileprivate mutating func write(_ range: SourceRange) {
    for position in [range.start, range.end] {
      write(Int(position.line))
      write(Int(position.column))
    }
  }

  fileprivate mutating func write(_ message: Message) {
    write(message.uk)
    write(message.en)
  }

  fileprivate mutating func write(_ facts: BatchFacts) {
    write(facts.rule)
    write(facts.key)
    writeSection {
      $0.write(facts.isThis)
      $0.write(facts.isOther)
      $0.write(facts.needsOther)
      $0.write(facts.values) { $0.write($1) }
      $0.write(facts.range)
      $0.write(facts.excerpt)
      $0.write(facts.excerptStart)
      $0.write(facts.allowance) { $0.write($1) }
    }
  }

  /// Writes a finding; its file is named only where it is not the plan's.
  package mutating func write(_ finding: Diagnostic) {
    write(finding.file)
    write(UInt8(Severity.allCases.firstIndex(of: finding.severity) ?? 0))
    write(finding.code)
    write(finding.range) { $0.write($1) }
    write(finding.excerpt)
    write(finding.excerptStart)
    write(finding.message)
    write(finding.other) {
      $0.write($1.file)
      $0.write($1.range)
    }
    write(finding.repetition) {
      $0.write($1.count)
      $0.write($1.places) { $0.write($1) }
    }
    write(finding.help) { $0.write($1) }
    write(finding.citation) {
      $0.write($1.text)
      $0.write($1.url) { $0.write($1) }
    }
  }
}

extension ByteReader {
  mutating func stamp() throws(BuildStateFault) -> FileStamp {
    FileStamp(
      size: try number(), modified: try number(), changed: try number(), inode: try word())
  }

  mutating func dependency() throws(BuildStateFault) -> Dependency {
    Dependency(
      path: try text(),
      digest: try optional { reader throws(BuildStateFault) in try reader.digest() },
      stamp: try stamp())
  }

  fileprivate mutating func rendition(of source: ArraySlice<UInt8>) throws(BuildStateFault)
    -> StagedRendition
  {
    let shared = try number()
    let end = try slice(try number())
    guard shared >= 0, shared <= source.count else { throw .damaged }
    let rendition = StagedRendition(
      path: String(decoding: source.prefix(shared) + end, as: UTF8.self),
      digest: try digest(), stamp: try stamp(), aside: try word(),
      replaces: try flag(), newFolder: try number())
    guard (0...shared + end.count).contains(rendition.newFolder),
      FolderCursor.isBelow(rendition.path)
    else { throw .damaged }
    return rendition
  }

  fileprivate mutating func range() throws(BuildStateFault) -> SourceRange {
    let start = SourcePosition(line: try number(), column: try number())
    return SourceRange(start, SourcePosition(line: try number(), column: try number()))
  }

  fileprivate mutating func message() throws(BuildStateFault) -> Message {
    Message(uk: try text(), en: try text())
  }

  /// Reads facts; nil for those that are not wanted.
  fileprivate mutating func facts(where areWanted: FileRecord.FactsChoice)
    throws(BuildStateFault) -> BatchFacts?
  {
    let (rule, key) = (try text(), try raw())
    var rest = try section()
    guard areWanted(rule, key) else { return nil }
    return BatchFacts(
      rule: rule, key: key, isThis: try rest.flag(), isOther: try rest.flag(),
      needsOther: try rest.flag(),
      values: try rest.list { reader throws(BuildStateFault) in try reader.text() },
      range: try rest.range(), excerpt: try rest.text(), excerptStart: try rest.number(),
      allowance: try rest.optional { reader throws(BuildStateFault) in try reader.text() })
  }

  /// Reads a finding.
  package mutating func finding() throws(BuildStateFault) -> Diagnostic {
    let file = try text()
    let severity = Int(try byte())
    guard Severity.allCases.indices.contains(severity) else { throw .damaged }
    let code = try text()
    let range = try optional { reader throws(BuildStateFault) in try reader.range() }
    let excerpt = try text()
    let excerptStart = try number()
    var finding = Diagnostic(
      Severity.allCases[severity], code: code, in: SourceFile(name: file, bytes: []), at: range,
      try message())
    finding.excerpt = excerpt
    finding.excerptStart = excerptStart
    finding.other = try optional { reader throws(BuildStateFault) in
      Diagnostic.Place(file: try reader.text(), range: try reader.range())
    }
    finding.repetition = try optional { reader throws(BuildStateFault) in
      Repetition(
        count: try reader.number(),
        places: try reader.list { reader throws(BuildStateFault) in try reader.range() })
    }
    finding.help = try optional { reader throws(BuildStateFault) in try reader.message() }
    finding.citation = try optional { reader throws(BuildStateFault) in
      Citation(
        try reader.message(),
        url: try reader.optional { reader throws(BuildStateFault) in try reader.text() })
    }
    return finding
  }
}
