internal import Bags
internal import Bytes
internal import Contents
internal import Diagnostics
internal import Digests
internal import Files
internal import Plans

/// What a part of a personnel file has, held against its inventory and the part before.
struct PartContents {
  /// How the folder of the bag is called.
  let path: String
  /// The digest of its tag manifest.
  let digest: String
  /// Its inventory; nil where it is that of all files.
  let inventory: Inventory?
  /// The bytes of the plans, and of those that they refer to, by the names that their files had.
  var memory: [String: [UInt8]] = [:]
  /// How many bags each file has by it, where it is the inventory of all files.
  private var lines: [String: Int] = [:]
  /// Who has signed its documents and those before, and who must.
  var signed = SignedItems()
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, digest: String, inventory: Inventory?) {
    self.path = path
    self.digest = digest
    self.inventory = inventory
  }

  /// Tells of something.
  mutating func tell(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Tells what is wrong with an item.
  mutating func tell(
    _ item: Inventory.Item, severity: Severity = .error, _ message: Message
  ) {
    var diagnostic = Diagnostic.inventory(
      "\(path)/data/\(ArchiveName.inventory).yaml",
      Message(uk: "№ \(item.number): \(message.uk)", en: "No. \(item.number): \(message.en)"))
    diagnostic.severity = severity
    tell(diagnostic)
  }

  private mutating func tell(_ uk: String, _ en: String) {
    tell(
      .inventory("\(path)/data/\(ArchiveName.inventory).yaml", Message(uk: uk, en: en)))
  }

  // MARK: The part before

  /// Holds an inventory against that of the part before: it goes on from it and changes nothing.
  mutating func check(_ inventory: Inventory, _ part: Int, after former: PartContents?) {
    check(part: inventory.part, named: part, former: inventory.former, after: former)
    for (index, item) in inventory.items.enumerated() where item.number != index + 1 {
      tell(
        item,
        Message(uk: "тут мав бути № \(index + 1)", en: "No. \(index + 1) should be here"))
    }
    guard let before = former?.inventory else { return }
    if before.servant.folder != inventory.servant.folder {
      tell(
        "справа іншої людини, ніж у попередньому пакеті",
        "the file is of another person than in the bag before")
    }
    let items = zip(before.items, inventory.items)
    if let (item, _) = items.first(where: { item, next in
      let former = before.person(in: item)
      return !PlanOwner(name: former, id: nil).hasSameName(as: inventory.person(in: next))
    }) {
      tell(.person(before.person(in: item), in: item, at: path, of: inventory.servant))
    }
    if before.items.count > inventory.items.count
      || items.contains(where: { $0.key != $1.key || $0.files != $1.files })
    {
      tell(
        "документи попередніх пакетів записано не так, як у них",
        "the documents of earlier bags are not listed as they are there")
    }
  }

  /// Holds the person that a document is of against the inventory.
  mutating func check(_ item: Inventory.Item, of servant: Servant, in inventory: Inventory) {
    let isOther = servant.id.map { $0 != inventory.servant.id } ?? false
    guard isOther || !servant.isCalled(inventory.person(in: item)) else { return }
    let owner = PlanOwner(name: servant.name, id: servant.id)
    tell(.person(owner.words, in: item, at: path, of: inventory.servant))
  }

  /// Holds the inventory of all files, or a volume of it, against the one before.
  mutating func check(listing plan: PlanTree, _ part: Int, after former: PartContents?) {
    for line in FileLines.lines(of: plan) ?? [] { lines[line.folder] = line.parts }
    check(
      part: plan.root.text(at: "part").flatMap { Int($0) } ?? 0, named: part,
      former: plan.root.text(at: "former"), after: former)
  }

  /// Tells which files of the inventory before are not in this one, or with fewer bags.
  mutating func checkLines(after former: PartContents?) {
    let lost = (former?.lines ?? [:]).filter { lines[$0.key] ?? 0 < $0.value }
    for folder in lost.keys.sorted(by: { $0.precedes($1) }) {
      tell(
        "справи \(folder), яка є в попередньому описі, тут немає, або пакетів у ній менше",
        "the file \(folder) of the inventory before is not here, or has fewer bags")
    }
  }

  private mutating func check(
    part: Int, named name: Int, former digest: String?, after former: PartContents?
  ) {
    if part != name {
      tell("це опис пакета \(part)", "this is the inventory of bag \(part)")
    }
    guard digest != former?.digest else { return }
    tell(
      .brokenChain(
        path,
        Message(
          uk: "попередній пакет – не той, після якого складено цей",
          en: "the bag before is not the one that this was made after")))
  }

  // MARK: The payload

  /// Holds an inventory against the payload of its bag, both ways.
  mutating func check(_ inventory: Inventory, payload: [BagPath: String]) {
    var listed: Set<BagPath> = []
    for item in inventory.items where item.part == inventory.part {
      for file in item.files {
        let path = BagPath("data/" + file.name)
        listed.insert(path)
        if payload[path] != file.digest {
          tell(
            item,
            payload[path] == nil
              ? Message(uk: "немає файлу \(file.name)", en: "there is no file \(file.name)")
              : Message(
                uk: "сума файлу \(file.name) не та, що в описі",
                en: "the digest of \(file.name) is not that of the inventory"))
        }
      }
    }
    for path in payload.keys.sorted() where !listed.contains(path) {
      if !path.text.hasPrefix("data/\(ArchiveName.inventory).") {
        tell("файлу \(path.text) в описі немає", "the inventory lacks the file \(path.text)")
      }
    }
  }

  /// Takes the plans of a part, and those that they refer to, for what refers to them.
  mutating func read(_ inventory: Inventory, _ part: Int, of bag: Folder) {
    var cursor = FolderCursor(in: bag)
    let items = inventory.items.filter { $0.part == part }.compactMap { item in
      item.source.flatMap { source in item.files.first.map { (source, "data/" + $0.name) } }
    }
    let references = inventory.references.filter { $0.part == part }.map {
      ($0.source, $0.file.name)
    }
    for (source, file) in items + references {
      guard FolderCursor.isBelow(file), let (folder, name) = try? cursor.locate(file),
        let bytes = try? folder.contents(of: name)
      else { continue }
      memory[source] = bytes
    }
  }
}

