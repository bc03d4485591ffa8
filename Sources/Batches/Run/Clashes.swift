import Bytes
import Diagnostics
import Discovery
import Files
import Renditions
import Reports
import RunState

extension PlanList {
  /// Files of several folders that have the same path: what is made of them would overwrite each other.
  var clashes: [Diagnostic] {
    zip(files, files.dropFirst()).filter { first, second in
      path(of: first).hasSameBytes(as: path(of: second))
    }.map { first, second in .clash(name(of: second), with: name(of: first)) }
  }

  /// Folders of plans that are called as a report of the batch is: it could not get its name.
  func foldersLikeReports(of shard: Shard?) -> [Diagnostic] {
    let reports =
      ["index.html"]
      + Set(["", shard?.suffix ?? ""]).flatMap { suffix in
        ["manifest\(suffix).jsonl", "findings\(suffix).json", "findings\(suffix).sarif"]
      }
    var found: [Diagnostic] = []
    forEachFolder { file, path in
      let parts = path.split(separator: "/")
      guard let first = parts.first else { return }
      let inner = parts.dropFirst().first
      if reports.contains(String(first)) {
        found.append(.clash(name(of: file), with: String(first) + "/", at: String(first)))
      } else if first == "index", let inner,
        ["html", "css", "js"].contains(where: { inner.hasSuffix("." + $0) })
      {
        let path = "\(first)/\(inner)"
        found.append(.clash(name(of: file), with: path + "/", at: path))
      }
    }
    return found
  }

  /// The reports of the whole batch that no document of a shard may stand in the place of.
  func reportsOfWhole(_ shard: Shard?) -> [String] {
    guard shard != nil else { return [] }
    let hasIndex = folders.contains { $0.path == "index/" }
    return ["index.html"] + (hasIndex ? BatchReports.pagePaths : [])
  }

  /// XML renditions that were named as plans, and that what is made of them would overwrite.
  func overwritten(in output: OutputFolder) -> [Diagnostic] {
    files.filter { $0.name.hasSuffix(".xml") }.map { (name(of: $0), path(of: $0)) }
      .filter { FileSystem.isSameFile($0, output.path($1)) }
      .map { name, path in .clash(name, with: name, at: path) }
  }
}

extension Diagnostic {
  /// Two plans would make one file.
  static func clash(_ name: String, with other: String, at path: String? = nil) -> Diagnostic {
    let file = path.map { Message(uk: " «\($0)»", en: " '\($0)'") } ?? Message(uk: "", en: "")
    return Diagnostic(
      code: "same-output", file: name,
      Message(
        uk: "дає той самий документ\(file.uk), що й «\(other)»",
        en: "makes the same document\(file.en) as '\(other)'"),
      help: Message(uk: "перейменуйте один із планів", en: "rename one of the plans"))
  }
}

extension CrossPlanCheck {
  /// Plans that would write to one output, to a report, or to where others need a folder.
  func clashes(_ list: PlanList, _ places: RecordPlaces, reports: [String] = [])
    throws(BuildStateFault) -> [Diagnostic]
  {
    var claimed = Set(zip(outputs, outputs.dropFirst()).filter { $0 == $1 }.map(\.0))
    var others: [PathKey: String] = [:]
    let folders = list.foldersLikeDocuments
    for path in reports { others[PathKey(path)] = path }
    for path in folders { others[PathKey(path)] = path + "/" }
    claimed.formUnion((reports + folders).map { PathHash.of($0) })
    guard !claimed.isEmpty else { return [] }
    let withheld = Set(findings.filter(\.isError).map { [$0.file, $0.plan] })
    let reader = places.reader()
    var clashes: [Diagnostic] = []
    for index in list.files.indices {
      guard let place = places[index] else { continue }
      let name = list.name(of: list.files[index])
      for plan in try reader.record(at: place, []).plans
      where !withheld.contains([Int32(index), Int32(plan.number)]) {
        var known: Set<PathKey> = []
        for rendition in plan.renditions where claimed.contains(PathHash.of(rendition.path)) {
          if let other = others.updateValue(name, forKey: PathKey(rendition.path)),
            known.insert(PathKey(other)).inserted
          {
            clashes.append(.clash(name, with: other, at: rendition.path))
          }
        }
      }
    }
    return clashes
  }
}

extension PlanList {
  /// The paths of folders of plans that are named as documents are.
  fileprivate var foldersLikeDocuments: [String] {
    var result: Set<PathKey> = []
    forEachFolder { _, folders in
      var path = folders
      while !path.isEmpty {
        if RenditionFormat.all.contains(where: { path.hasSuffix("." + $0.name) }) {
          result.insert(PathKey(path))
        }
        path = path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
      }
    }
    return result.paths
  }
}
