internal import Bags
internal import Calendars
internal import Diagnostics
internal import Files
internal import Renditions
internal import Rules
internal import SchemaWriters
internal import Schemas
internal import Synchronization

/// What documents are judged and shown by: schemas, forms, XSD and rules, put into every bag so that
/// it explains itself. All tasks share it: what is read once serves every bag.
final class Definitions: Sendable {
  private let maker: Mutex<DefinitionMaker>

  init(_ options: ArchiveOptions) { maker = Mutex(DefinitionMaker(options)) }

  /// The files for documents of some kinds, by their paths in a bag.
  func files(for names: Set<String>) throws(ProgramFault) -> [(path: String, file: BagFile)] {
    try maker.withLock { (maker) throws(ProgramFault) in try maker.files(for: names.sorted()) }
  }
}

/// Makes the files of definitions, those for the same kinds once.
private struct DefinitionMaker {
  private let kinds: KindLibrary
  private let version: String
  private lazy var packs = RulePackReader(kinds).read().value
  private var known: [[String]: [(path: String, file: BagFile)]] = [:]

  init(_ options: ArchiveOptions) {
    kinds = KindLibrary(folders: options.templates)
    version = options.version
  }

  mutating func files(for names: [String]) throws(ProgramFault) -> [(path: String, file: BagFile)] {
    if let files = known[names] { return files }
    var files: [String: [UInt8]] = [:]
    for name in names { try add(kind: name, to: &files) }
    let extracts = extracts(for: names)
    for extract in extracts { files["acts/\(extract.act.id).yaml"] = extract.text }
    files["about.txt"] = Array(about(names, extracts.map(\.act)).utf8)
    let made = files.sorted { $0.key < $1.key }.map { path, bytes in
      (path: "\(ArchiveName.definitions)/\(path)", file: BagFile(bytes))
    }
    known[names] = made
    return made
  }

  // MARK: Kinds

  private func add(kind name: String, to files: inout [String: [UInt8]]) throws(ProgramFault) {
    guard let kind = kinds.kind(named: name)?.value else { return }
    let folder = "kinds/\(name)"
    files["\(folder)/\(name).xsd"] = Array(XSDWriter().write(kind.schema).utf8)
    let forms = try names(in: folder).filter { $0.hasSuffix(".html") }
    for file in ["schema.yaml"] + forms { try add("\(folder)/\(file)", to: &files) }
  }

  /// Adds a file of the template folders, and those of the shared folder that it names.
  private func add(_ path: String, to files: inout [String: [UInt8]]) throws(ProgramFault) {
    guard files[path] == nil else { return }
    let source: SourceFile?
    do throws(FileFault) {
      source = try kinds.folders.read(path)
    } catch {
      throw Self.fault(error, path)
    }
    guard let source else { return }
    files[path] = source.bytes
    let text = String(decoding: source.bytes, as: UTF8.self)
    for name in try names(in: "kinds/shared")
    where text.contains("../shared/\(name)")
      || path.hasPrefix("kinds/shared/") && text.contains(name)
    {
      try add("kinds/shared/\(name)", to: &files)
    }
  }

  private func names(in path: String) throws(ProgramFault) -> [String] {
    do throws(FileFault) {
      return try kinds.folders.readableNames(in: path)
    } catch {
      throw Self.fault(error, path)
    }
  }

  private static func fault(_ fault: FileFault, _ path: String) -> ProgramFault {
    let message = fault.diagnostic(file: path).message
    return ProgramFault(uk: "«\(path)»: \(message.uk)", en: "'\(path)': \(message.en)")
  }

  // MARK: Acts

  /// The acts with those of their rules that speak of some kinds.
  private mutating func extracts(for names: [String]) -> [ActExtract] {
    guard let packs else { return [] }
    let speaking = Dictionary(grouping: packs.rules.filter { $0.speaks(of: names) }, by: \.act)
    return packs.acts.compactMap { act in
      speaking[act.id].map { ActExtract(act: act, rules: $0) }
    }.sorted { $0.act.id < $1.act.id }
  }

  /// What a person reads first.
  private func about(_ names: [String], _ acts: [Act]) -> String {
    var lines = [
      "Документи цього пакета складено програмою pysar \(version).",
      "Кожний документ має план (.yaml), з якого складено канонічний XML, PDF/A, HTML і текст.",
      "Їхній перелік із контрольними сумами – data/\(ArchiveName.inventory).txt.",
      "Визначення самого опису – у пакетах теки \(ArchiveName.inventories).", "",
      "Види документів (схема, XSD, форми – у теці kinds):",
    ]
    lines += names.map { "  \($0) – \(kinds.kind(named: $0)?.value?.schema.title.uk ?? "")" }
    if !acts.isEmpty {
      lines += ["", "Акти, за якими перевіряють документи (правила – у теці acts):"]
    }
    for act in acts {
      let since = act.since.map { ", чинний з \($0.formatted("dd.MM.yyyy"))" } ?? ""
      let checked = act.checked.map { "; звірено \($0.formatted("dd.MM.yyyy"))" } ?? ""
      lines.append("  \(act.id) – \(act.title.uk)\(since); \(act.edition.uk)\(checked)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Rule {
  /// Whether it speaks of one of some kinds.
  fileprivate func speaks(of names: [String]) -> Bool {
    !isOff && (kinds.isEmpty || kinds.contains(where: names.contains))
  }
}
