internal import Bytes
internal import Diagnostics
internal import Files
package import Schemas

/// Where the plans are looked for that other plans refer to: in the folder of the one that refers,
/// among the files and folders that were named, and in further folders, in this order.
package struct PlanFolders: Sendable {
  private let named: [String]
  private let further: [String]
  /// The only files that there are, by their paths; nil for those of the file system.
  private let memory: [String: [UInt8]]?

  /// Makes the places to look in.
  ///
  /// - Parameters:
  ///   - named: the files and folders of plans that the user named.
  ///   - further: the folders of plans that are only referred to.
  ///   - memory: the only files that there are, by their paths, in place of the file system's.
  package init(
    named: [String] = [], further: [String] = [], memory: [String: [UInt8]]? = nil
  ) {
    self.named = named.filter { $0 != "-" }
    self.further = further
    self.memory = memory
  }

  /// Makes a place in which every kind's example can be referred to: `performance-plan.yaml`.
  package init(examplesOf kinds: KindLibrary) {
    var memory: [String: [UInt8]] = [:]
    for name in kinds.names {
      memory["\(name).yaml"] = (try? kinds.folders.read("kinds/\(name)/example.yaml"))?.bytes
    }
    self.init(further: ["."], memory: memory)
  }

  /// The paths where a plan may be that another one refers to, the likeliest first, each once.
  func candidates(for reference: String, from source: String) -> [String] {
    let folder = source == "-" ? "." : FileSystem.parent(of: source)
    var result = [Self.join(folder, reference)]
    for path in named {
      if ("/" + path).endsWithBytes(of: "/" + reference) { result.append(Self.normal(path)) }
      result.append(Self.join(path, reference))
    }
    result += further.map { Self.join($0, reference) }
    var seen: Set<PathKey> = []
    return result.filter { seen.insert(PathKey($0)).inserted }
  }

  /// Reads a file.
  ///
  /// - Throws: why it cannot be read.
  func read(_ path: String) throws(FileFault) -> SourceFile {
    guard let memory else { return try SourceFile(at: path) }
    guard let bytes = memory[path] else { throw .missing }
    return SourceFile(name: path, bytes: bytes)
  }

  /// The paths of the plans that lie where one was looked for.
  func neighbours(of path: String) -> [String] {
    let folder = FileSystem.parent(of: path)
    guard memory == nil, let names = try? Folder.names(at: folder), names.count <= Self.nameLimit
    else { return [] }
    return names.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .map { Self.join(folder, $0) }
  }

  /// More names than so many are not gone through.
  private static let nameLimit = 2000

  /// What is the same for all paths that lead to one file.
  func identity(of path: String) -> PathKey {
    PathKey((memory == nil ? FileSystem.resolved(path) : nil) ?? Self.normal(path))
  }

  private static func join(_ folder: String, _ path: String) -> String {
    normal(folder + "/" + path)
  }

  /// The path without `.` and, where the folder before is named, without `..`.
  package static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if let last = parts.last, last != ".." {
          parts.removeLast()
        } else if !path.hasPrefix("/") {
          parts.append(part)
        }
      default: parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
