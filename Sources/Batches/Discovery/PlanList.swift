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
  /// The files of all shards, where ``files`` are those of one.
  private var filesOfAllShards: [PlanFile]?
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

  /// The files of the whole batch.
  var filesOfWhole: [PlanFile] { filesOfAllShards ?? files }

  /// Visits a file of every folder with files of the whole batch, with the folders that it is in.
  func forEachFolder(_ visit: (_ file: PlanFile, _ path: Substring) -> Void) {
    var last: (folder: Int, path: Substring) = (-1, "")
    for file in filesOfWhole where file.folder != last.folder || file.name.utf8.contains(0x2F) {
      let path = path(of: file)
      let folders = path[..<(path.utf8.lastIndex(of: 0x2F) ?? path.startIndex)]
      if file.folder != last.folder || folders != last.path { visit(file, folders) }
      last = (file.folder, folders)
    }
  }

  /// Keeps the files of one shard.
  mutating func keep(_ shard: Batch.Shard) {
    filesOfAllShards = files
    files = files.filter { shard.holds(path(of: $0)) }
  }

  /// Puts the files in the order of their paths. Those that were named and stand in a folder that was
  /// named, too, are there once.
  mutating func sort() {
    let paths = files.map(path)
    let order = files.indices.sorted {
      paths[$0].hasSameBytes(as: paths[$1]) ? $0 < $1 : paths[$0].precedes(paths[$1])
    }
    var kept: [PlanFile] = []
    for file in order.map({ files[$0] }) {
      if let last = kept.last, path(of: last).hasSameBytes(as: path(of: file)),
        FileSystem.isSameFile(name(of: last), name(of: file))
      {
        continue
      }
      kept.append(file)
    }
    files = kept
  }
}
