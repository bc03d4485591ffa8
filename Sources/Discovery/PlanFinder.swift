import Bytes
package import Diagnostics
import Files

/// Looks for the plans below folders: files named `*.yaml` or `*.yml`. Hidden files and folders, and
/// links to folders, are skipped, so that no loop of links is entered.
package struct PlanFinder {
  private var list = PlanList()
  private var root = 0
  /// The files that were named, each with its name, and the folders that were named or searched.
  private var named: Set<Named> = []
  /// The files that were found, each by the one path that all its paths lead to; only looked after
  /// where several files and folders were named.
  private var found: Set<PathKey>?
  private var lastFolder: (path: Substring, resolved: String) = ("/", "/")
  private let ignored: IgnorePatterns
  /// The output folder, in which no plans are looked for.
  private let output: FileStatus.Identity?
  private let links: LinkPolicy

  /// Something that was named: a file may be named by several names.
  private struct Named: Hashable {
    let identity: FileStatus.Identity
    let name: PathKey

    /// Makes a file by a name, or a folder, which has one whatever it is called.
    init(_ identity: FileStatus.Identity, name: String = "") {
      self.identity = identity
      self.name = PathKey(name)
    }
  }

  private init(ignored: [String] = [], output: String? = nil, links: LinkPolicy) {
    self.ignored = IgnorePatterns(ignored)
    self.output = output.flatMap { FileSystem.status(of: $0)?.identity }
    self.links = links
  }

  /// The plans below a folder, by the bytes of their paths, and what could not be looked at. Links that
  /// lead out of it are told of and not followed.
  package static func plans(below folder: String) -> (
    plans: [String], faults: [Diagnostic], remarks: [Diagnostic]
  ) {
    var finder = PlanFinder(links: .within([folder]))
    finder.add(folder)
    return (finder.list.files.map(finder.list.name), finder.list.faults, finder.list.remarks)
  }

  /// The files that were named, and those below the folders that were, or those of a shard of them.
  ///
  /// - Parameters:
  ///   - ignored: names and paths that are skipped; see ``IgnorePatterns``.
  ///   - output: a folder that is not searched.
  ///   - isFollowingLinks: whether files are taken that are links to others outside of the folders.
  package static func find(
    _ plans: [String], ignoring ignored: [String], output: String, isFollowingLinks: Bool,
    shard: Shard?
  ) -> PlanList {
    var finder = PlanFinder(
      ignored: ignored, output: output, links: isFollowingLinks ? .followed : .within(plans))
    if plans.count > 1 { finder.found = [] }
    for (root, path) in plans.enumerated() {
      finder.root = root
      finder.add(path)
    }
    var list = finder.list
    // One folder is searched in the order of paths.
    if plans.count > 1 { list.sort() }
    if let shard { list.keep(shard) }
    return list
  }

  private mutating func add(_ path: String) {
    guard let status = FileSystem.status(of: path) else {
      list.faults.append((FileSystem.fault(of: path) ?? .missing).diagnostic(file: path))
      list.unseen.append(Self.isPlan(path) ? Self.parts(of: path).name : "")
      return
    }
    let (folder, name) = Self.parts(of: path)
    let isFolder = status.kind == .folder
    // What is named twice is built once.
    let inserted = named.insert(Named(status.identity, name: isFolder ? "" : name))
    guard inserted.inserted else { return }
    guard isFolder else {
      guard isNew(path) else { return }
      // A link that was named itself is meant.
      list.files.append(PlanFile(folder: list.folders.count, name: name, isLink: true))
      list.folders.append(PlanList.Folder(name: folder, root: root, path: ""))
      return
    }
    let count = list.files.count
    let faults = list.faults.count
    search(path, within: "", ignored)
    if list.files.count == count, list.faults.count == faults { list.emptyFolders.append(path) }
  }

  /// Whether a file was not found by another path before.
  private mutating func isNew(_ path: String) -> Bool {
    guard found != nil else { return true }
    let place = FolderCursor.parts(of: path)
    // A link is a file of its own: only the folders that lead to it are the same.
    if !lastFolder.path.hasSameBytes(as: place.folder) {
      let folder = place.folder.isEmpty ? "." : String(place.folder)
      lastFolder = (place.folder, FileSystem.resolved(folder) ?? folder)
    }
    let folder = lastFolder.resolved
    return found?.insert(PathKey(PlanList.join(folder, place.name))).inserted ?? true
  }

  private mutating func search(_ folder: String, within path: String, _ outer: IgnorePatterns) {
    let ignored: IgnorePatterns
    do throws(FileFault) {
      ignored = try outer.joined(in: folder, within: path)
    } catch {
      let isOpen = FileSystem.isReadableFolder(folder)
      list.faults.append(
        error.diagnostic(file: isOpen ? PlanList.join(folder, IgnorePatterns.file) : folder))
      list.unseen.append(path)
      return
    }
    let handle: Folder
    let entries: [Folder.Entry]
    do throws(SystemError) {
      handle = try Folder(at: folder)
      entries = try handle.entries()
    } catch {
      list.faults.append(FileFault(errno: error.code).diagnostic(file: folder))
      list.unseen.append(path)
      return
    }
    if !path.isEmpty, entries.contains(where: { $0.name == "bagit.txt" }) {
      list.remarks.append(.bag(folder))
      return
    }
    // A folder's name with its slash comes where the paths of its files come.
    var entriesFound: [(name: String, isLink: Bool)] = []
    var oddNames: [String] = []
    for entry in entries {
      guard let name = entry.name else {
        list.faults.append(.unreadableName(in: folder))
        continue
      }
      let isFolder = entry.kind == .folder
      let isPlan = isFolder || Self.isPlan(name)
      guard !name.hasPrefix("."), isPlan || AlmostPlan(name: name, in: handle).isLikely,
        !ignored.match(path: path + name, name: name, isFolder: isFolder)
      else { continue }
      guard isPlan else {
        oddNames.append(name)
        continue
      }
      entriesFound.append((isFolder ? name + "/" : name, entry.kind == .link))
    }
    list.remarks += oddNames.sorted { $0.precedes($1) }
      .map { .oddName(PlanList.join(folder, $0)) }
    entriesFound.sort { $0.name.precedes($1.name) }
    let place = list.folders.count
    list.folders.append(PlanList.Folder(name: folder, root: root, path: path))
    list.searched.append(folder)
    let patterns = PlanList.join(folder, IgnorePatterns.file)
    if entries.contains(where: { $0.name == IgnorePatterns.file }) {
      list.patternFiles.append(patterns)
    }
    var names = PortableNames()
    for (name, isLink) in entriesFound {
      let bare = name.hasSuffix("/") ? String(name.dropLast()) : name
      if let remark = names.remark(on: bare, in: folder) { list.remarks.append(remark) }
      if name.hasSuffix("/") {
        let name = bare
        let identity = (try? handle.status(of: name))?.identity
        if let identity {
          // A folder that was named, too, is searched once.
          guard identity != output,
            named.insert(Named(identity)).inserted
          else { continue }
        }
        search(PlanList.join(folder, name), within: path + name + "/", ignored)
      } else if isLink, links.forbid(PlanList.join(folder, name)) {
        list.remarks.append(.link(PlanList.join(folder, name)))
      } else if isNew(PlanList.join(folder, name)) {
        list.files.append(PlanFile(folder: place, name: name, isLink: isLink))
      }
    }
  }

  /// Whether a file is named as plans are.
  package static func isPlan(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// The path of a file of plans without its ending: what is made of it is named so.
  package static func stem(of path: String) -> String {
    let ending = [".yaml", ".yml", ".xml"].first { path.endsWithBytes(of: $0) } ?? ""
    return String(decoding: path.utf8.dropLast(ending.utf8.count), as: UTF8.self)
  }

  /// The folder of a path, with its slash, and the name in it.
  private static func parts(of path: String) -> (folder: String, name: String) {
    let name = FolderCursor.parts(of: path).name
    let folder = path.utf8.prefix(path.utf8.count - name.utf8.count)
    return (String(decoding: folder, as: UTF8.self), name)
  }
}