extension Diagnostic {
  /// What of an inventory is not so.
  static func inventory(_ file: String, _ message: Message) -> Diagnostic {
    Diagnostic(
      code: "archive-inventory", file: file, message,
      help: Message(
        uk: "візьміть пакет з іншої копії особових справ",
        en: "take the bag from another copy of the personnel files"))
  }

  /// That a document is of another person than the file.
  static func person(
    _ name: String, in item: Inventory.Item, at path: String, of servant: Servant
  ) -> Diagnostic {
    let owner = PlanOwner(name: servant.name, id: servant.id)
    return Diagnostic(
      .warning, code: "archive-person", file: "\(path)/data/\(ArchiveName.inventory).yaml",
      Message(
        uk: "№ \(item.number): документ про «\(name)», а справа – «\(owner.words)»",
        en: "No. \(item.number): the document is of '\(name)', and the file of '\(owner.words)'"),
      help: Message(
        uk:
          "якщо документ чужий, скажіть про це тому, хто веде справи: у пакетах нічого не змінюють",
        en: "where it is another's, tell whoever keeps the files: nothing in bags is ever changed"))
  }

  /// That bags do not follow each other.
  static func brokenChain(_ path: String, _ message: Message) -> Diagnostic {
    Diagnostic(
      code: "archive-chain", file: path, message,
      help: Message(
        uk: "поверніть пакет з іншої копії особових справ",
        en: "put the bag back from another copy of the personnel files"))
  }

  /// That bags are missing before the last one; the first of them are named.
  static func missingParts(_ path: String, besides parts: [Int], _ last: Int) -> Diagnostic {
    let known = Set(parts)
    let named = (1...last).lazy.filter { !known.contains($0) }.prefix(5).map(ArchiveName.part)
    let list = named.joined(separator: ", ")
    let rest = last - parts.count - named.count
    return .brokenChain(
      path,
      Message(
        uk: "бракує пакетів: \(list)" + (rest > 0 ? " і ще \(rest)" : ""),
        en: "bags are missing: \(list)" + (rest > 0 ? " and \(rest) more" : "")))
  }

  /// Something that does not belong to personnel files.
  static func foreign(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "archive-foreign", file: path,
      Message(
        uk: "це не належить до особових справ", en: "this does not belong to personnel files"),
      help: Message(uk: "заберіть його звідси", en: "take it away"))
  }

  /// That an archived document has no signature.
  static func unsigned(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "signature-missing", file: path,
      Message(
        uk: "у справі немає електронного підпису цього документа",
        en: "the file has no electronic signature of this document"),
      help: Message(
        uk:
          "покладіть підпис біля плану й передайте його знову: підпис стане наступним документом справи",
        en:
          "put the signature beside the plan, and export it again: the signature becomes the next item"
      ))
  }
}
