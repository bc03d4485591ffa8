internal import Bytes
internal import Calendars
package import Diagnostics
internal import Digests
package import Files
internal import Plans
internal import Schemas

/// What personnel files hold: lists documents, and takes their files out.
package struct ArchiveListing {
  /// A document of a file.
  package struct Document {
    let folder: String
    /// Whose file it is; the name is that in the document.
    let servant: Servant
    let item: Inventory.Item

    /// Its line in a list.
    package var line: String {
      let id = servant.id.map { " (\($0))" } ?? ""
      let sheets = item.sheets.map { ", арк. \($0)" } ?? ""
      return "\(folder)/\(ArchiveName.part(item.part)) № \(item.number) "
        + "\(item.date.formatted("dd.MM.yyyy")) \(servant.name)\(id): \(item.title)\(sheets)"
    }
  }

  /// Which documents are meant: all that everything given fits.
  package struct Query {
    /// The servant’s identifier, name, or a part of the name.
    package var servant: String?
    /// The year of the document's day.
    package var year: Int?
    /// The kind of the document.
    package var kind: String?

    /// Means all documents.
    package init() {}
  }

  let path: String
  let archive: Folder
  let reader: PlanReader
  let templates: TemplateFolders
  /// What is wrong with files.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// Opens the folder of personnel files.
  package init(_ path: String, templates: TemplateFolders) throws(ProgramFault) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.templates = templates
    reader = PlanReader(kinds: KindLibrary(folders: templates))
    do throws(SystemError) {
      archive = try Folder(at: path)
    } catch {
      throw error.fault("відкрити", "open", path)
    }
  }

  /// The documents that are meant, by file and number.
  package mutating func documents(_ query: Query) throws(ProgramFault) -> [Document] {
    var documents: [Document] = []
    let lines = lines(query)
    for name in try Set(names()).union(lines.keys).sorted(by: { $0.precedes($1) }) {
      guard let parts = parts(of: name, listed: lines[name]) else { continue }
      let inventory = parts.inventory
      let names = [inventory.servant.name] + inventory.items.compactMap(\.person)
      guard names.contains(where: { query.fits(inventory.servant.id, $0) }) else { continue }
      documents += inventory.items.filter(query.fits).map { item in
        var servant = inventory.servant
        servant.name = inventory.person(in: item)
        return Document(folder: name, servant: servant, item: item)
      }
    }
    return documents
  }

  /// The lines of the inventory of all files that are meant, by folder.
  private mutating func lines(_ query: Query) -> [String: FileLine] {
    do throws(FileParts.Broken) {
      let lines = try FileLines(in: archive, reader).lines.filter { query.fits($0.id, $0.name) }
      return Dictionary(lines.map { ($0.folder, $0) }) { $1 }
    } catch {
      diagnostics.append(.unreadableInventory(in: path))
      return [:]
    }
  }

  /// The parts of a file; nil where it has others than it should have, or is listed and has none, which
  /// is told.
  mutating func parts(of name: String, listed line: FileLine? = nil) -> FileParts? {
    do throws(FileParts.Broken) {
      if let parts = try FileParts(of: name, in: archive, reader) { return parts }
      if let line { diagnostics.append(.unlike(line, isThere: false, in: path)) }
    } catch {
      diagnostics.append(.brokenParts(of: "\(path)/\(name)", error.cause))
    }
    return nil
  }

  private func names() throws(ProgramFault) -> [String] {
    let entries: [Folder.Entry]
    do throws(SystemError) {
      entries = try archive.entries()
    } catch {
      throw error.fault("прочитати", "read", path)
    }
    guard entries.contains(where: { ArchiveName.isFile($0) || $0.name == ArchiveName.inventories })
    else { throw .noPersonnelFiles(in: path) }
    return entries.filter(ArchiveName.isFile).compactMap(\.name)
  }

  /// Copies the files of documents to a folder, each file of a servant to one of its own; what is not
  /// as its inventory says is told of and left.
  ///
  /// - Returns: how many files were copied.
  package mutating func extract(_ documents: [Document], to output: String) throws(ProgramFault)
    -> Int
  {
    var count = 0
    var cursor = FolderCursor(in: archive)
    for document in documents {
      let folder = "\(document.folder)/\(ArchiveName.part(document.item.part))/data"
      for file in document.item.files {
        guard let bytes = bytes(of: "\(folder)/\(file.name)", file.digest, &cursor) else {
          continue
        }
        do throws(SystemError) {
          let target = "\(output)/\(document.folder)"
          try FileSystem.makeFolders(target)
          try Folder(at: target).create(file.name).write(bytes)
        } catch {
          throw error.fault("вийняти до", "extract to", output)
        }
        count += 1
      }
    }
    return count
  }

  /// The bytes of a file; nil where it is gone or not as its digest says, which is told.
  mutating func bytes(of file: String, _ digest: String, _ cursor: inout FolderCursor) -> [UInt8]? {
    do throws(SystemError) {
      let (folder, name) = try cursor.locate(file)
      let bytes = try folder.contents(of: name)
      guard DigestStream.hex(of: bytes, .sha256) != digest else { return bytes }
      diagnostics.append(.changed("\(path)/\(file)"))
    } catch {
      diagnostics.append(.left("\(path)/\(file)", error))
    }
    return nil
  }
}

extension ArchiveListing.Query {
  fileprivate func fits(_ id: String?, _ name: String) -> Bool {
    guard let sought = servant else { return true }
    return id == sought || name.lowercased().contains(sought.lowercased())
  }

  fileprivate func fits(_ item: Inventory.Item) -> Bool {
    (year.map { item.date.year == $0 } ?? true) && (kind.map { item.kind == $0 } ?? true)
  }
}

extension Diagnostic {
  /// That a file is no longer what it was.
  static func changed(_ path: String) -> Diagnostic {
    left(
      path, code: "bag-fixity",
      Message(uk: "його сума не та, що в описі", en: "its digest is not that of the inventory"))
  }

  /// That a file, or a bag, cannot be read.
  static func left(_ path: String, _ error: SystemError) -> Diagnostic {
    left(path, code: error.isMissing ? "bag-missing" : "unreadable-file", error.reason)
  }

  private static func left(_ path: String, code: String, _ reason: Message) -> Diagnostic {
    Diagnostic(
      code: code, file: path,
      Message(uk: "файл не вийнято: \(reason.uk)", en: "the file is left: \(reason.en)"),
      help: Message(
        uk: "візьміть його з іншої копії особових справ",
        en: "take it from another copy of the personnel files"))
  }
}
