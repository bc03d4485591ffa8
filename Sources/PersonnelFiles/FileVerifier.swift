internal import Bags
internal import Calendars
internal import Diagnostics
internal import Digests
internal import Files
internal import Plans
internal import Schemas
internal import Signatures
internal import XML

/// Verifies personnel files: each bag by itself, the bags against each other, the inventory against
/// what is there, and the documents against what they say. It belongs to one task.
final class FileVerifier {
  /// What was found of a personnel file.
  struct Outcome: Sendable {
    /// The file's line, as the inventory of all files should have it; nil where it cannot be read.
    var line: FileLine?
    var bags = 0
    var documents = 0
    var diagnostics: [Diagnostic] = []
  }

  private let kinds: KindLibrary
  private let requiresSignatures: Bool
  private let version: String
  private let review: SignatureReview

  init(
    _ kinds: KindLibrary, _ review: SignatureReview, requiresSignatures: Bool, version: String
  ) {
    self.kinds = kinds
    self.review = review
    self.requiresSignatures = requiresSignatures
    self.version = version
  }

  /// Verifies all parts of a file.
  ///
  /// - Parameter path: how the folder is called.
  func verify(_ folder: Folder, at path: String) -> Outcome {
    var outcome = Outcome()
    do throws(SystemError) {
      let entries = try folder.entries()
      let parts = entries.compactMap { $0.name.flatMap(ArchiveName.part) }.sorted()
      for entry in entries where entry.name.flatMap(ArchiveName.part) == nil {
        outcome.diagnostics.append(.foreign("\(path)/\(entry.name ?? "?")"))
      }
      if let last = parts.last, parts.count != last {
        outcome.diagnostics.append(.missingParts(path, besides: parts, last))
      }
      var former: PartContents?
      for part in parts {
        former = try verify(part, in: folder, at: path, after: former, telling: &outcome) ?? former
        outcome.bags += 1
      }
      if requiresSignatures { outcome.diagnostics += former?.signed.missing ?? [] }
      if let former, outcome.bags == parts.last {
        outcome.documents = former.inventory?.items.count ?? 0
        outcome.line = former.inventory.map {
          FileLine(path.name, $0, digest: former.digest)
        }
      }
    } catch {
      outcome.diagnostics.append(FileFault(errno: error.code).diagnostic(file: path))
    }
    return outcome
  }

