internal import Contents
internal import Diagnostics
internal import Digests
internal import Files

/// Why a reference to another plan does not hold.
enum ReferenceFault: Error {
  /// The text is no path that leads from one plan to another.
  case noPath(String)
  /// There is no such file.
  case missing(String, now: String? = nil)
  /// The file is there and cannot be read.
  case unreadable(String, FileFault)
  /// The other plan is wrong by itself.
  case wrong(String)
  /// There is no plan of a right kind in the file.
  case wrongKind(String, is: [String], expected: [String])
  /// There are several.
  case several(String)
  /// The plan refers to itself.
  case itself
  /// The references lead back to the plan.
  case circular(String)
  /// Too many plans refer to one another in a row.
  case tooDeep(String)
  /// The plan has more references than are followed.
  case tooMany
  /// What stands beside the reference is no digest.
  case noDigest(SourceRange, now: Digest)
  /// The other plan is not what it was.
  case changed(SourceRange, String, now: Digest)

  /// Where the digest stands, where that is at fault.
  private var digestPlace: SourceRange? {
    switch self {
    case .noDigest(let place, _), .changed(let place, _, _): place
    default: nil
    }
  }

  private static let circleCode = "circular-reference"

  /// Whether a diagnostic says that references lead back to where they began.
  static func isCircle(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code == circleCode || diagnostic.code == "self-reference"
  }

  /// The diagnostic that says so of a reference at a place.
  func diagnostic(in source: SourceFile, at range: SourceRange) -> Diagnostic {
    let (code, message, help) = words
    return Diagnostic(code: code, in: source, at: digestPlace ?? range, message, help: help)
  }

  private var words: (code: String, Message, help: Message) {
    switch self {
    case .noPath(let text):
      (
        "wrong-reference",
        Message(uk: "«\(text)» не є шляхом до плану", en: "'\(text)' is no path of a plan"),
        Message(
          uk: "напишіть шлях від теки цього плану: 2026/план.yaml",
          en: "write the path from this plan's folder: 2026/plan.yaml")
      )
    case .missing(let text, let now):
      (
        "missing-reference",
        Message(uk: "плану «\(text)» не знайдено", en: "the plan '\(text)' is not found"),
        now.map {
          Message(
            uk: "напишіть «\($0)»: у цьому файлі план із тією самою сумою",
            en: "write '\($0)': the plan in that file has the same digest")
        }
          ?? Message(
            uk: "перевірте шлях від теки цього плану або назвіть теку планів: --plans ТЕКА",
            en: "check the path from this plan's folder, or name the folder of plans: --plans DIR")
      )
    case .unreadable(let path, let fault):
      (
        "unreadable-reference", fault.message(of: path),
        Message(uk: "перевірте файл і права на нього", en: "check the file and its permissions")
      )
    case .wrong(let path):
      (
        "broken-reference",
        Message(uk: "у плані «\(path)» є помилки", en: "the plan '\(path)' has errors"),
        Message(uk: "виправте його: pysar check \(path)", en: "mend it: pysar check \(path)")
      )
    case .wrongKind(let path, let found, let expected): wrongKind(path, found, expected)
    case .several(let path):
      (
        "ambiguous-reference",
        Message(uk: "у файлі «\(path)» кілька планів", en: "the file '\(path)' has several plans"),
        Message(
          uk: "перенесіть потрібний план в окремий файл", en: "put the one meant into its own file")
      )
    case .itself:
      (
        "self-reference",
        Message(uk: "план посилається сам на себе", en: "the plan refers to itself"),
        Message(uk: "назвіть інший план", en: "name another plan")
      )
    case .circular(let path):
      (
        Self.circleCode,
        Message(
          uk: "посилання через «\(path)» ходять по колу",
          en: "the references by way of '\(path)' go round in a circle"),
        Message(uk: "вилучіть одне з них", en: "delete one of them")
      )
    case .tooDeep(let path):
      (
        "long-reference",
        Message(
          uk: "через «\(path)» ідуть понад \(ReferenceResolver.depthLimit) посилань поспіль",
          en:
            "more than \(ReferenceResolver.depthLimit) references in a row go by way of '\(path)'"),
        Message(uk: "скоротіть ланцюг посилань", en: "make the chain of references shorter")
      )
    case .tooMany:
      (
        "too-many-references",
        Message(
          uk: "посилань понад \(ReferenceResolver.countLimit), решту не перевірено",
          en:
            "there are more than \(ReferenceResolver.countLimit) references, the rest is unchecked"),
        Message(uk: "поділіть план", en: "split the plan")
      )
    case .noDigest(_, let now):
      (
        "wrong-digest",
        Message(
          uk: "сума плану – це 64 цифри й літери від a до f або шість груп по чотири цифри",
          en:
            "the digest of a plan is 64 digits and letters from a to f, or six groups of four digits"
        ),
        Self.writeDigest(now)
      )
    case .changed(_, let text, let now):
      (
        "changed-reference",
        Message(
          uk: "план «\(text)» уже не той, на який тут посилаються",
          en: "the plan '\(text)' is no longer the one referred to here"),
        Self.writeDigest(now)
      )
    }
  }

  private func wrongKind(_ path: String, _ found: [String], _ expected: [String])
    -> (code: String, Message, help: Message)
  {
    let kinds = Set(found).sorted().joined(separator: ", ")
    let wanted = expected.joined(separator: ", ")
    return (
      "wrong-kind",
      Message(
        uk: "«\(path)» – план іншого виду: \(kinds)", en: "'\(path)' is of another kind: \(kinds)"),
      Message(uk: "назвіть план виду \(wanted)", en: "name a plan of the kind \(wanted)")
    )
  }

  private static func writeDigest(_ now: Digest) -> Message {
    Message(
      uk: "перегляньте той план і запишіть його суму: \(now.hex)",
      en: "look at that plan, and write its digest: \(now.hex)")
  }
}

extension FileFault {
  /// What is wrong with a file that is referred to.
  fileprivate func message(of path: String) -> Message {
    let message = diagnostic(file: path).message
    return Message(uk: "«\(path)»: \(message.uk)", en: "'\(path)': \(message.en)")
  }
}
