import Diagnostics
internal import Glibc

/// A file of plans.
struct PlanFile: Sendable, Equatable {
  /// The place of its folder of plans among ``PlanList/folders``.
  let folder: Int
  /// The path within that folder, or the name of a file that was named itself.
  let path: String
}

/// All files of plans of a batch, by the bytes of their paths.
struct PlanList: Sendable {
  /// The folders of plans, as the user called them.
  var folders: [String] = []
  var files: [PlanFile] = []
  /// What could not be looked at.
  var faults: [Diagnostic] = []
  /// The folders that hold no plan.
  var emptyFolders: [String] = []

  /// What the user would call a file.
  func name(of file: PlanFile) -> String { Self.join(folders[file.folder], file.path) }

  static func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}

/// Looks for the plans below folders: files named `*.yaml` or `*.yml`. Hidden files and folders, and
/// links to folders, are passed by, so that no loop of links is entered.
struct PlanFinder {
  private var list = PlanList()
  private let ignored: IgnorePatterns
  private let shard: Batch.Shard?
  /// The output folder, in which no plans are looked for.
  private let output: FileStamp?

  private init(_ batch: Batch) {
    ignored = IgnorePatterns(batch.ignored)
    shard = batch.shard
    var status = stat()
    output =
      unsafe stat(batch.output, &status) == 0
      ? FileStamp(size: Int(status.st_dev), modified: 0, changed: 0, inode: UInt64(status.st_ino))
      : nil
  }

  /// The files of a batch, or of its shard.
  static func find(_ batch: Batch) -> PlanList {
    var finder = PlanFinder(batch)
    for path in batch.plans { finder.add(path) }
    finder.list.files.sort {
      $0.path == $1.path
        ? $0.folder < $1.folder : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    if let shard = finder.shard { finder.list.files.removeAll { !shard.holds($0.path) } }
    return finder.list
  }

  private mutating func add(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      list.faults.append(FileFault(errno: errno).diagnostic(file: path))
      return
    }
    let place = list.folders.count
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      list.folders.append(String(path.dropLast(name.utf8.count)))
      list.files.append(PlanFile(folder: place, path: name))
      return
    }
    list.folders.append(path)
    let count = list.files.count
    let faults = list.faults.count
    do throws(FileFault) {
      search(path, within: "", place, try ignored.joined(in: path))
    } catch {
      list.faults.append(error.diagnostic(file: path + "/" + IgnorePatterns.file))
    }
    if list.files.count == count, list.faults.count == faults { list.emptyFolders.append(path) }
  }

  private mutating func search(
    _ folder: String, within path: String, _ place: Int, _ ignored: IgnorePatterns
  ) {
    guard let handle = unsafe opendir(folder) else {
      list.faults.append(FileFault(errno: errno).diagnostic(file: folder))
      return
    }
    var folders: [String] = []
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
      let inner = path.isEmpty ? name : path + "/" + name
      let isFolder =
        type == DT_DIR || type == DT_UNKNOWN && Self.isFolder(PlanList.join(folder, name))
      guard isFolder || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { continue }
      guard !ignored.match(path: inner, name: name, isFolder: isFolder) else { continue }
      if isFolder {
        folders.append(name)
      } else {
        list.files.append(PlanFile(folder: place, path: inner))
      }
    }
    unsafe closedir(handle)
    for name in folders.sorted() {
      let inner = PlanList.join(folder, name)
      guard !isOutput(inner) else { continue }
      search(inner, within: path.isEmpty ? name : path + "/" + name, place, ignored)
    }
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
