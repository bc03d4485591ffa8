import Deadlines
import Diagnostics
import Digests
import Files
internal import Glibc
import Reports

/// What is known of the run that a state tells of.
struct BuildStateHeader: Sendable {
  /// Everything besides the plans that the renditions depended on.
  var fingerprint: Digest
  /// The kinds, forms, rules and calendars among that.
  var templates: Digest
  /// The program's file and its digest.
  var program: (stamp: FileStamp, digest: Digest)
  /// The day that it was built for.
  var asOf: LocalDate?
  /// Whether only plans were taken that everyone had signed.
  var isSignedOff: Bool
  /// The files and folders of plans, as the user named them.
  var roots: [String]
  /// Whether something could not be looked at, so that reports tell of it.
  var isPartial: Bool
  /// The language of the reports.
  var language: Language
  /// What the names of its files aside begin with.
  var token: String
  /// The numbers in the names of its files aside; those of other runs lie elsewhere.
  var asides: Range<UInt64>
}

/// What stands behind the records of a state.
struct BuildStateTrailer: Sendable {
  /// How many plans came how far.
  var totals: BatchTotals.Count
  /// The files that tell what came of the batch.
  var reports: [Report]
  /// The reports of former runs that this one did not write.
  var removed: [String]
  /// The folders that the run makes: each stands aside as a whole.
  var newFolders: [String]

  /// A file that tells what came of the batch.
  struct Report: Sendable, Equatable {
    /// The path within the output folder.
    var path: String
    /// What the file system said of it when it was written.
    var stamp: FileStamp
    /// The number in the name that it was written aside under; 0 where it is in its place.
    var aside: UInt64
  }
}

/// The file in which a run finds what the runs before it have left: a header, a record for every file
/// of plans by the bytes of its path, and a trailer.
///
/// Under the name `state.next` it says what is still to be put in its place; a run that was killed
/// there is finished by the next one.
struct BuildState: Sendable {
  static let magic = Array("pysar state 3\n".utf8)

  let store: RecordStore
  let header: BuildStateHeader
  let trailer: BuildStateTrailer
  /// Where the first record begins.
  let start: Int

  /// The path of the state of an output folder, or of one of its shards.
  static func path(_ output: OutputFolder, _ shard: Batch.Shard?, isNext: Bool = false) -> String {
    output.path(OutputFolder.own + "/state" + (isNext ? ".next" : "") + (shard?.suffix ?? ""))
  }

  /// Opens a state; nil where there is none, or none that is whole.
  static func open(_ path: String) -> BuildState? {
    guard
      let descriptor = try? Descriptor(
        unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY))
    else { return nil }
    return try? BuildState(descriptor)
  }

  /// The remark that a state is of no use.
  static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "unreadable-state", in: SourceFile(name: path, bytes: []), at: nil,
      Message(
        uk: "записи про попередні запуски пошкоджено чи лишено іншою версією: усе складено заново",
        en: "the record of former runs is damaged or another version's: everything is built anew"),
      help: Message(
        uk: "вилучіть самі документи планів, які з того часу зникли: про них нічого не відомо",
        en: "remove the documents of plans that have gone since: nothing is known of them"))
  }

  private init(_ descriptor: consuming Descriptor) throws(BuildStateFault) {
    // The last words are where the trailer begins, and the checksum of all before it.
    guard let whole = try? descriptor.stamp().size, whole > Self.magic.count + 16 else {
      throw .damaged
    }
    let size = whole - 8
    let sum = try Self.bytes(descriptor.number, size, 8).reversed().reduce(0) {
      $0 << 8 | UInt64($1)
    }
    guard Checksum.of(descriptor, size) == sum else { throw .damaged }
    let head = try Self.bytes(descriptor.number, 0, min(size, Self.headLimit))
    guard head.starts(with: Self.magic) else { throw .damaged }
    var reader = ByteReader(head[Self.magic.count...])
    var section = try reader.section()
    let header = try BuildStateHeader(&section)
    let start = reader.position
    let end = try Self.bytes(descriptor.number, size - 8, 8)
    let position = end.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard position >= start, position < size - 8 else { throw .damaged }
    let tail = try Self.bytes(descriptor.number, position, size - 8 - position)
    var trailing = ByteReader(tail[...])
    let trailer = try BuildStateTrailer(&trailing)
    self.header = header
    self.start = start
    self.trailer = trailer
    store = RecordStore(descriptor)
  }

  /// How long a header may be: some thousands of folders of plans.
  private static let headLimit = 1 << 20

  private static func bytes(_ file: Int32, _ offset: Int, _ count: Int) throws(BuildStateFault)
    -> [UInt8]
  {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(file, buffer.baseAddress, buffer.count, offset)
    }
    guard got == count else { throw .damaged }
    return bytes
  }
}

