internal import Diagnostics
internal import Files
internal import Markup
internal import ZIP

/// A container of documents and their signatures (ETSI EN 319 162-1): of one document (ASiC-S), or of
/// several by manifests (ASiC-E). Whatever it says of itself, it is read within bounds.
struct ASiCContainer {
  /// A signature in a container.
  struct Signature {
    /// Its path.
    let path: String
    let bytes: [UInt8]
    /// What it is of: the document itself, or the manifest.
    let signed: SignedFile
    /// The documents that this is about.
    let documents: [SignedFile]
    /// The algorithm of a document's digest in the manifest, where it is not known here.
    var unknownDigest: String?
  }

  private(set) var signatures: [Signature] = []
  /// What is wrong with it.
  private(set) var faults: [(severity: Severity, message: Message)] = []
  /// The parts that are not known here.
  private(set) var unknown: [(path: String, what: Message)] = []

  private let archive: ZIPReader
  /// The paths of the documents.
  private let documents: [String]
  /// Whether nobody has signed it yet.
  private(set) var isUnsigned = false
  /// The documents that some signature is of.
  private var signed: Set<String> = []

  /// More files, or bytes, no container has that is read.
  private static let countLimit = 1000
  private static let sizeLimit = 64 << 20
  private static let meta = "META-INF/"

  /// Reads a container; nil where the bytes are no archive.
  init?(_ bytes: [UInt8]) {
    guard let archive = ZIPReader(bytes) else { return nil }
    self.archive = archive
    let names = archive.names.filter { !$0.hasSuffix("/") }
    documents = names.filter { $0 != "mimetype" && !$0.hasPrefix(Self.meta) }
    if let fault = Self.fault(of: archive) {
      tell(fault)
      return
    }
    let meta = names.filter { $0.hasPrefix(Self.meta) && $0 != Self.meta + "manifest.xml" }
    let manifests = meta.filter { $0.contains("ASiCManifest") && $0.hasSuffix(".xml") }
    var signatures = meta.filter { $0.hasSuffix(".p7s") }
    for path in meta where !manifests.contains(path) && !signatures.contains(path) {
      unknown.append((path, Self.word(for: path)))
    }
    if manifests.isEmpty {
      for path in signatures { addSimple(path) }
    } else {
      for path in manifests { add(manifest: path) }
      let named = Set(self.signatures.map(\.path))
      signatures.removeAll(where: named.contains)
      for path in signatures {
        tell(
          "\(path): жоден маніфест не каже, на що цей підпис",
          "\(path): no manifest says what this signature is of")
      }
    }
    guard unknown.isEmpty else { return }
    if meta.isEmpty {
      isUnsigned = true
      tell("у контейнері ще немає підпису", "the container has no signature yet", .warning)
    } else if let document = documents.first(where: { !signed.contains($0) }) {
      tell(
        "«\(document)» лежить у контейнері, а жоден підпис не на нього",
        "'\(document)' lies in the container, and no signature is of it", .warning)
    }
  }

  private mutating func tell(_ uk: String, _ en: String, _ severity: Severity = .error) {
    faults.append((severity, Message(uk: uk, en: en)))
  }

  private mutating func tell(_ message: Message) { faults.append((.error, message)) }

