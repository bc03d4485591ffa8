internal import Bags
internal import Calendars
internal import Comparisons
internal import Contents
internal import Diagnostics
internal import Digests
internal import Documents
internal import Files
internal import Plans
internal import Renditions
internal import Schemas
internal import Signatures
internal import Summaries

/// Writes the next part of personnel files aside. It belongs to one task.
final class FileExporter {
  /// What became of a personnel file.
  struct Outcome: Sendable {
    let folder: String
    /// The part that was written aside; nil where there was nothing new.
    var staged: Int?
    /// How many documents are new, and how many were there already.
    var added = 0
    var known = 0
    /// The file's line in the inventory of all files; nil where it has none yet.
    var line: FileLine?
    var diagnostics: [Diagnostic] = []
  }

  let options: ArchiveOptions
  let renderer: PlanRenderer
  /// No certificate is judged while files are exported.
  let review = SignatureReview(trust: nil, now: 0)
  private let definitions: Definitions
  private let archive: Folder
  private let staging: Folder
  /// The lines that files have in the inventory of all files.
  private let listed: [String: FileLine]

  init(
    _ options: ArchiveOptions, _ definitions: Definitions, archive: Folder, staging: Folder,
    listed: [String: FileLine]
  ) {
    self.options = options
    self.definitions = definitions
    self.archive = archive
    self.staging = staging
    self.listed = listed
    renderer = options.renderer()
  }

  /// Writes the next part of a file aside, where its plans hold anything new.
  ///
  /// - Throws: why nothing can be written at all.
  func export(_ file: PersonnelFile) throws(ProgramFault) -> Outcome {
    var outcome = Outcome(folder: file.folder)
    let parts: FileParts?
    do throws(FileParts.Broken) {
      parts = try FileParts(of: file.folder, in: archive, PlanReader(kinds: renderer.kinds))
    } catch {
      outcome.diagnostics.append(.brokenParts(of: "\(options.output)/\(file.folder)", error.cause))
      return outcome
    }
    if let line = listed[file.folder], parts?.go(onFrom: line) != true {
      // What is lost is not made up for by something else.
      outcome.diagnostics.append(.unlike(line, isThere: parts != nil, in: options.output))
      return outcome
    }
    outcome.line = parts.map { FileLine(file.folder, $0.inventory, digest: $0.digest) }
    guard parts.map({ $0.inventory.servant.id == file.servant.id }) ?? true,
      !isOfNamesake(file, parts)
    else {
      outcome.diagnostics += file.plans.map { .namesake($0.path, file.servant.name) }
      return outcome
    }
    var draft = PartDraft(file, after: parts, options)
    // Signatures that came later follow what is new: within a part, days only rise.
    let known = Set(draft.inventory.items.map(\.key))
    let (new, former) = (
      file.plans.filter { !known.contains($0.key) }, file.plans.filter { known.contains($0.key) }
    )
    outcome.diagnostics += file.strangers(
      in: new, after: parts?.inventory, renamed: options.renamed)
    guard !outcome.diagnostics.hasErrors else { return outcome }
    for plan in new + former {
      let (isNew, faults) = try add(plan, to: &draft)
      outcome.diagnostics += faults
      if let isNew { if isNew { outcome.added += 1 } else { outcome.known += 1 } }
    }
    guard !draft.files.isEmpty, !outcome.diagnostics.hasErrors else {
      outcome.added = 0
      return outcome
    }
    let digest = try write(&draft, faults: &outcome.diagnostics)
    outcome.staged = draft.inventory.part
    outcome.line = FileLine(file.folder, draft.inventory, digest: digest)
    return outcome
  }

  /// Whether a file that is known by a name alone may be that of another person of this name: none
  /// of its documents is there yet.
  private func isOfNamesake(_ file: PersonnelFile, _ parts: FileParts?) -> Bool {
    guard file.servant.id == nil, let parts else { return false }
    let digests = Set(parts.inventory.items.flatMap { $0.files.map(\.digest) })
    return !file.plans.contains { plan in
      (try? SourceFile(at: plan.root)).map { digests.contains(Digest(of: $0.bytes).hex) } ?? false
    }
  }

  // MARK: Documents

