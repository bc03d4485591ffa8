internal import Bags
internal import Batches
internal import Bytes
package import Diagnostics
package import Files
internal import Plans
internal import Schemas
package import Signatures

/// Verifies personnel files, one or ten thousand.
package struct ArchiveVerification {
  /// What came of it.
  package struct Result: Sendable {
    /// What is wrong, by file.
    package fileprivate(set) var diagnostics: [Diagnostic] = []
    fileprivate var files = 0, bags = 0, documents = 0

    /// What is told at the end.
    package var summary: Message {
      func number(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
      return Message(
        uk:
          "справ: \(files), пакетів: \(bags), документів: \(documents); помилок: \(number(.error)), попереджень: \(number(.warning)), приміток: \(number(.note))",
        en:
          "files: \(files), bags: \(bags), documents: \(documents); errors: \(number(.error)), warnings: \(number(.warning)), notes: \(number(.note))"
      )
    }
  }

  /// What is verified.
  private enum Target {
    /// A bag that is no part of a personnel file, or one part alone.
    case bag
    /// All parts of one file.
    case file
    /// All files.
    case archive
  }

  /// How personnel files are verified.
  package struct Options: Sendable {
    /// The folder: of all files, of one, or a bag.
    let path: String
    let templates: TemplateFolders
    let requiresSignatures: Bool
    let jobs: Int
    /// The version of the program.
    let version: String
    /// The trusted certificates; nil where none is to be judged.
    package var trust: TrustFolder?
    /// The moment of the verification, in seconds since 1970.
    package var now = 0

    /// Makes options.
    package init(
      path: String, templates: TemplateFolders, requiresSignatures: Bool, jobs: Int, version: String
    ) {
      self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      self.templates = templates
      self.requiresSignatures = requiresSignatures
      self.jobs = jobs
      self.version = version
    }
  }

  /// Verifies what is in a folder.
  ///
  /// - Throws: that it cannot be looked through, or holds nothing of the sort.
  package static func verify(_ options: Options) async throws(ProgramFault) -> Result {
    if options.requiresSignatures { try SignatureReview.requireLibrary() }
    let folder: Folder
    let entries: [Folder.Entry]
    do throws(SystemError) {
      folder = try Folder(at: options.path)
      entries = try folder.entries()
    } catch {
      throw error.fault("відкрити", "open", options.path)
    }
    let names = entries.compactMap(\.name)
    if names.contains("bagit.txt") || names.contains("data") {
      return try verify(bag: folder, options)
    }
    if names.contains(where: { ArchiveName.part(named: $0) != nil }),
      !names.contains(ArchiveName.inventories)
    {
      var result = Result()
      result.add(
        options.verifier().verify(folder, at: options.path))
      return result
    }
    guard entries.contains(where: { ArchiveName.isFile($0) }) else {
      throw .noPersonnelFiles(in: options.path)
    }
    return try await verify(archive: folder, entries, options)
  }

  private static func verify(bag: Folder, _ options: Options) throws(ProgramFault) -> Result {
    do throws(SystemError) {
      var result = Result()
      result.diagnostics = try BagVerifier.verify(bag, name: options.path).diagnostics
      result.bags = 1
      return result
    } catch {
      throw error.fault("прочитати", "read", options.path)
    }
  }

  private static func verify(archive: Folder, _ entries: [Folder.Entry], _ options: Options)
    async throws(ProgramFault) -> Result
  {
    let names = entries.filter(ArchiveName.isFile).compactMap(\.name).sorted { $0.precedes($1) }
    let queue = WorkQueue(count: names.count, tasks: options.jobs, portion: 8)
    let found = try await WorkerPool(count: options.jobs).work { worker in
      let verifier = options.verifier()
      var outcomes: [(name: String, outcome: FileVerifier.Outcome)] = []
      while let range = queue.claim(worker) {
        for name in names[range] {
          let path = "\(options.path)/\(name)"
          do throws(SystemError) {
            outcomes.append((name, verifier.verify(try archive.folder(name), at: path)))
          } catch {
            var outcome = FileVerifier.Outcome()
            outcome.diagnostics = [FileFault(errno: error.code).diagnostic(file: path)]
            outcomes.append((name, outcome))
          }
        }
      }
      return .success(outcomes)
    }
    var result = Result()
    var lines: [FileLine] = []
    for (_, outcome) in found.flatMap({ $0 }).sorted(by: { $0.name.precedes($1.name) }) {
      result.add(outcome)
      if let line = outcome.line { lines.append(line) }
    }
    for entry in entries.sorted(by: { ($0.name ?? "").precedes($1.name ?? "") }) {
      guard !ArchiveName.isFile(entry), entry.name != ArchiveName.inventories else { continue }
      result.diagnostics.append(
        entry.name == ArchiveName.staging
          ? .unfinished(options.path) : .foreign("\(options.path)/\(entry.name ?? "?")"))
    }
    result.check(lines, of: archive, options)
    return result
  }
}

extension ArchiveVerification.Options {
  /// Makes a verifier for one task.
  fileprivate func verifier() -> FileVerifier {
    FileVerifier(
      KindLibrary(folders: templates), SignatureReview(trust: trust, now: now),
      requiresSignatures: requiresSignatures, version: version)
  }
}

extension ArchiveVerification.Result {
  fileprivate mutating func add(_ outcome: FileVerifier.Outcome) {
    files += 1
    bags += outcome.bags
    documents += outcome.documents
    diagnostics += outcome.diagnostics
  }

  /// Verifies the inventory of all files, and holds the files against it: none is gone, and each has
  /// as many bags as it says.
  fileprivate mutating func check(
    _ lines: [FileLine], of archive: Folder, _ options: ArchiveVerification.Options
  ) {
    let path = "\(options.path)/\(ArchiveName.inventories)"
    guard let folder = try? archive.folder(ArchiveName.inventories) else {
      return diagnostics.append(
        .inventory(
          path, Message(uk: "опису всіх справ немає", en: "there is no inventory of all files"))
      )
    }
    let outcome = options.verifier().verify(folder, at: path)
    bags += outcome.bags
    diagnostics += outcome.diagnostics
    let listed: FileLines
    do throws(FileParts.Broken) {
      listed = try FileLines(
        in: archive, PlanReader(kinds: KindLibrary(folders: options.templates)))
    } catch {
      return diagnostics.append(.unreadableInventory(in: options.path))
    }
    let found = Dictionary(lines.map { ($0.folder, $0) }) { $1 }
    for line in listed.lines where found[line.folder] != line {
      let isLater = found[line.folder].map { $0.parts > line.parts } ?? false
      guard !isLater else { continue }
      diagnostics.append(
        .unlike(line, isThere: found[line.folder] != nil, in: options.path))
    }
    let known = Dictionary(listed.lines.map { ($0.folder, $0.parts) }) { $1 }
    if lines.contains(where: { $0.parts > known[$0.folder] ?? 0 }) {
      diagnostics.append(.unfinished(options.path))
    }
  }
}

extension Diagnostic {
  /// That an export was interrupted.
  fileprivate static func unfinished(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "archive-foreign", file: path,
      Message(
        uk: "передання перервано: опис усіх справ ще не доповнено",
        en: "an export was interrupted: the inventory of all files is yet to be completed"),
      help: Message(
        uk: "повторіть його: pysar archive ПЛАНИ --to \(path)",
        en: "repeat it: pysar archive PLANS --to \(path)"))
  }
}
