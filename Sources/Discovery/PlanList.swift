import Bytes
package import Diagnostics
import Files

/// A file of plans.
package struct PlanFile: Sendable, Equatable {
  /// The place of its folder among ``PlanList/folders``.
  package let folder: Int
  /// Its name.
  package let name: String
  /// Whether it is reached through a link.
  let isLink: Bool

  /// Makes a file in a folder.
  package init(folder: Int, name: String, isLink: Bool = false) {
    self.folder = folder
    self.name = name
    self.isLink = isLink
  }
}

extension ProgramFault {
  /// A folder without plans is most likely a slip: nothing in it is looked at.
  package static func noPlan(in folder: String) -> ProgramFault {
    ProgramFault(
      uk: "у теці «\(folder)» немає жодного плану (*.yaml, *.yml)",
      en: "the folder '\(folder)' has no plan (*.yaml, *.yml)")
  }
}

/// All files of plans of a batch, by the bytes of their paths.
package struct PlanList: Sendable {
  /// A folder with files of plans.
  package struct Folder: Sendable {
    /// The path as the user would call it; empty for the current folder.
    package let name: String
    /// The place of the folder of plans that was named.
    package let root: Int
    /// The path within the folder of plans that was named, with a slash behind it; empty for itself.
    package let path: String

    /// Makes a folder.
    package init(name: String, root: Int, path: String) {
      self.name = name
      self.root = root
      self.path = path
    }
  }

  /// The folders that hold them.
  package var folders: [Folder] = []
  /// The files.
  package var files: [PlanFile] = []
  /// The files of all shards, where ``files`` are those of one.
  private var filesOfAllShards: [PlanFile]?
  /// What could not be looked at.
  package internal(set) var faults: [Diagnostic] = []
  /// What is worth knowing besides.
  package internal(set) var remarks: [Diagnostic] = []
  /// What the paths begin with of files that could not be looked for; empty where it is all.
  package internal(set) var unseen: [String] = []
  /// The folders that were searched, as the user would call them.
  package internal(set) var searched: [String] = []
  /// The files of patterns that were read in them.
  package internal(set) var patternFiles: [String] = []
  /// The folders that were named and hold no plan.
  package internal(set) var emptyFolders: [String] = []

  /// Makes a list without files.
  package init() {}

  /// The path of a file within the folder of plans: `2021/ivasiv.yaml`.
  package func path(of file: PlanFile) -> String { folders[file.folder].path + file.name }

  /// What the user would call a file.
  package func name(of file: PlanFile) -> String { Self.join(folders[file.folder].name, file.name) }

  /// The path of something in a folder.
  package static func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// The files of the whole batch.
  var filesOfWhole: [PlanFile] { filesOfAllShards ?? files }

  /// Visits a file of every folder with files of the whole batch, with the folders that it is in.
  package func forEachFolder(_ visit: (_ file: PlanFile, _ path: Substring) -> Void) {
    var last: (folder: Int, path: Substring) = (-1, "")
    for file in filesOfWhole where file.folder != last.folder || file.name.utf8.contains(0x2F) {
      let path = path(of: file)
      let folders = path[..<(path.utf8.lastIndex(of: 0x2F) ?? path.startIndex)]
      if file.folder != last.folder || folders != last.path { visit(file, folders) }
      last = (file.folder, folders)
    }
  }

  /// Keeps the files of one shard.
  mutating func keep(_ shard: Shard) {
    filesOfAllShards = files
    files = files.filter { shard.holds(path(of: $0)) }
  }

  /// Puts the files in the order of their paths.
  mutating func sort() {
    let paths = files.map(path)
    let order = files.indices.sorted {
      paths[$0].hasSameBytes(as: paths[$1]) ? $0 < $1 : paths[$0].precedes(paths[$1])
    }
    files = order.map { files[$0] }
  }
}