  /// Puts a plan with its renditions and signatures into a part.
  ///
  /// - Returns: whether it is new, nil where it cannot be taken, and what is wrong.
  private func add(_ plan: SignedPlan, to draft: inout PartDraft) throws(ProgramFault) -> (
    Bool?, [Diagnostic]
  ) {
    let source: SourceFile
    do throws(FileFault) {
      source = try SourceFile(at: plan.path)
    } catch {
      return (nil, [error.diagnostic(file: plan.path)])
    }
    let (signatures, unreadable) = signatures(of: plan)
    guard unreadable.isEmpty else { return (nil, unreadable) }
    if let item = draft.inventory.items.first(where: { $0.key == plan.key }) {
      let digest = Digest(of: source.bytes).hex
      guard item.files.contains(where: { $0.digest == digest }) else {
        return (nil, [differs(source, from: item, in: draft.folder)])
      }
      let new = signatures.filter { !draft.has($0.file) }
      let reviewed = reviewed(new, of: plan, archived(item, in: draft.folder))
      guard !reviewed.diagnostics.hasErrors else { return (nil, reviewed.diagnostics) }
      draft.addSignatures(reviewed.kept, to: item)
      return (false, reviewed.diagnostics)
    }
    let read = renderer.read(source)
    guard let tree = read.first?.value, tree.isWhole, read.count == 1 else {
      return (nil, read.flatMap(\.diagnostics))
    }
    var files: [(suffix: String, file: BagFile)] = [(".yaml", BagFile(source.bytes))]
    let document = renderer.document(of: tree)
    for format in RenditionFormat.all {
      // What was signed is what is kept.
      let signed = signatures.first { SignatureFiles.format(ofSuffix: $0.suffix) == format.name }
      guard signed != nil || ArchiveOptions.formats.contains(format) else { continue }
      let beside = signed.flatMap { _ in
        try? SourceFile(at: SignatureFiles.stem(of: plan.path) + "." + format.name)
      }
      if let beside {
        files.append(("." + format.name, BagFile(beside.bytes)))
        continue
      }
      let made = renderer.write(tree, document.value, as: format)
      guard let bytes = made.value else {
        return (nil, document.diagnostics + made.diagnostics)
      }
      files.append(("." + format.name, BagFile(bytes)))
    }
    let reviewed = reviewed(signatures, of: plan, signedFiles(files, of: plan))
    let faults = reviewed.diagnostics + missing(signatures, reviewed.signers, of: tree)
    guard !faults.hasErrors else { return (nil, faults) }
    draft.add(plan, source: tree.source.name, files + reviewed.kept)
    try addReferences(of: tree, to: &draft)
    return (true, faults)
  }

  /// Puts copies of what a plan was read with into a part, but of what the file has itself.
  private func addReferences(of tree: PlanTree, to draft: inout PartDraft) throws(ProgramFault) {
    for dependency in tree.dependencies {
      guard let digest = dependency.digest,
        let source = try? SourceFile(at: dependency.path),
        Digest(of: source.bytes) == digest
      else { continue }
      draft.addReference(dependency.path, BagFile(source.bytes))
    }
  }

  /// That a document is there already with other content, and what differs.
  private func differs(
    _ source: SourceFile, from item: Inventory.Item, in folder: String
  ) -> Diagnostic {
    let former = item.files.first.flatMap { file -> PlanTree? in
      let path = "\(options.output)/\(folder)/\(ArchiveName.part(item.part))/data/\(file.name)"
      return (try? SourceFile(at: path)).flatMap { renderer.read($0).first?.value }
    }
    var change: Message?
    if let former, let new = renderer.read(source).first?.value {
      change =
        PlanComparison(
          ContentValue(of: former.root, former.kind.schema),
          ContentValue(of: new.root, new.kind.schema)
        ).inWords
    }
    return .differs(source, item, change)
  }

  // MARK: Writing

  /// Writes a part aside, with its inventory.
  ///
  /// - Returns: the digest of its tag manifest.
  private func write(_ draft: inout PartDraft, faults: inout [Diagnostic]) throws(ProgramFault)
    -> String
  {
    let definitions = try definitions.files(for: draft.newKinds)
    let inventory = try options.renditions(of: draft.inventory.plan, renderer)
    do throws(SystemError) {
      let folder = try staging.makeFolder(draft.folder)
      var writer = try BagWriter(in: folder.makeFolder(ArchiveName.part(draft.inventory.part)))
      for (path, file) in inventory + draft.files + definitions { try writer.write(file, to: path) }
      return try writer.finish(draft.info(options))
    } catch {
      throw error.fault("записати", "write", "\(options.output)/\(draft.folder)")
    }
  }
}
