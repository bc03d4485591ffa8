import ArgumentParser
import Diagnostics
import Files
import PersonnelFiles
import Schemas
import Signatures

/// `pysar archive verify DIR`: whether personnel files are whole.
struct ArchiveVerify: TakesTasks {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether personnel files are whole: every byte, every document, every bag.",
    discussion: """
      All files, one of them, or a single bag of whatever origin. Held are the bags by BagIt, the bags of a file against each \
      other, inventories against what is there, sheets against the PDF, plans against their seals and their XML. \
      Signatures by RSA and ECDSA are checked against the files; with --trust their certificates, too.

      Examples:
        pysar archive verify personnel/
        pysar archive verify personnel/1042 --format sarif
        pysar archive verify personnel/ --trust certificates/ --require-signatures
      """)

  @Argument(help: "The folder of personnel files, of one, or a bag.", completion: .directory)
  var folder: String

  @Option(help: "How to say it: text, json or sarif.")
  var format = Check.Format.text

  @Flag(help: "End with status 1 for warnings too.")
  var strict = false

  @OptionGroup var trust: TrustOption

  @Flag(
    help: "It is an error where someone who must sign a document has not signed it electronically.")
  var requireSignatures = false

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many files are worked on at a time.")
  var jobs: Int = Processors.count

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs is 1 to 1024") }
  }

  func run() async throws {
    try await Terminal.run(shared.lang) {
      var options = ArchiveVerification.Options(
        path: folder, templates: try shared.folders(), requiresSignatures: requireSignatures,
        jobs: jobs, version: Pysar.version)
      options.trust = try trust.certificates()
      options.now = Clock.seconds
      let result = try await ArchiveVerification.verify(options)
      let told = ((options.trust?.diagnostics ?? []) + result.diagnostics).withRepetitionsToldOnce()
      let place = try ReportRoot(of: [folder])
      var head = ReportHead(version: Pysar.version)
      head.folders = place.folders
      head.path = place.path
      let report =
        switch format {
        case .json: JSONStream.report(told, language: shared.lang, head)
        case .sarif: SARIFStream.report(told, language: shared.lang, head)
        case .text:
          TextReporter(language: shared.lang, isColoured: Terminal.isColoured(1, shared.color))
            .report(told) + result.summary[shared.lang] + "\n"
        }
      try Terminal.write(Array(report.utf8))
      let worst = result.diagnostics.map(\.severity).max() ?? .note
      return worst == .error || strict && worst == .warning ? .failure : .success
    }
  }
}

/// Which documents of personnel files are meant.
struct ArchiveQuery: ParsableArguments {
  @Argument(help: "The folder of personnel files.", completion: .directory)
  var folder: String

  @Option(help: "The servant's identifier, or a part of the name.")
  var servant: String?

  @Option(help: "The year of the document's day.")
  var year: Int?

  @Option(help: "The kind of the document, in English or Ukrainian.", completion: Completion.kinds)
  var kind: String?

  /// The listing, and the documents that are meant.
  func documents(_ shared: SharedOptions) throws -> (ArchiveListing, [ArchiveListing.Document]) {
    let templates = try shared.folders()
    var query = ArchiveListing.Query()
    query.servant = servant
    query.year = year
    query.kind = try kind.map { try KindLibrary(folders: templates).find($0, shared).name }
    var listing = try ArchiveListing(folder, templates: templates)
    let documents = try listing.documents(query)
    return (listing, documents)
  }
}

/// `pysar archive list DIR`: what personnel files hold.
struct ArchiveList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the documents of personnel files.",
    discussion: """
      Examples:
        pysar archive list personnel/
        pysar archive list personnel/ --servant 1042 --year 2027
      """)

  @OptionGroup var query: ArchiveQuery

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let (listing, documents) = try query.documents(shared)
      Terminal.complain(shared.reporter.report(listing.diagnostics))
      try Terminal.write(Array(documents.map { $0.line + "\n" }.joined().utf8))
      return listing.diagnostics.exitStatus
    }
  }
}

/// `pysar archive extract DIR --to DIR`: copies of documents.
struct ArchiveExtract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Copy documents out of personnel files, each held against its digest.",
    discussion: """
      Examples:
        pysar archive extract personnel/ --servant 1042 --to copy/
        pysar archive extract personnel/ --to submission/ --sip
      """)

  @OptionGroup var query: ArchiveQuery

  @Option(help: ArgumentHelp("The folder to copy to.", valueName: "dir"), completion: .directory)
  var to: String

  @Flag(
    help:
      "Make a submission package of each file for the state archive: METS and PREMIS by E-ARK SIP 2.2.0."
  )
  var sip = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      var (listing, documents) = try query.documents(shared)
      if sip {
        let count = try listing.submit(documents, to: to, version: Pysar.version)
        Terminal.complain(shared.reporter.report(listing.diagnostics))
        let message = Message(
          uk: "документів: \(documents.count), пакетів подання: \(count)",
          en: "documents: \(documents.count), submission packages: \(count)")
        try Terminal.write(Array((message[shared.lang] + "\n").utf8))
        return listing.diagnostics.exitStatus
      }
      let count = try listing.extract(documents, to: to)
      Terminal.complain(shared.reporter.report(listing.diagnostics))
      let message = Message(
        uk: "документів: \(documents.count), файлів скопійовано: \(count)",
        en: "documents: \(documents.count), files copied: \(count)")
      try Terminal.write(Array((message[shared.lang] + "\n").utf8))
      return listing.diagnostics.exitStatus
    }
  }
}
