import Diagnostics
internal import Glibc

/// One of the folders of templates that are laid over each other.
package enum TemplateLayer: Sendable {
  /// A folder of the file system, by its path.
  case folder(String)
  /// Files held in memory, by their paths within the folder.
  case memory([String: [UInt8]])

  /// Files held in memory, each a text.
  package static func texts(_ files: [String: String]) -> TemplateLayer {
    .memory(files.mapValues { Array($0.utf8) })
  }

  /// Reads a file by its path within the folder.
  ///
  /// - Throws: why it cannot be read.
  func read(_ path: String) throws(FileFault) -> SourceFile {
    SourceFile(name: name(of: path), bytes: try bytes(of: path))
  }

  /// Reads the bytes of a file by its path within the folder.
  ///
  /// - Throws: why they cannot be read.
  func bytes(of path: String) throws(FileFault) -> [UInt8] {
    switch self {
    case .folder: return try SourceFile.bytes(at: name(of: path))
    case .memory(let files):
      if let bytes = files[path] { return bytes }
      throw holds(path) ? .isFolder : .missing
    }
  }

  /// A file's name as diagnostics give it.
  private func name(of path: String) -> String {
    switch self {
    case .folder(let folder): folder + "/" + path
    case .memory: path
    }
  }

  /// Whether there is a file or a folder of that path.
  func holds(_ path: String) -> Bool {
    switch self {
    case .folder(let folder): unsafe access(folder + "/" + path, F_OK) == 0
    case .memory(let files):
      files.keys.contains { $0 == path || $0.hasPrefix(path + "/") }
    }
  }

  /// The names of what a folder within the folder holds, in no order; some may come twice.
  ///
  /// - Throws: why it cannot be read.
  func names(in path: String) throws(FileFault) -> [String] {
    switch self {
    case .folder(let folder): return try Folder.names(at: folder + "/" + path)
    case .memory(let files):
      guard holds(path) else { throw .missing }
      return files.keys.filter { $0.hasPrefix(path + "/") }.compactMap {
        $0.dropFirst(path.count + 1).split(separator: "/").first.map(String.init)
      }
    }
  }
}
