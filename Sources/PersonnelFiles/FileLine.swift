internal import Calendars
internal import Contents
internal import Diagnostics
internal import Files
internal import Plans
internal import Summaries
internal import XML

/// A personnel file's line in the inventory of all files.
struct FileLine: Sendable, Equatable {
  let folder: String
  let id: String?
  let name: String
  let parts: Int
  let documents: Int
  let sheets: Int
  /// The digest of the tag manifest of its last part.
  let digest: String

  init(_ folder: String, _ inventory: Inventory, digest: String) {
    self.folder = folder
    id = inventory.servant.id
    name = inventory.servant.name
    parts = inventory.part
    documents = inventory.items.count
    sheets = inventory.sheets
    self.digest = digest
  }

  /// Reads a line; nil where it is none.
  init?(of node: XMLNode) {
    guard let folder = node.text(at: "folder"), let name = node.text(at: "name"),
      let parts = node.text(at: "parts").flatMap({ Int($0) }),
      let documents = node.text(at: "documents").flatMap({ Int($0) }),
      let digest = node.text(at: "digest")
    else { return nil }
    self.folder = folder
    self.name = name
    self.parts = parts
    self.documents = documents
    self.digest = digest
    id = node.text(at: "id")
    sheets = node.text(at: "sheets").flatMap { Int($0) } ?? 0
  }

  /// The line as a part of a plan.
  var value: PlanValue {
    .object([
      "folder": .text(folder), "id": id.map(PlanValue.text), "name": .text(name),
      "parts": .number(parts), "documents": .number(documents), "sheets": .number(sheets),
      "digest": .text(digest),
    ])
  }
}

/// The last inventory of all files.
struct FileLines {
  /// Its part; 0 where there is none yet.
  var part = 0
  /// The digest of its tag manifest.
  var digest: String?
  var lines: [FileLine] = []

  /// Begins an inventory that nobody has listed anything in.
  init() {}

  /// Reads the inventory in the folder of all files, where there is one.
  ///
  /// - Throws: that it is there, and cannot be read as a whole.
  init(in archive: Folder, _ reader: PlanReader) throws(FileParts.Broken) {
    do throws(SystemError) {
      guard try archive.status(of: ArchiveName.inventories) != nil else { return }
      let folder = try archive.folder(ArchiveName.inventories)
      let parts = try folder.entries().compactMap { $0.name.flatMap(ArchiveName.part) }
      guard let part = parts.max() else { return }
      self.part = part
      let bag = try folder.folder(ArchiveName.part(part))
      digest = try FileParts.tagDigest(of: bag)
      let data = try bag.folder("data")
      var count = 1
      var number = 0
      while number < count {
        number += 1
        let name = ArchiveName.inventory(volume: number) + ".yaml"
        let source = SourceFile(name: name, bytes: try data.contents(of: name))
        guard let plan = reader.read(source).first?.value, plan.isWhole,
          let lines = Self.lines(of: plan)
        else { throw .absent }
        count = plan.root.text(at: "volume", "count").flatMap { Int($0) } ?? 1
        self.lines += lines
      }
    } catch {
      throw FileParts.Broken(cause: error)
    }
  }

  /// The lines of an inventory; nil where one of them is none.
  static func lines(of plan: PlanTree) -> [FileLine]? {
    let nodes = plan.root.elements(at: ["files", "personnel-file"])
    let lines = nodes.compactMap { FileLine(of: $0) }
    return lines.count == nodes.count ? lines : nil
  }

  /// The inventories of all files as plans, one or several, that follow a former one.
  static func volumes(of lines: [FileLine], after former: FileLines, _ options: ArchiveOptions)
    -> [(number: Int, plan: PlanValue)]
  {
    let size = options.volumeSize
    let starts = stride(from: 0, to: lines.count, by: size)
    let count = (lines.count + size - 1) / size
    return starts.enumerated().map { index, start in
      let volume = lines[start..<min(start + size, lines.count)]
      let plan = PlanValue.object([
        "day": .text(options.day.iso), "agency-code": options.agencyCode.map(PlanValue.text),
        "part": .number(former.part + 1),
        "former": former.digest.map(PlanValue.text),
        "volume": count == 1
          ? nil
          : .object([
            "number": .number(index + 1), "count": .number(count), "first": .number(start + 1),
          ]),
        "files": .items(volume.map(\.value)),
      ])
      return (index + 1, plan)
    }
  }
}
