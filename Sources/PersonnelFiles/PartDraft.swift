internal import Bags
internal import Bytes
internal import Calendars
internal import Signatures

/// The next part of a personnel file, while it is put together.
struct PartDraft {
  /// The name of the folder of the file.
  let folder: String
  /// The inventory with what is new.
  private(set) var inventory: Inventory
  /// The files with their paths in the bag, but the inventory's own.
  private(set) var files: [(path: String, file: BagFile)] = []
  private let agencyCode: String?
  private let day: LocalDate

  /// Begins a part behind those that are there.
  init(_ file: PersonnelFile, after parts: FileParts?, _ options: ArchiveOptions) {
    folder = file.folder
    agencyCode = options.agencyCode
    day = options.day
    inventory = Inventory(
      day: options.day, agencyCode: options.agencyCode,
      servant: file.servant(after: parts?.inventory),
      part: (parts?.numbers.last ?? 0) + 1, former: parts?.digest)
    // What is not said again stays as it was.
    let records = parts?.inventory.records
    inventory.records = Inventory.Records(
      caseIndex: options.caseIndex ?? records?.caseIndex,
      retention: options.retention ?? records?.retention,
      access: options.access ?? records?.access)
    if let parts {
      inventory.items = parts.inventory.items.map { item in
        var item = item
        let person = parts.inventory.person(in: item)
        item.person = inventory.servant.isCalled(person) ? nil : person
        return item
      }
    }
    inventory.references = parts?.inventory.references ?? []
  }

  /// Whether a file's bytes are in the personnel file already.
  func has(_ file: BagFile) -> Bool {
    inventory.items.contains { $0.files.contains { $0.digest == file.digests[0] } }
  }

  /// The kinds of the documents that are new.
  var newKinds: Set<String> {
    Set(inventory.items.filter { $0.part == inventory.part }.map(\.kind))
  }

  /// Adds a document with its files, by what their names end in.
  mutating func add(
    _ plan: SignedPlan, source: String, _ files: [(suffix: String, file: BagFile)]
  ) {
    var item = Inventory.Item(
      number: inventory.items.count + 1, index: plan.index, date: plan.key.date,
      title: plan.key.title, kind: plan.key.kind, part: inventory.part)
    item.source = source
    if !inventory.servant.isCalled(plan.servant.name) { item.person = plan.servant.name }
    item.sheets = files.first { $0.suffix == ".pdf" }.flatMap { PDFPages.count(in: $0.file.bytes) }
    let signatures = files.count { SignatureFiles.isSignature($0.suffix) }
    if signatures > 0 { item.note = "електронних підписів: \(signatures)" }
    add(item, files)
  }

  /// Adds signatures that came after their document, as an item of their own.
  mutating func addSignatures(
    _ files: [(suffix: String, file: BagFile)], to signed: Inventory.Item
  ) {
    guard !files.isEmpty else { return }
    var item = Inventory.Item(
      number: inventory.items.count + 1, index: nil, date: day,
      title: signed.signatureTitle, kind: signed.kind,
      part: inventory.part)
    item.note = "електронних підписів: \(files.count)"
    add(item, files)
  }

  private mutating func add(_ item: Inventory.Item, _ added: [(suffix: String, file: BagFile)]) {
    var item = item
    let stem = ArchiveName.item(item.number, agencyCode: agencyCode, item.date)
    for (suffix, file) in added {
      files.append(("data/" + stem + suffix, file))
      item.files.append(Inventory.File(name: stem + suffix, digest: file.digests[0]))
    }
    inventory.items.append(item)
  }

  /// Adds a copy of a document that another one refers to, unless the file has it.
  mutating func addReference(_ source: String, _ file: BagFile) {
    let digest = file.digests[0]
    guard
      !inventory.items.contains(where: { item in
        item.source == source && item.files.contains { $0.digest == digest }
      }),
      !inventory.references.contains(where: { $0.source == source && $0.file.digest == digest })
    else { return }
    let name = "references/\(inventory.references.count + 1).yaml"
    files.append((name, file))
    inventory.references.append(
      Inventory.Reference(
        source: source, part: inventory.part, file: Inventory.File(name: name, digest: digest)))
  }

  /// What the bag says of itself.
  func info(_ options: ArchiveOptions) -> [BagInfo.Entry] {
    let servant = inventory.servant
    return [
      ("Source-Organization", servant.agency.isEmpty ? "–" : servant.agency),
      ("External-Description", "Особова справа: \(servant.name)"),
      ("Bagging-Date", options.day.iso),
      ("External-Identifier", servant.id ?? folder),
      ("Bag-Group-Identifier", folder),
      ("Bag-Count", "\(inventory.part) of ?"),
    ] + (agencyCode.map { [("Internal-Sender-Identifier", $0)] } ?? [])
      + [("Bag-Software-Agent", "pysar \(options.version)")]
  }
}

/// The pages of a PDF, which are the sheets that it has on paper.
enum PDFPages {
  /// How many pages there are, as far as the objects of the file are not packed; nil for none.
  static func count(in bytes: [UInt8]) -> Int? {
    let type = Array("/Type".utf8)
    let page = Array("/Page".utf8)
    var count = 0
    var place = 0
    while let start = bytes.place(of: type, from: place) {
      place = start + type.count
      while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A { place += 1 }
      guard bytes[place...].starts(with: page) else { continue }
      place += page.count
      let isLonger = place < bytes.count && (0x41...0x5A).contains(bytes[place] & 0xDF)
      if !isLonger { count += 1 }
    }
    return count > 0 ? count : nil
  }
}

extension [UInt8] {
  /// Where some bytes first stand from a place on.
  fileprivate func place(of sought: [UInt8], from start: Int) -> Int? {
    guard let first = sought.first else { return nil }
    var place = start
    while let next = self.place(of: first, from: place) {
      if self[next...].starts(with: sought) { return next }
      place = next + 1
    }
    return nil
  }
}
