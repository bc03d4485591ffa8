internal import Bags
internal import Bytes
internal import Calendars
package import Diagnostics
internal import Digests
internal import Files
internal import Plans

extension ArchiveListing {
  /// What is not finished yet stands here until it gets its name.
  private static let staging = ".pysar-sip"

  /// Makes a submission package of each personnel file that documents are of; a file whose bags are
  /// not as they should be is told of and left.
  ///
  /// - Returns: how many packages were made.
  package mutating func submit(_ documents: [Document], to output: String, version: String)
    throws(ProgramFault) -> Int
  {
    var count = 0
    var missing: [Message] = []
    let files = Dictionary(grouping: documents, by: \.folder)
    for (name, documents) in files.sorted(by: { $0.key.precedes($1.key) }) {
      do throws(SystemError) {
        guard let parts = parts(of: name) else { continue }
        let package = SubmissionPackage(
          parts.inventory, documents.map(\.item), version: version)
        try FileSystem.makeFolders(output)
        let place = try Folder(at: output)
        guard try place.status(of: package.name) == nil else {
          diagnostics.append(.present("\(output)/\(package.name)"))
          continue
        }
        guard try write(package, of: name, parts.numbers, in: place) else { continue }
        count += 1
        for what in parts.inventory.records.missing
        where !missing.contains(where: { $0.en == what.en }) {
          missing.append(what)
        }
      } catch {
        throw error.fault("вийняти до", "extract to", output)
      }
    }
    if !missing.isEmpty { diagnostics.append(.unknownRecords(path, missing)) }
    return count
  }

  /// Writes a package aside, and gives it its name.
  ///
  /// - Returns: whether the bags are as they should be.
  private mutating func write(
    _ package: SubmissionPackage, of name: String, _ numbers: [Int], in place: Folder
  ) throws(SystemError) -> Bool {
    if try place.status(of: Self.staging) != nil { try place.removeAll(Self.staging) }
    var package = package
    var target = FolderCursor(in: try place.makeFolder(Self.staging))
    for part in numbers where package.needs(part) {
      guard try copy(part, of: name, to: &package, &target) else {
        try place.removeAll(Self.staging)
        return false
      }
    }
    try addSchema(to: &package, &target)
    let descriptions = [package.description] + package.documents
    let provenance = package.provenance
    for metadata in descriptions + [provenance] {
      let (folder, name) = FolderCursor.parts(of: metadata.path)
      try target.make(folder).create(name).write(metadata.bytes)
    }
    try target.root().create("METS.xml").write(package.mets(descriptions, provenance))
    try place.synchronizeFileSystem()
    try place.rename(Self.staging, to: package.name)
    return true
  }

  /// Puts the schema of the wrappers into a package.
  private func addSchema(to package: inout SubmissionPackage, _ target: inout FolderCursor)
    throws(SystemError)
  {
    let name = SubmissionPackage.documentSchema
    guard let bytes = (try? templates.read("archive/\(name)"))??.bytes else {
      throw .absent
    }
    let file = SubmissionPackage.File(
      group: .schemas, name: name, digest: DigestStream.hex(of: bytes, .sha256),
      size: bytes.count, day: package.inventory.day)
    try target.make(FolderCursor.parts(of: file.path).folder).create(name).write(bytes)
    package.add(file)
  }

  /// Verifies a bag, and copies what a package takes of it.
  ///
  /// - Returns: whether the bag is as it should be.
  private mutating func copy(
    _ part: Int, of name: String, to package: inout SubmissionPackage,
    _ target: inout FolderCursor
  ) throws(SystemError) -> Bool {
    let name = "\(name)/\(ArchiveName.part(part))"
    var source = FolderCursor(in: archive)
    let checked: BagVerifier.Outcome
    do throws(SystemError) {
      checked = try BagVerifier.verify(source.enter(name[...]), name: "\(path)/\(name)")
    } catch {
      diagnostics.append(.left("\(path)/\(name)", error))
      return false
    }
    diagnostics += checked.diagnostics
    guard !checked.diagnostics.hasErrors else { return false }
    let day = checked.info["Bagging-Date"].flatMap { LocalDate(iso: $0.utf8.span) }
    let digests = checked.payload.merging(checked.tags) { $1 }
    for (path, digest) in digests.sorted(by: { $0.key < $1.key }) {
      guard let (group, place) = package.place(of: path.text, in: part) else { continue }
      let expected = package.items.lazy.flatMap(\.files).first { "data/\($0.name)" == path.text }
      guard expected.map({ $0.digest == digest }) ?? true else {
        diagnostics.append(.changed("\(self.path)/\(name)/\(path.text)"))
        return false
      }
      guard let bytes = bytes(of: "\(name)/\(path.text)", digest, &source) else { return false }
      let copy = SubmissionPackage.File(
        group: group, name: place, digest: digest, size: bytes.count,
        day: day ?? package.inventory.day)
      let (parent, last) = FolderCursor.parts(of: copy.path)
      try target.make(parent).create(last).write(bytes)
      package.add(copy)
    }
    return true
  }
}

extension SubmissionPackage {
  /// Whether a bag has something that the package takes.
  fileprivate func needs(_ part: Int) -> Bool {
    part == inventory.part || items.contains { $0.part == part }
  }

  /// Where a file of a bag goes: documents, what they were judged by, and the last inventory.
  fileprivate func place(of path: String, in part: Int) -> (Group, String)? {
    let (folder, name) = FolderCursor.parts(of: path)
    if folder == "data" {
      if name.hasPrefix(ArchiveName.inventory + ".") {
        return part == inventory.part ? (.documentation, "inventory/\(name)") : nil
      }
      let isMeant = items.contains { $0.part == part && $0.files.contains { $0.name == name } }
      return isMeant ? (.content, name) : nil
    }
    guard !folder.isEmpty, items.contains(where: { $0.part == part }) else { return nil }
    return (name.hasSuffix(".xsd") ? .schemas : .documentation, "\(ArchiveName.part(part))/\(path)")
  }
}

extension Inventory.Records {
  /// What is not given.
  fileprivate var missing: [Message] {
    [
      (caseIndex, Message(uk: "індекс справи", en: "case index")),
      (retention, Message(uk: "строк зберігання", en: "retention")),
      (access, Message(uk: "гриф доступу", en: "access mark")),
    ].compactMap { $0 == nil ? $1 : nil }
  }
}

extension Diagnostic {
  /// That there is a package of this name already.
  fileprivate static func present(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "sip-present", file: path,
      Message(
        uk: "пакет подання з такою назвою вже є, його не змінено",
        en: "there is a submission package of this name already, which is left alone"),
      help: Message(
        uk: "заберіть його або назвіть іншу теку", en: "take it away, or name another folder"))
  }

  /// What only the body itself knows, and has not said.
  fileprivate static func unknownRecords(_ path: String, _ missing: [Message]) -> Diagnostic {
    Diagnostic(
      .note, code: "archive-data", file: path,
      Message(
        uk: "у справах не вказано: \(missing.map(\.uk).joined(separator: ", "))",
        en: "the files do not say: \(missing.map(\.en).joined(separator: ", "))"),
      help: Message(
        uk: "назвіть їх, коли передаєте плани: pysar archive … --case-index --retention --access",
        en: "name them when plans are exported: pysar archive … --case-index --retention --access"))
  }
}