  /// Why a container is not looked into; nil where it is.
  private static func fault(of archive: ZIPReader) -> Message? {
    guard archive.names.count <= countLimit, archive.size <= sizeLimit else {
      return Message(
        uk:
          "контейнер завеликий: файлів \(archive.names.count), розпаковано байтів \(archive.size)",
        en:
          "the container is too large: \(archive.names.count) files, \(archive.size) bytes unpacked"
      )
    }
    guard !archive.isEncrypted else {
      return Message(uk: "контейнер зашифровано паролем", en: "the container is encrypted")
    }
    var known: Set<String> = []
    for name in archive.names {
      let path = name.hasSuffix("/") ? String(name.dropLast()) : name
      let isPlain = name.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0 != "\\" && $0 != "\u{7F}"
      }
      guard isPlain, FolderCursor.isBelow(path) else {
        return Message(
          uk: "назва файлу в контейнері виходить за його межі: «\(name.visible)»",
          en: "the name of a file leads out of the container: '\(name.visible)'")
      }
      guard known.insert(path).inserted else {
        return Message(
          uk: "у контейнері два файли «\(name)»", en: "the container has two files '\(name)'")
      }
    }
    if let type = archive["mimetype"], !types.contains(String(decoding: type, as: UTF8.self)) {
      return Message(
        uk: "це не контейнер ASiC: таким його не називає mimetype",
        en: "this is no ASiC container: its mimetype is another")
    }
    return nil
  }

  private static let types = [
    "application/vnd.etsi.asic-s+zip", "application/vnd.etsi.asic-e+zip",
  ]

  private static func word(for path: String) -> Message {
    if path.hasSuffix(".tst") || path.contains("ASiCArchiveManifest") {
      return Message(
        uk: "позначка часу на контейнер; її не перевірено",
        en: "a time stamp of the container; it is not checked")
    }
    return path.contains("signatures") && path.hasSuffix(".xml")
      ? Message(
        uk: "підпис XAdES є; його не перевірено",
        en: "a signature in XAdES is there; it is not checked")
      : Message(uk: "програма не знає, що це", en: "what this is, is not known here")
  }

  // MARK: Signatures

  /// Adds a signature of the only document.
  private mutating func addSimple(_ path: String) {
    guard documents.count == 1 else {
      return tell(
        "\(path): підписано один документ, а в контейнері їх \(documents.count)",
        "\(path): one document is signed, and the container has \(documents.count)")
    }
    guard let bytes = part(path), let document = part(documents[0]) else { return }
    let file = SignedFile(documents[0], document)
    signed.insert(documents[0])
    signatures.append(Signature(path: path, bytes: bytes, signed: file, documents: [file]))
  }

  /// Adds the signature of a manifest, whose digests are held against the documents.
  private mutating func add(manifest path: String) {
    guard let text = part(path) else { return }
    guard let manifest = ASiCManifest(text) else {
      return tell(
        "\(path): маніфест не читається", "\(path): the manifest is unreadable")
    }
    var files: [SignedFile] = []
    var unknownDigest: String?
    for entry in manifest.entries {
      guard archive.names.contains(entry.path) else {
        tell(
          "\(path): файлу «\(entry.path.visible)», який підписано, у контейнері немає",
          "\(path): the file '\(entry.path.visible)', which was signed, is not in the container")
        continue
      }
      guard let bytes = part(entry.path) else { continue }
      switch SignatureDigest.isDigest(entry.digest, of: bytes, by: entry.algorithm) {
      case false:
        tell(
          "«\(entry.path)» змінено: його сума – не та, яку підписано",
          "'\(entry.path)' was altered: its digest is not the one that was signed")
        signed.insert(entry.path)
        continue
      case nil: unknownDigest = entry.algorithm
      default: break
      }
      signed.insert(entry.path)
      files.append(SignedFile(entry.path, bytes))
    }
    guard archive.names.contains(manifest.signature) else {
      return tell(
        "\(path): підпису «\(manifest.signature.visible)», який він називає, у контейнері немає",
        "\(path): the signature '\(manifest.signature.visible)' that it names is not in the container"
      )
    }
    guard let bytes = part(manifest.signature) else { return }
    signatures.append(
      Signature(
        path: manifest.signature, bytes: bytes, signed: SignedFile(path, text), documents: files,
        unknownDigest: unknownDigest))
  }

  /// The bytes of a part; nil where it is damaged, which is told.
  private mutating func part(_ path: String) -> [UInt8]? {
    let bytes = archive[path]
    if bytes == nil {
      tell(
        "«\(path)» у контейнері пошкоджено", "'\(path)' in the container is damaged")
    }
    return bytes
  }
}
