package import Diagnostics

/// The data folders, laid one over the other: a file of a later folder stands for one of the same
/// path in an earlier one.
package struct TemplateFolders: Sendable {
  /// The folders, the built-in one first.
  let layers: [TemplateLayer]

  /// The folders within them that what is made of plans depends on.
  package static let names = ["acts", "calendars", "index", "kinds", "words"]

  /// Lays folders over each other.
  package init(_ layers: [TemplateLayer]) {
    self.layers = layers
  }

  /// Lays folders of the file system over each other.
  package init(_ paths: [String]) {
    layers = paths.map { .folder($0) }
  }

  /// The paths of those folders that are in the file system.
  package var paths: [String] {
    layers.compactMap { if case .folder(let path) = $0 { path } else { nil } }
  }

  /// Reads a file by its path within the folders, or nil where there is none.
  ///
  /// - Throws: why a file that is there cannot be read.
  package func read(_ path: String) throws(FileFault) -> SourceFile? {
    try lastFile { layer throws(FileFault) in try layer.read(path) }
  }

  /// Reads the bytes of a file of which no place is told, by its path within the folders, or nil where
  /// there is none.
  ///
  /// - Throws: why a file that is there cannot be read.
  package func bytes(of path: String) throws(FileFault) -> [UInt8]? {
    try lastFile { layer throws(FileFault) in try layer.bytes(of: path) }
  }

  /// What the last folder gives that has a file.
  private func lastFile<Value>(
    _ read: (TemplateLayer) throws(FileFault) -> Value
  ) throws(FileFault) -> Value? {
    for layer in layers.reversed() {
      do throws(FileFault) {
        return try read(layer)
      } catch .missing {
        continue
      }
    }
    return nil
  }

  /// In how many of the folders there is a file of that path.
  package func count(of path: String) -> Int {
    layers.count { $0.holds(path) }
  }

  /// The file of that path in the first folder that has one: what later folders replace.
  package func original(of path: String) -> SourceFile? {
    for layer in layers {
      if let source = try? layer.read(path) { return source }
    }
    return nil
  }

  /// What a folder within the folders holds, as far as it can be read.
  package func list(_ path: String) -> TemplateList {
    var names: Set<PathKey> = []
    var readable: [TemplateLayer] = []
    var faults: [FileFault] = []
    for layer in layers {
      do throws(FileFault) {
        names.formUnion(try layer.names(in: path).map { PathKey($0) })
        readable.append(layer)
      } catch .missing {
        continue
      } catch {
        faults.append(error)
      }
    }
    return TemplateList(
      path: path, names: names.paths, folders: TemplateFolders(readable), faults: faults)
  }

  /// The names of what a folder within the folders holds, sorted, each once.
  ///
  /// - Throws: why one of the folders that are there cannot be read.
  package func readableNames(in path: String) throws(FileFault) -> [String] {
    let list = list(path)
    if let fault = list.faults.first { throw fault }
    return list.names
  }

  /// A path written in a file, relative to that file's own path within the folders; nil where it
  /// leads out of the folders.
  package static func resolve(_ reference: String, from path: String) -> String? {
    guard !reference.hasPrefix("/") else { return nil }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in reference.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// What a folder within the template folders holds.
package struct TemplateList: Sendable {
  /// Its path within them.
  let path: String
  /// The names in it, sorted, each once.
  package let names: [String]
  /// Those of the folders that have it and can be read there.
  package let folders: TemplateFolders
  /// Why others that have it cannot be read there.
  let faults: [FileFault]

  /// The same, said of the folder.
  package var diagnostics: [Diagnostic] { faults.map { $0.diagnostic(file: path) } }
}
