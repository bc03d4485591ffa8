import Bytes
package import Diagnostics
import Files
internal import Glibc

/// A file of plans.
struct PlanFile: Sendable, Equatable {
  /// The place of its folder among ``PlanList/folders``.
  let folder: Int
  /// Its name.
  let name: String
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
  /// The files that are no plans and yet look like some.
  var remarks: [Diagnostic] = []
  /// What the paths begin with of files that could not be looked for; empty where it is all.
  var unseen: [String] = []
  /// The folders that were named and hold no plan.
  var emptyFolders: [String] = []

  /// The path of a file within the folder of plans: `2021/ivasiv.yaml`.
  func path(of file: PlanFile) -> String { folders[file.folder].path + file.name }

  /// What the user would call a file.
  func name(of file: PlanFile) -> String { Self.join(folders[file.folder].name, file.name) }

  static func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// Removes files that were named and stand in a folder that was named, too.
  fileprivate mutating func removeRepeated() {
    var kept: [PlanFile] = []
    for file in files {
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

extension String {
  /// Whether the bytes of one text come before those of another.
  func precedes(_ other: String) -> Bool {
    var left = self
    var right = other
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let count = min(left.count, right.count)
        guard let a = left.baseAddress, let b = right.baseAddress, count > 0 else {
          return left.count < right.count
        }
        let order = unsafe memcmp(a, b, count)
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }
}

/// Looks for the plans below folders: files named `*.yaml` or `*.yml`. Hidden files and folders, and
/// links to folders, are skipped, so that no loop of links is entered.
package struct PlanFinder {
  private var list = PlanList()
  private var root = 0
  /// The files and folders that were named, by file system, number and a file's name.
  private var named: Set<String> = []
  private let ignored: IgnorePatterns
  private let shard: Batch.Shard?
  /// The output folder, in which no plans are looked for.
  private let output: FileStamp?

  private init(ignored: [String] = [], shard: Batch.Shard? = nil, output: String? = nil) {
    self.ignored = IgnorePatterns(ignored)
    self.shard = shard
    var status = stat()
    self.output = output.flatMap { output in
      unsafe stat(output, &status) == 0
        ? FileStamp(
          size: Int(status.st_dev), modified: 0, changed: 0, inode: UInt64(status.st_ino))
        : nil
    }
  }

  /// The plans below a folder, by the bytes of their paths, and what could not be looked at.
  package static func plans(below folder: String) -> (
    plans: [String], faults: [Diagnostic], remarks: [Diagnostic]
  ) {
    var finder = PlanFinder()
    finder.add(folder)
    return (finder.list.files.map(finder.list.name), finder.list.faults, finder.list.remarks)
  }

  /// The files of a batch, or of its shard.
  static func find(_ batch: Batch) -> PlanList {
    var finder = PlanFinder(ignored: batch.ignored, shard: batch.shard, output: batch.output)
    for (root, path) in batch.plans.enumerated() {
      finder.root = root
      finder.add(path)
    }
    var list = finder.list
    // One folder is searched in the order of paths.
    if batch.plans.count > 1 {
      let paths = list.files.map(list.path)
      let order = list.files.indices.sorted {
        paths[$0].hasSameBytes(as: paths[$1]) ? $0 < $1 : paths[$0].precedes(paths[$1])
      }
      list.files = order.map { list.files[$0] }
      list.removeRepeated()
    }
    if let shard = finder.shard {
      list.files = list.files.filter { shard.holds(list.path(of: $0)) }
    }
    return list
  }

  private mutating func add(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      list.faults.append(FileFault(errno: errno).diagnostic(file: path))
      list.unseen.append(Self.isPlan(path) ? Self.parts(of: path).name : "")
      return
    }
    let (folder, name) = Self.parts(of: path)
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    // What is named twice is built once.
    let identity = "\(status.st_dev) \(status.st_ino) \(isFolder ? "" : name)"
    guard named.insert(identity).inserted else { return }
    guard isFolder else {
      list.files.append(PlanFile(folder: list.folders.count, name: name))
      list.folders.append(PlanList.Folder(name: folder, root: root, path: ""))
      return
    }
    let count = list.files.count
    let faults = list.faults.count
    search(path, within: "", ignored)
    if list.files.count == count, list.faults.count == faults { list.emptyFolders.append(path) }
  }

  private mutating func search(_ folder: String, within path: String, _ outer: IgnorePatterns) {
    let ignored: IgnorePatterns
    do throws(FileFault) {
      ignored = try outer.joined(in: folder, within: path)
    } catch {
      let isOpen = unsafe access(folder, R_OK | X_OK) == 0
      list.faults.append(
        error.diagnostic(
          file: isOpen ? PlanList.join(folder, IgnorePatterns.file) : folder))
      list.unseen.append(path)
      return
    }
    guard let handle = unsafe opendir(folder) else {
      list.faults.append(FileFault(errno: errno).diagnostic(file: folder))
      list.unseen.append(path)
      return
    }
    // A folder's name with its slash comes where the paths of its files come.
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let type = unsafe Int32(entry.pointee.d_type)
      let isHidden = unsafe entry.pointee.d_name.0 == CChar(bitPattern: UInt8(ascii: "."))
      guard !isHidden else { continue }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(validatingCString: $0)
        }
      }
      guard let name else {
        list.faults.append(Self.unreadableName(in: folder))
        continue
      }
      let isFolder =
        type == DT_DIR || type == DT_UNKNOWN && Self.isFolder(PlanList.join(folder, name))
      let isPlan = isFolder || Self.isPlan(name)
      guard isPlan || Self.isAlmostPlan(name),
        !ignored.match(path: path + name, name: name, isFolder: isFolder)
      else { continue }
      guard isPlan else {
        list.remarks.append(Self.passedBy(PlanList.join(folder, name)))
        continue
      }
      names.append(isFolder ? name + "/" : name)
    }
    unsafe closedir(handle)
    names.sort { $0.precedes($1) }
    let place = list.folders.count
    list.folders.append(PlanList.Folder(name: folder, root: root, path: path))
    for name in names {
      if name.hasSuffix("/") {
        let inner = PlanList.join(folder, String(name.dropLast()))
        if !isOutput(inner) { search(inner, within: path + name, ignored) }
      } else {
        list.files.append(PlanFile(folder: place, name: name))
      }
    }
  }

  private static func isPlan(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// Whether a file is probably meant as a plan and not named as one: `b.YAML`, `c.yaml.txt`.
  private static func isAlmostPlan(_ name: String) -> Bool {
    let small = name.lowercased()
    return small.hasSuffix(".yaml") || small.hasSuffix(".yml") || small.hasSuffix(".yaml.txt")
      || small.hasSuffix(".yml.txt")
  }

  private static func passedBy(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "odd-name", in: SourceFile(name: path, bytes: []), at: nil,
      Message(
        uk: "цей файл не взято: план закінчується на .yaml або .yml",
        en: "this file is passed by: a plan ends in .yaml or .yml"),
      help: Message(
        uk: "перейменуйте його або додайте до .pysarignore",
        en: "rename it, or name it in .pysarignore"))
  }

  /// The folder of a path, with its slash, and the name in it.
  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (
      String(path[..<path.utf8.index(after: slash)]), String(path[path.utf8.index(after: slash)...])
    )
  }

  private func isOutput(_ folder: String) -> Bool {
    var status = stat()
    guard let output, unsafe lstat(folder, &status) == 0 else { return false }
    return output.inode == UInt64(status.st_ino) && output.size == Int(status.st_dev)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func unreadableName(in folder: String) -> Diagnostic {
    Diagnostic(
      code: "unreadable-name", in: SourceFile(name: folder, bytes: []), at: nil,
      Message(
        uk: "у теці є назва, що не є текстом UTF-8",
        en: "the folder holds a name that is no UTF-8 text"),
      help: Message(uk: "перейменуйте файл", en: "rename the file"))
  }
}
