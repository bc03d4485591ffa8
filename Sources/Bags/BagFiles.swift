internal import Bytes
internal import Diagnostics
internal import Files

/// The files of a bag as they lie in its folder; no link is followed.
struct BagFiles {
  /// The files with their sizes.
  private(set) var sizes: [BagPath: Int] = [:]
  /// What is in the folder that no bag may have, or that some systems cannot keep apart.
  private(set) var faults: [Diagnostic] = []
  private let name: String
  private var folded: [String: BagPath] = [:]

  /// How deep folders may lie in each other.
  private static let depthLimit = 64

  /// Looks through the folder of a bag.
  init(in folder: Folder, name: String) throws(SystemError) {
    self.name = name
    try search(folder, "", 0)
  }

  private mutating func search(_ folder: Folder, _ path: String, _ depth: Int) throws(SystemError) {
    guard depth < Self.depthLimit else {
      return tell(
        "bag-path", at: path,
        Message(
          uk: "теки вкладено глибше ніж на \(Self.depthLimit) рівні",
          en: "folders lie deeper than \(Self.depthLimit) levels"))
    }
    for entry in try folder.entries().sorted(by: Self.precedes) {
      guard let name = entry.name else {
        tell(
          "bag-path", at: path,
          Message(
            uk: "у теці є назва, що не є текстом UTF-8", en: "a name here is no text in UTF-8"))
        continue
      }
      let file = BagPath(path + name)
      if file.hasControls {
        tell(
          "bag-path", severity: .warning, at: file.text,
          Message(uk: "у назві є невидимі знаки", en: "the name has characters that nobody sees"))
      }
      switch entry.kind {
      case .folder: try search(try folder.folder(name), file.text + "/", depth + 1)
      case .file:
        sizes[file] = try folder.status(of: name)?.stamp.size ?? 0
        if let other = folded.updateValue(file, forKey: file.folded) {
          tell(
            "bag-names", severity: .warning, at: file.text,
            Message(
              uk: "від «\(other.text)» ця назва відрізняється лише регістром або формою літер",
              en: "this name differs from '\(other.text)' only in case or normal form"))
        }
      case .link, .other:
        tell(
          "bag-link", at: file.text,
          Message(
            uk: "у пакеті можуть бути лише файли й теки, а це посилання або пристрій",
            en: "a bag has files and folders only, and this is a link or a device"))
      }
    }
  }

  /// The order of names, in which findings are told.
  private static func precedes(_ left: Folder.Entry, _ right: Folder.Entry) -> Bool {
    (left.name ?? "").precedes(right.name ?? "")
  }

  private mutating func tell(
    _ code: String, severity: Severity = .error, at path: String, _ message: Message
  ) {
    faults.append(
      Diagnostic(
        severity, code: code, file: "\(name)/\(path)", message))
  }
}
