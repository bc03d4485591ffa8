package import Diagnostics

/// Where the paths in reports for programs begin, so that they are the same from whatever folder the
/// program is run, and in whatever way the user has spelled them.
package struct ReportRoot: Sendable {
  /// The folders that paths begin at: one, or for a batch those of its plans.
  package let folders: [String]
  /// What the names of files begin with that the user has named or that lie in folders so named, and
  /// what stands for that in reports.
  private let beginnings: [(name: String, path: String)]
  /// The folder that the paths of other files are told from; nil where there is none.
  private let base: String?

  /// The one folder that was named, or the nearest one that holds all that was.
  ///
  /// - Parameter folder: the folder that the user wants paths to begin at; nil for that one.
  /// - Throws: what lies outside of that folder.
  package init(of named: [String], from folder: String? = nil) throws(ProgramFault) {
    let resolved = named.map { (name: $0, path: Self.resolved($0)) }
    let base = try folder.map(Self.folder) ?? Self.shared(by: resolved.compactMap(\.path))
    var beginnings: [(name: String, path: String)] = []
    for (name, path) in resolved {
      guard let path else { continue }
      let isFolder = FileSystem.isFolder(name)
      let inner = FileSystem.path(of: path, from: base)
      if folder != nil, inner == ".." || inner.hasPrefix("../") {
        throw ProgramFault(
          uk: "«\(name)» лежить поза текою «\(folder ?? "")», від якої мають іти шляхи (--root)",
          en: "'\(name)' lies outside of '\(folder ?? "")', the folder that paths are from (--root)"
        )
      }
      beginnings.append(Self.beginning(name, isFolder, inner))
    }
    folders = [base]
    self.beginnings = beginnings
    self.base = base
  }

  /// The folders of plans of a batch: its documents lie in its output folder as the plans in these.
  ///
  /// - Parameter output: the folder that the reports are in, from which the folders are told.
  package init(ofBatch named: [String], in output: String) {
    let resolved = named.map(Self.resolved)
    let place = FileSystem.resolved(output)
    let bases = zip(named, resolved).map { name, path in
      path.map { FileSystem.isFolder(name) ? $0 : FileSystem.parent(of: $0) } ?? name
    }
    var folders: [String] = []
    for base in bases {
      let folder = place.map { FileSystem.path(of: base, from: $0) } ?? base
      if !folders.contains(folder) { folders.append(folder) }
    }
    self.folders = folders
    beginnings = named.map { name in
      let isFolder = FileSystem.isFolder(name)
      return Self.beginning(name, isFolder, isFolder ? "" : FolderCursor.parts(of: name).name)
    }
    base = bases.first.flatMap(FileSystem.resolved)
  }

  /// The path of a file in a report.
  ///
  /// - Parameter name: what the user would call the file.
  package func path(of name: String) -> String {
    for beginning in beginnings where name.utf8.starts(with: beginning.name.utf8) {
      if beginning.name.hasSuffix("/") {
        return beginning.path + name.dropFirst(beginning.name.count)
      }
      if name.utf8.count == beginning.name.utf8.count { return beginning.path }
    }
    guard let base, let path = Self.resolved(name) else { return name }
    return FileSystem.path(of: path, from: base)
  }

  private static func beginning(_ name: String, _ isFolder: Bool, _ path: String)
    -> (name: String, path: String)
  {
    guard isFolder else { return (name, path) }
    return (name.hasSuffix("/") ? name : name + "/", path.isEmpty ? "" : path + "/")
  }

  /// The path of something that is there, from the root on: a link is called by its own name.
  private static func resolved(_ name: String) -> String? {
    if FileSystem.isFolder(name) { return FileSystem.resolved(name) }
    guard FileSystem.status(of: name, isFollowed: false) != nil,
      let folder = FileSystem.resolved(FileSystem.parent(of: name))
    else { return nil }
    let last = FolderCursor.parts(of: name).name
    return folder == "/" ? "/" + last : folder + "/" + last
  }

  private static func folder(_ name: String) throws(ProgramFault) -> String {
    guard FileSystem.isFolder(name), let path = FileSystem.resolved(name) else {
      throw ProgramFault(
        uk: "--root: теки «\(name)» немає", en: "--root: there is no folder '\(name)'")
    }
    return path
  }

  /// The nearest folder that all paths lead into; the current one without any.
  private static func shared(by paths: [String]) -> String {
    let folders = paths.map { FileSystem.isFolder($0) ? $0 : FileSystem.parent(of: $0) }
      .map { $0.split(separator: "/") }
    guard var shared = folders.first else { return FileSystem.resolved(".") ?? "." }
    for folder in folders.dropFirst() {
      shared = Array(zip(shared, folder).prefix { $0 == $1 }.map(\.0))
    }
    return "/" + shared.joined(separator: "/")
  }
}
