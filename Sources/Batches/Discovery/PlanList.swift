import Bytes
import Diagnostics
import Files

/// A file of plans.
struct PlanFile: Sendable, Equatable {
  /// The place of its folder among ``PlanList/folders``.
  let folder: Int
  /// Its name.
  let name: String
  /// Whether it is reached through a link.
  var isLink = false
  /// Whether it was named itself.
  var isNamed = false
}

/// All files of plans of a batch, by the bytes of their paths.
struct PlanList: Sendable {
  /// A folder with files of plans.
  struct Folder: Sendable {
    /// The path as the user would call it; empty for the current folder.
    let name: String
    /// The place of the folder of plans that was named.
    let root: Int
    /// The path within the folder of plans that was named, with a slash behind it; empty for itself.
    let path: String
  }

  var folders: [Folder] = []
  var files: [PlanFile] = []
  /// What could not be looked at.
  var faults: [Diagnostic] = []
  /// What is worth knowing besides.
  var remarks: [Diagnostic] = []
  /// What the paths begin with of files that could not be looked for; empty where it is all.
  var unseen: [String] = []
  /// The folders that were searched, as the user would call them.
  var searched: [String] = []
  /// The folders that were named and hold no plan.
  var emptyFolders: [String] = []

  /// The path of a file within the folder of plans: `2021/ivasiv.yaml`.
  func path(of file: PlanFile) -> String { folders[file.folder].path + file.name }

  /// What the user would call a file.
  func name(of file: PlanFile) -> String { Self.join(folders[file.folder].name, file.name) }

  /// The path of something in a folder.
  static func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// Keeps the files of one shard.
  mutating func keep(_ shard: Batch.Shard) {
    files = files.filter { shard.holds(path(of: $0)) }
  }

  /// Puts the files in the order of their paths. Those that were named and stand in a folder that was
  /// named, too, are there once.
  mutating func sort() {
    let paths = files.map(path)
    let order = files.indices.sorted {
      paths[$0].hasSameBytes(as: paths[$1]) ? $0 < $1 : paths[$0].precedes(paths[$1])
    }
    files = order.map { files[$0] }
    let names = Set(files.lazy.filter(\.isNamed).map(\.name))
    guard !names.isEmpty else { return }
    let found = Dictionary(
      grouping: files.filter { !$0.isNamed && names.contains($0.name) }, by: \.name)
    files = files.filter { file in
      !file.isNamed
        || !(found[file.name] ?? []).contains {
          FileSystem.isSameFile(name(of: file), name(of: $0))
        }
    }
  }
}
