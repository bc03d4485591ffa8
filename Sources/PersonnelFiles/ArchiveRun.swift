internal import Calendars
internal import Renditions
internal import Bags
internal import Batches
internal import Bytes
package import Diagnostics
internal import Discovery
internal import Files
internal import Plans
internal import Schemas
internal import Signatures
internal import Summaries

/// Exports plans to personnel files: each next part is written aside, and all get their places at the
/// end, each with one renaming. What was there before is never touched.
package struct ArchiveRun {
  /// What came of it.
  package struct Result: Sendable {
    /// What is wrong with plans and files.
    package fileprivate(set) var diagnostics: [Diagnostic] = []
    /// How many personnel files there are, how many of them have a new part.
    fileprivate var files = 0, grown = 0
    /// How many documents are new, and how many were there already.
    fileprivate var added = 0, known = 0
    /// How many plans are not signed yet, and how many are of no servant.
    fileprivate var unsigned = 0, others = 0

    /// What is told at the end.
    package var summary: Message {
      Message(
        uk:
          "справ: \(files), з новим: \(grown); документів нових: \(added), переданих раніше: \(known); "
          + "не підписано: \(unsigned), не про службовця: \(others)",
        en:
          "files: \(files), with something new: \(grown); documents new: \(added), there already: \(known); "
          + "not signed: \(unsigned), of no servant: \(others)")
    }
  }

  private let options: ArchiveOptions
  private let definitions: Definitions
  /// The inventory of all files that there was.
  private var former = FileLines()
  private var result = Result()

  /// Exports plans.
  ///
  /// - Throws: why nothing was exported; or, where the system refuses while bags get their places, not
  ///   all: what has its place then is whole, the inventory of all files gets its own last, and the
  ///   next run goes on from there.
  package static func export(_ options: ArchiveOptions) async throws(ProgramFault) -> Result {
    if options.requiresSignatures { try SignatureReview.requireLibrary() }
    var run = ArchiveRun(options: options)
    // The folder itself is locked: nothing is left of that.
    let archive = try run.open()
    do throws(FileParts.Broken) {
      run.former = try FileLines(
        in: archive, PlanReader(kinds: KindLibrary(folders: options.templates)))
    } catch {
      run.result.diagnostics.append(.unreadableInventory(in: options.output))
      return run.result
    }
    let plans = try await run.survey()
    let (files, faults) = PersonnelFile.grouped(plans)
    run.result.diagnostics += faults
    let staging = try run.makeStaging(in: archive)
    do throws(ProgramFault) {
      let outcomes = try await run.write(files, archive, staging)
      try run.finish(outcomes, archive, staging)
    } catch {
      try? archive.removeAll(ArchiveName.staging)
      throw error
    }
    return run.result
  }

  private init(options: ArchiveOptions) {
    self.options = options
    definitions = Definitions(options)
  }

  // MARK: The folder

  /// Opens the folder of the files, which is made where there is none, and locks it.
  private func open() throws(ProgramFault) -> Folder {
    do throws(SystemError) {
      try FileSystem.makeFolders(options.output)
      let folder = try Folder(at: options.output)
      if try folder.lock() { return folder }
    } catch {
      throw error.fault("відкрити", "open", options.output)
    }
    throw ProgramFault(
      uk: "до «\(options.output)» саме передає інший запуск: зачекайте, доки він скінчить",
      en: "another run is exporting to '\(options.output)': wait until it ends")
  }

  /// Makes the folder for what is written aside; what a killed run has left there is removed.
  private func makeStaging(in archive: Folder) throws(ProgramFault) -> Folder {
    do throws(SystemError) {
      if try archive.status(of: ArchiveName.staging) != nil {
        try archive.removeAll(ArchiveName.staging)
      }
      return try archive.makeFolder(ArchiveName.staging)
    } catch {
      throw error.fault("створити", "create", "\(options.output)/\(ArchiveName.staging)")
    }
  }

  // MARK: The stages

  /// Looks at all plans.
  private mutating func survey() async throws(ProgramFault) -> [SignedPlan] {
    let list = PlanFinder.find(
      options.paths, ignoring: [], output: options.output, isFollowingLinks: false, shard: nil)
    result.diagnostics += list.faults + list.remarks
    let paths = list.files.map { PlanFolders.normal(list.name(of: $0)) }
    result.diagnostics += SignatureReview(trust: nil, now: 0).strays(besides: paths)
    let queue = WorkQueue(count: paths.count, tasks: options.jobs)
    let options = options
    let surveys = try await WorkerPool(count: options.jobs).work { worker in
      let survey = PlanSurvey(options)
      while let range = queue.claim(worker) {
        for index in range { survey.look(at: paths[index]) }
      }
      return .success(
        (survey.plans, survey.diagnostics, others: survey.others, unsigned: survey.unsigned))
    }
    for survey in surveys {
      result.others += survey.others
      result.unsigned += survey.unsigned
    }
    result.diagnostics += surveys.flatMap(\.1).sorted { $0.file.precedes($1.file) }
    return surveys.flatMap(\.0)
  }

  /// Writes what is new of all files aside.
  private func write(_ files: [PersonnelFile], _ archive: Folder, _ staging: Folder)
    async throws(ProgramFault) -> [FileExporter.Outcome]
  {
    let queue = WorkQueue(count: files.count, tasks: options.jobs, portion: 4)
    let (options, definitions) = (options, definitions)
    let listed = Dictionary(former.lines.map { ($0.folder, $0) }) { $1 }
    let outcomes = try await WorkerPool(count: options.jobs).work { worker in
      let exporter = FileExporter(
        options, definitions, archive: archive, staging: staging, listed: listed)
      var outcomes: [FileExporter.Outcome] = []
      do throws(ProgramFault) {
        while let range = queue.claim(worker) {
          for index in range { outcomes.append(try exporter.export(files[index])) }
        }
        return .success(outcomes)
      } catch {
        queue.stop(behind: -1)
        return .failure(error)
      }
    }
    return outcomes.flatMap { $0 }.sorted { $0.folder.precedes($1.folder) }
  }

  /// Puts everything in its place, last the inventory of all files.
  private mutating func finish(
    _ outcomes: [FileExporter.Outcome], _ archive: Folder, _ staging: Folder
  ) throws(ProgramFault) {
    for outcome in outcomes {
      result.diagnostics += outcome.diagnostics
      result.added += outcome.added
      result.known += outcome.known
      if outcome.staged != nil { result.grown += 1 }
    }
    let lines = try lines(outcomes, archive)
    result.files = lines.count
    var places = outcomes.compactMap { outcome in outcome.staged.map { (outcome.folder, $0) } }
    if let part = try writeInventory(lines, staging) {
      places.append((ArchiveName.inventories, part))
    }
    do throws(SystemError) {
      // A power cut must not leave the name of a bag without its bytes.
      if !places.isEmpty { try staging.synchronizeFileSystem() }
      for (folder, part) in places {
        let name = ArchiveName.part(part)
        try staging.folder(folder).rename(name, to: name, in: archive.makeFolder(folder))
      }
      try archive.removeAll(ArchiveName.staging)
      if !places.isEmpty { try archive.synchronizeFileSystem() }
    } catch {
      throw error.fault("завершити", "finish", options.output)
    }
  }

  // MARK: The inventory of all files

  /// The lines of all files: those of this run, those that it has not touched, and, as they were, those
  /// of files that are gone or not what they were, which is told.
  private mutating func lines(_ outcomes: [FileExporter.Outcome], _ archive: Folder)
    throws(ProgramFault) -> [FileLine]
  {
    var lines = Dictionary(former.lines.map { ($0.folder, $0) }) { $1 }
    for outcome in outcomes {
      if let line = outcome.line { lines[outcome.folder] = line }
    }
    let known = Set(outcomes.map(\.folder))
    var names = Set(lines.keys)
    do throws(SystemError) {
      names.formUnion(try archive.entries().filter(ArchiveName.isFile).compactMap(\.name))
    } catch {
      throw error.fault("прочитати", "read", options.output)
    }
    let reader = PlanReader(kinds: KindLibrary(folders: options.templates))
    for name in names.subtracting(known).sorted(by: { $0.precedes($1) }) {
      do throws(FileParts.Broken) {
        let parts = try FileParts(of: name, in: archive, reader)
        if let line = lines[name], parts?.go(onFrom: line) != true {
          result.diagnostics.append(.unlike(line, isThere: parts != nil, in: options.output))
        } else if let parts {
          lines[name] = FileLine(name, parts.inventory, digest: parts.digest)
        }
      } catch {
        result.diagnostics.append(.brokenParts(of: "\(options.output)/\(name)", error.cause))
      }
    }
    return lines.values.sorted { $0.folder.precedes($1.folder) }
  }

  /// Writes the inventory of all files aside, where it differs from the last one; in several volumes,
  /// where there are more files than one can list.
  ///
  /// - Returns: its part; nil where there is nothing new.
  private func writeInventory(_ lines: [FileLine], _ staging: Folder) throws(ProgramFault) -> Int? {
    guard former.lines != lines else { return nil }
    let renderer = options.renderer()
    let part = former.part + 1
    var writer = try writing { () throws(SystemError) in
      let folder = try staging.makeFolder(ArchiveName.inventories)
      return try BagWriter(in: folder.makeFolder(ArchiveName.part(part)))
    }
    try write(definitions.files(for: [Inventory.kind]), &writer)
    for (number, plan) in FileLines.volumes(of: lines, after: former, options) {
      let name = ArchiveName.inventory(volume: number)
      try write(options.renditions(of: plan, as: name, renderer), &writer)
    }
    _ = try writing { () throws(SystemError) in
      try writer.finish([
        ("External-Description", "Опис переданих особових справ"),
        ("Bagging-Date", options.day.iso), ("External-Identifier", ArchiveName.inventories),
        ("Bag-Group-Identifier", ArchiveName.inventories), ("Bag-Count", "\(part) of ?"),
        ("Bag-Software-Agent", "pysar \(options.version)"),
      ])
    }
    return part
  }

  private func write(_ files: [(path: String, file: BagFile)], _ writer: inout BagWriter)
    throws(ProgramFault)
  {
    try writing { () throws(SystemError) in
      for (path, file) in files { try writer.write(file, to: path) }
    }
  }

  private func writing<Value: ~Copyable>(_ write: () throws(SystemError) -> Value)
    throws(ProgramFault) -> Value
  {
    do throws(SystemError) {
      return try write()
    } catch {
      throw error.fault("записати", "write", "\(options.output)/\(ArchiveName.inventories)")
    }
  }
}