/// Writes a state aside; it counts once it has its name.
struct BuildStateWriter {
  private var appender: RecordAppender
  private let path: String

  private init(_ appender: RecordAppender, path: String) {
    self.appender = appender
    self.path = path
  }

  /// Begins a state in the folder for the batch's own files.
  static func begin(_ output: OutputFolder, _ header: BuildStateHeader) throws(ProgramFault)
    -> BuildStateWriter
  {
    let path = output.path(OutputFolder.own + "/" + output.asideName(output.asides.upperBound - 1))
    do throws(SystemError) {
      let file = try Descriptor(
        unsafe Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666))
      var appender = RecordAppender(RecordStore(file))
      var head = ByteWriter()
      head.writeSection { header.write(&$0) }
      try appender.append(BuildState.magic + head.bytes)
      return BuildStateWriter(appender, path: path)
    } catch {
      throw error.fault("записати", "write", path)
    }
  }

  /// Takes the bytes of a record, its length first.
  mutating func append(_ record: some Collection<UInt8>) throws(ProgramFault) {
    do throws(SystemError) {
      try appender.append(record)
    } catch {
      throw error.fault("записати", "write", path)
    }
  }

  private static func bytes(of word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
  }

  /// Writes the trailer and gives the state its name.
  mutating func finish(_ trailer: BuildStateTrailer, as name: String) throws(ProgramFault) {
    do throws(SystemError) {
      try appender.append([0, 0, 0, 0])
      let position = UInt64(appender.offset)
      var tail = ByteWriter()
      trailer.write(&tail)
      try appender.append(tail.bytes + Self.bytes(of: position))
      try appender.flush()
      guard let sum = Checksum.of(appender.store.descriptor, appender.offset) else {
        throw SystemError(code: EIO)
      }
      try appender.append(Self.bytes(of: sum))
      try appender.flush()
      guard unsafe rename(path, name) == 0 else { throw SystemError(code: errno) }
    } catch {
      throw error.fault("записати", "write", name)
    }
  }
}

extension BuildStateHeader {
  fileprivate func write(_ writer: inout ByteWriter) {
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

  fileprivate init(_ reader: inout ByteReader) throws(BuildStateFault) {
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
    guard lower <= upper else { throw .damaged }
    asides = lower..<upper
  }
}

extension BuildStateTrailer {
  fileprivate func write(_ writer: inout ByteWriter) {
    totals.write(&writer)
    writer.write(reports) { writer, report in
      writer.write(report.path)
      writer.write(report.stamp)
      writer.write(report.aside)
    }
    writer.write(removed) { $0.write($1) }
    writer.write(newFolders) { $0.write($1) }
  }

  fileprivate init(_ reader: inout ByteReader) throws(BuildStateFault) {
    totals = try BatchTotals.Count(&reader)
    reports = try reader.list { reader throws(BuildStateFault) in
      Report(path: try reader.text(), stamp: try reader.stamp(), aside: try reader.word())
    }
    removed = try reader.list { reader throws(BuildStateFault) in try reader.text() }
    newFolders = try reader.list { reader throws(BuildStateFault) in try reader.text() }
  }
}
