package import Calendars
package import Diagnostics
package import Digests
package import Files
package import Reports

/// What is known of the run that a state tells of.
package struct BuildStateHeader: Sendable {
  /// Everything besides the plans that the renditions depended on.
  package var fingerprint: Digest
  /// The kinds, forms, rules and calendars among that.
  package var templates: Digest
  /// The program's file and its digest.
  package var program: (stamp: FileStamp, digest: Digest)
  /// The day that it was built for.
  package var asOf: LocalDate?
  /// Whether only plans were taken that everyone had signed.
  package var isSignedOff: Bool
  /// The files and folders of plans, as the user named them.
  package var roots: [String]
  /// Whether something could not be looked at, so that reports tell of it.
  package var isPartial: Bool
  /// The language of the reports.
  package var language: Language
  /// What the names of its files aside begin with.
  package var token: String
  /// The numbers in the names of its files aside; those of other runs lie elsewhere.
  package var asides: Range<UInt64>

  /// Makes what is known of a run.
  package init(
    fingerprint: Digest, templates: Digest, program: (stamp: FileStamp, digest: Digest),
    asOf: LocalDate?, isSignedOff: Bool, roots: [String], isPartial: Bool, language: Language,
    token: String, asides: Range<UInt64>
  ) {
    self.fingerprint = fingerprint
    self.templates = templates
    self.program = program
    self.asOf = asOf
    self.isSignedOff = isSignedOff
    self.roots = roots
    self.isPartial = isPartial
    self.language = language
    self.token = token
    self.asides = asides
  }
}

/// What a run has come to besides its records.
package struct BuildStateTrailer: Sendable {
  /// How many plans came how far.
  package var totals: BatchTotals.Count
  /// Whether what is told of some plan keeps the program from its work, whatever the plan says.
  package var isHindered: Bool
  /// The files that tell what came of the batch.
  package var reports: [Report]
  /// The reports of former runs that this one did not write.
  package var removed: [String]
  /// The folders that the run makes: each stands aside as a whole.
  package var newFolders: [String]

  /// A file that tells what came of the batch.
  package struct Report: Sendable, Equatable {
    /// The path within the output folder.
    package var path: String
    /// What the file system said of it when it was written.
    package var stamp: FileStamp
    /// The number in the name that it was written aside under; 0 where it is in its place.
    package var aside: UInt64

    /// Makes a report that was written.
    package init(path: String, stamp: FileStamp, aside: UInt64) {
      self.path = path
      self.stamp = stamp
      self.aside = aside
    }
  }

  /// Makes what a run has come to.
  package init(
    totals: BatchTotals.Count, isHindered: Bool, reports: [Report], removed: [String],
    newFolders: [String]
  ) {
    self.totals = totals
    self.isHindered = isHindered
    self.reports = reports
    self.removed = removed
    self.newFolders = newFolders
  }
}

extension BuildStateHeader {
  func write(_ writer: inout ByteWriter) {
    writer.write(fingerprint)
    writer.write(templates)
    writer.write(program.stamp)
    writer.write(program.digest)
    writer.write(asOf) { $0.write($1) }
    writer.write(isSignedOff)
    writer.write(isPartial)
    writer.write(roots) { $0.write($1) }
    writer.write(language.rawValue)
    writer.write(token)
    writer.write(asides.lowerBound)
    writer.write(asides.upperBound)
  }

  init(_ reader: inout ByteReader) throws(BuildStateFault) {
    fingerprint = try reader.digest()
    templates = try reader.digest()
    program = (try reader.stamp(), try reader.digest())
    asOf = try reader.optional { reader throws(BuildStateFault) in try reader.day() }
    isSignedOff = try reader.flag()
    isPartial = try reader.flag()
    roots = try reader.list { reader throws(BuildStateFault) in try reader.text() }
    guard let language = Language(rawValue: try reader.text()) else { throw .damaged }
    self.language = language
    token = try reader.text()
    let lower = try reader.word()
    let upper = try reader.word()
    guard lower <= upper, OutputFolder.isToken(token) else { throw .damaged }
    asides = lower..<upper
  }
}

extension BuildStateTrailer {
  func write(_ writer: inout ByteWriter) {
    totals.write(&writer)
    writer.write(isHindered)
    writer.write(reports) { writer, report in
      writer.write(report.path)
      writer.write(report.stamp)
      writer.write(report.aside)
    }
    writer.write(removed) { $0.write($1) }
    writer.write(newFolders) { $0.write($1) }
  }

  init(_ reader: inout ByteReader) throws(BuildStateFault) {
    totals = try BatchTotals.Count(&reader)
    isHindered = try reader.flag()
    reports = try reader.list { reader throws(BuildStateFault) in
      Report(path: try reader.path(), stamp: try reader.stamp(), aside: try reader.word())
    }
    removed = try reader.list { reader throws(BuildStateFault) in try reader.path() }
    newFolders = try reader.list { reader throws(BuildStateFault) in try reader.path() }
  }
}