  /// Verifies a part.
  ///
  /// - Returns: what is in it and before it; nil where its inventory cannot be read.
  private func verify(
    _ part: Int, in folder: Folder, at path: String, after former: PartContents?,
    telling outcome: inout Outcome
  ) throws(SystemError) -> PartContents? {
    let path = "\(path)/\(ArchiveName.part(part))"
    let bag = try folder.folder(ArchiveName.part(part))
    let checked = try BagVerifier.verify(bag, name: path)
    outcome.diagnostics += checked.diagnostics
    let missing = ["manifest", "tagmanifest"].flatMap { name in
      BagWriter.algorithms.map { "\(name)-\($0.rawValue).txt" }
    }.filter { ((try? bag.status(of: $0)) ?? nil)?.kind != .file }
    if !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      outcome.diagnostics.append(
        .inventory(path, Message(uk: "у пакеті немає \(names)", en: "the bag lacks \(names)")))
    }
    guard let data = try? bag.folder("data") else { return nil }
    guard let plan = inventory(1, in: data, at: path, telling: &outcome) else { return nil }
    var contents = PartContents(
      path: path, digest: (try? FileParts.tagDigest(of: bag)) ?? "",
      inventory: Inventory(of: plan))
    let isOfVersion = checked.info["Bag-Software-Agent"] == "pysar \(version)"
    contents.memory = former?.memory ?? [:]
    contents.signed = former?.signed ?? SignedItems()
    if let inventory = contents.inventory {
      contents.check(inventory, part, after: former)
      contents.check(inventory, payload: checked.payload)
      contents.read(inventory, part, of: bag)
      for item in inventory.items where item.part == part {
        verifySignatures(of: item, in: folder, data, &contents)
        verify(item, in: data, severity: isOfVersion ? .error : .note, &contents)
      }
    } else {
      contents.check(listing: plan, part, after: former)
      let count = plan.root.text(at: "volume", "count").flatMap { Int($0) } ?? 1
      var volume = 1
      while volume < count,
        let next = inventory(volume + 1, in: data, at: path, telling: &outcome)
      {
        volume += 1
        contents.check(listing: next, part, after: former)
      }
      // A volume that cannot be read is told of already.
      if volume >= count { contents.checkLines(after: former) }
    }
    outcome.diagnostics += contents.diagnostics
    return contents
  }

  /// Reads the inventory of a bag, or one of several; nil where it cannot be read, which is told.
  private func inventory(
    _ volume: Int, in data: Folder, at path: String, telling outcome: inout Outcome
  ) -> PlanTree? {
    let name = ArchiveName.inventory(volume: volume) + ".yaml"
    guard let bytes = try? data.contents(of: name) else {
      outcome.diagnostics.append(
        .inventory(
          "\(path)/data/\(name)", Message(uk: "опису немає", en: "there is no inventory")))
      return nil
    }
    let read = PlanReader(kinds: kinds).read(
      SourceFile(name: "\(path)/data/\(name)", bytes: bytes))
    outcome.diagnostics += read.flatMap(\.diagnostics).filter { $0.severity == .error }
    return read.first?.value.flatMap { $0.isWhole ? $0 : nil }
  }

  // MARK: Documents

  /// Verifies a document: that its plan is as it was sealed and signed, that its XML is that of the
  /// plan, and how many sheets it has.
  ///
  /// - Parameter severity: how much another XML weighs, which another version may write.
  private func verify(
    _ item: Inventory.Item, in data: Folder, severity: Severity, _ contents: inout PartContents
  ) {
    guard let source = item.source, let yaml = item.files.first,
      let bytes = try? data.contents(of: yaml.name)
    else { return }
    let reader = PlanReader(kinds: kinds, folders: PlanFolders(memory: contents.memory))
    let read = reader.read(SourceFile(name: source, bytes: bytes))
    for fault in read.flatMap(\.diagnostics) where fault.severity == .error {
      var fault = fault
      fault.file = "\(contents.path)/data/\(yaml.name)"
      contents.tell(fault)
    }
    guard let plan = read.first?.value, plan.isWhole else { return }
    contents.signed.add(item, Signatories(of: plan), at: "\(contents.path)/data/\(yaml.name)")
    if let inventory = contents.inventory, let servant = Servant(of: plan) {
      contents.check(item, of: servant, in: inventory)
    }
    if plan.signedOn != item.date {
      contents.tell(
        item,
        Message(
          uk: "дата в описі – не та, коли підписано план",
          en: "the date in the inventory is not that of the plan's signatures"))
    }
    if let file = item.files.first(where: { $0.name.hasSuffix(".xml") }),
      let xml = try? data.contents(of: file.name), xml != plan.canonicalXML()
    {
      contents.tell(
        item, severity: severity,
        Message(
          uk: "\(file.name) – не той XML, що дає план",
          en: "\(file.name) is not the XML that the plan gives"))
    }
    if let file = item.files.first(where: { $0.name.hasSuffix(".pdf") }),
      let pdf = try? data.contents(of: file.name), PDFPages.count(in: pdf) != item.sheets
    {
      let count = PDFPages.count(in: pdf) ?? 0
      contents.tell(
        item,
        Message(
          uk: "в описі аркушів \(item.sheets ?? 0), а у \(file.name) сторінок \(count)",
          en: "the inventory has \(item.sheets ?? 0) sheets, and \(file.name) has \(count) pages"))
    }
  }

  /// Reviews the signatures of an item: of its own files, or, where it is nothing but signatures, of
  /// the document that they came after.
  private func verifySignatures(
    of item: Inventory.Item, in folder: Folder, _ data: Folder, _ contents: inout PartContents
  ) {
    let signatures = item.files.filter { SignatureFiles.isSignature($0.name) }
    guard !signatures.isEmpty else { return }
    let items = contents.inventory?.items ?? []
    let document = items.first { $0.signatureTitle == item.title } ?? item
    let source =
      document.part == item.part
      ? data : try? folder.folder(ArchiveName.part(document.part)).folder("data")
    let signed = document.files.filter { !SignatureFiles.isSignature($0.name) }.compactMap { file in
      (try? source?.contents(of: file.name)).map { SignedFile(file.name, $0) }
    }
    for file in signatures {
      guard let bytes = try? data.contents(of: file.name) else { continue }
      let outcome = review.review(bytes, at: "\(contents.path)/data/\(file.name)", of: signed)
      for diagnostic in outcome.diagnostics { contents.tell(diagnostic) }
      contents.signed.add(outcome.signers, of: document)
    }
  }
}

extension String {
  /// The last part of a path.
  fileprivate var name: String { FolderCursor.parts(of: self).name }
}
