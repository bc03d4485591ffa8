package import Diagnostics
internal import Digests
package import Files

/// Holds bags against BagIt (RFC 8493, and the drafts before it): whether all is there, nothing else,
/// and every byte as it was. Whatever a bag says, nothing outside of it is read.
package struct BagVerifier {
  /// What was found out of a bag.
  package struct Outcome: Sendable {
    /// What is wrong with it.
    package fileprivate(set) var diagnostics: [Diagnostic] = []
    /// What it says of itself.
    package fileprivate(set) var info = BagInfo()
    /// The files of the payload with their digests by SHA-256, as the manifest has them.
    package fileprivate(set) var payload: [BagPath: String] = [:]
    /// The tag files likewise, as far as a tag manifest names them.
    package fileprivate(set) var tags: [BagPath: String] = [:]
  }

  /// The folder of the bag, and how it is called.
  private let folder: Folder
  private let name: String
  private var outcome = Outcome()
  private var files: [BagPath: Int] = [:]
  private var manifests: [BagManifest] = []

  /// Verifies the bag in a folder.
  ///
  /// - Throws: why the folder cannot be looked through.
  package static func verify(_ folder: Folder, name: String) throws(SystemError) -> Outcome {
    var verifier = BagVerifier(folder: folder, name: name)
    try verifier.verify()
    return verifier.outcome
  }

  private init(folder: Folder, name: String) {
    self.folder = folder
    self.name = name
  }

  private mutating func verify() throws(SystemError) {
    let found = try BagFiles(in: folder, name: name)
    outcome.diagnostics += found.faults
    files = found.sizes
    let declaration = declaration()
    if let source = read(BagInfo.name) {
      let (info, faults) = BagInfo.read(source, declaration.encoding)
      outcome.info = info
      outcome.diagnostics += faults
      checkOxum(source)
    }
    readManifests(declaration)
    checkCompleteness(declaration)
    checkFetch(declaration)
    checkFixity()
  }

  // MARK: Tag files

  private mutating func declaration() -> BagDeclaration {
    guard let source = read(BagDeclaration.name) else {
      tell(
        "bag-declaration", at: BagDeclaration.name,
        Message(
          uk: "немає bagit.txt: це не пакет BagIt", en: "there is no bagit.txt: this is no bag"))
      return .standard
    }
    let (declaration, faults) = BagDeclaration.read(source)
    outcome.diagnostics += faults
    if faults.isEmpty, declaration.version < .standard {
      tell(
        "bag-version", severity: .note, at: BagDeclaration.name,
        Message(
          uk: "це старіша версія BagIt; програма пише 1.0",
          en: "this is an older version of BagIt; 1.0 is written here"
        ))
    }
    return declaration
  }

  /// Reads a tag file; nil where there is none, or one that cannot be read, which is told.
  private mutating func read(_ file: String) -> SourceFile? {
    let path = BagPath(file)
    guard files[path] != nil else { return nil }
    do throws(SystemError) {
      return SourceFile(name: "\(name)/\(file)", bytes: try folder.contents(of: file))
    } catch {
      outcome.diagnostics.append(
        (error == .tooLarge ? .tooLarge(limit: SourceFile.sizeLimit) : FileFault(errno: error.code))
          .diagnostic(file: "\(name)/\(file)"))
      return nil
    }
  }

  private mutating func readManifests(_ declaration: BagDeclaration) {
    for file in files.keys.sorted() where !file.text.contains("/") {
      guard let sort = BagManifest.algorithm(ofFile: file.text) else { continue }
      guard let algorithm = sort.algorithm else {
        tell(
          "bag-manifest", severity: .warning, at: file.text,
          Message(
            uk: "цього алгоритму програма не знає: сум не звірено",
            en: "this algorithm is not known: its digests are not checked"))
        continue
      }
      guard let source = read(file.text) else { continue }
      let (manifest, faults) = BagManifest.read(
        source, algorithm, isOfTags: sort.isOfTags, declaration)
      outcome.diagnostics += faults
      manifests.append(manifest)
    }
  }

  /// `Payload-Oxum`: how many bytes and files the payload has.
  private mutating func checkOxum(_ source: SourceFile) {
    guard let said = outcome.info["Payload-Oxum"] else { return }
    let payload = files.filter { $0.key.isPayload }
    let counted = "\(payload.values.reduce(0, +)).\(payload.count)"
    guard said != counted else { return }
    var faults = BagFaults(source)
    faults.add(
      "bag-info", at: nil,
      Message(
        uk: "Payload-Oxum каже \(said), а в data/ – \(counted) (байтів, файлів)",
        en: "Payload-Oxum says \(said), and data/ has \(counted) (bytes, files)"))
    outcome.diagnostics += faults.all
  }

  // MARK: Completeness

  private mutating func checkCompleteness(_ declaration: BagDeclaration) {
    let payload = manifests.filter { !$0.isOfTags }
    guard !payload.isEmpty else {
      return tell(
        "bag-manifest", at: "",
        Message(
          uk: "немає маніфесту, який програма читає, як-от manifest-sha256.txt",
          en: "there is no manifest that can be read, such as manifest-sha256.txt"))
    }
    for manifest in manifests { checkPresence(of: manifest) }
    let listed = payload.map { Set($0.entries.map(\.path)) }
    // Since 1.0 every manifest lists all files; before, all of them together did.
    let isEach = declaration.version >= .standard
    for file in files.keys.sorted() where file.isPayload {
      let missing = zip(payload, listed).filter { !$1.contains(file) }.map(\.0)
      guard isEach ? !missing.isEmpty : missing.count == payload.count else { continue }
      let names = missing.map { BagManifest.name($0.algorithm, isOfTags: false) }
      tell(
        "bag-extra", at: file.text,
        Message(
          uk: "файлу немає в \(names.joined(separator: ", "))",
          en: "the file is not in \(names.joined(separator: ", "))"))
    }
    checkTagManifests()
  }

  private mutating func checkPresence(of manifest: BagManifest) {
    var faults = BagFaults(manifest.source)
    for entry in manifest.entries where files[entry.path] == nil {
      faults.add(
        "bag-missing", at: entry.line,
        Message(
          uk: "цього файлу немає: «\(entry.path.text)»",
          en: "this file is not there: '\(entry.path.text)'"
        ))
    }
    outcome.diagnostics += faults.all
  }

  private mutating func checkTagManifests() {
    let names = manifests.filter { !$0.isOfTags }.map {
      BagPath(BagManifest.name($0.algorithm, isOfTags: false))
    }
    for manifest in manifests where manifest.isOfTags {
      let listed = Set(manifest.entries.map(\.path))
      var faults = BagFaults(manifest.source)
      for name in names where !listed.contains(name) {
        faults.add(
          "bag-manifest", at: nil,
          Message(
            uk: "тут має бути названо «\(name.text)»", en: "'\(name.text)' must be named here"))
      }
      for file in files.keys.sorted()
      where !file.isPayload && !listed.contains(file) && !file.text.hasPrefix("tagmanifest-") {
        faults.add(
          "bag-extra", severity: .note, at: nil,
          Message(
            uk: "службового файлу «\(file.text)» тут не названо: його не звірено",
            en: "the tag file '\(file.text)' is not named here: it is not checked"))
      }
      outcome.diagnostics += faults.all
    }
  }

  /// `fetch.txt`: files that are to be had elsewhere. Nothing is ever fetched.
  private mutating func checkFetch(_ declaration: BagDeclaration) {
    guard let source = read("fetch.txt") else { return }
    guard let text = TagText.read(source.bytes, declaration.encoding) else {
      outcome.diagnostics.append(.unreadableText(source))
      return
    }
    var faults = BagFaults(source)
    let listed = Set(manifests.flatMap { $0.entries.map(\.path) })
    for (index, line) in TagText.lines(text).enumerated() where !line.isEmpty {
      let words = line.split(maxSplits: 2) { $0 == " " || $0 == "\t" }
      let path =
        words.count == 3
        ? BagPath(written: String(words[2]), isDecoded: declaration.version >= .standard) : nil
      guard let path, !path.leadsOut, path.isPayload else {
        faults.add(
          "bag-fetch", at: index + 1,
          Message(
            uk: "у рядку має бути адреса, розмір або «-» і шлях у data/",
            en: "a line has an address, a size or '-', and a path in data/"))
        continue
      }
      if files[path] == nil || !listed.contains(path) {
        faults.add(
          "bag-fetch", at: index + 1,
          Message(
            uk:
              "пакет неповний: «\(path.text)» ще треба взяти з мережі, а програма цього не робить",
            en: "the bag is incomplete: '\(path.text)' is yet to be fetched, which is not done here"
          ))
      }
    }
    outcome.diagnostics += faults.all
  }

  // MARK: Fixity

  /// Holds the bytes of every file against all digests that manifests have of it, in one reading.
  private mutating func checkFixity() {
    var wanted: [BagPath: [(algorithm: DigestAlgorithm, digest: String)]] = [:]
    for manifest in manifests {
      for entry in manifest.entries {
        wanted[entry.path, default: []].append((manifest.algorithm, entry.digest))
        guard manifest.algorithm == .sha256 else { continue }
        if manifest.isOfTags {
          outcome.tags[entry.path] = entry.digest
        } else {
          outcome.payload[entry.path] = entry.digest
        }
      }
    }
    var cursor = FolderCursor(in: folder)
    for (path, digests) in wanted.sorted(by: { $0.key < $1.key }) where files[path] != nil {
      do throws(SystemError) {
        let found = try Self.digests(of: path, digests.map(\.algorithm), &cursor)
        let wrong = zip(digests, found).filter { $0.digest != $1 }.map(\.0.algorithm.rawValue)
        guard !wrong.isEmpty else { continue }
        tell(
          "bag-fixity", at: path.text,
          Message(
            uk: "файл змінено: його сума (\(wrong.joined(separator: ", "))) не та, що в маніфесті",
            en:
              "the file has changed: its digest (\(wrong.joined(separator: ", "))) is not that of the manifest"
          ))
      } catch {
        tell(
          "unreadable-file", at: path.text,
          Message(
            uk: "файл не читається: \(error.reason.uk)", en: "cannot read: \(error.reason.en)"))
      }
    }
  }

  private static func digests(
    of path: BagPath, _ algorithms: [DigestAlgorithm], _ cursor: inout FolderCursor
  ) throws(SystemError) -> [String] {
    let (folder, name) = try cursor.locate(path.text)
    let file = try folder.open(name)
    let streams = algorithms.map(DigestStream.init)
    while true {
      let bytes = try file.read(1 << 18)
      if bytes.isEmpty { return streams.map { $0.finish() } }
      for stream in streams { stream.update(bytes) }
    }
  }

  private mutating func tell(
    _ code: String, severity: Severity = .error, at path: String, _ message: Message
  ) {
    let file = path.isEmpty ? name : "\(name)/\(path)"
    outcome.diagnostics.append(
      Diagnostic(severity, code: code, file: file, message))
  }
}
