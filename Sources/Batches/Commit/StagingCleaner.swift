import Files
import RunState

/// Removes what begins with a prefix, wherever it stands below a folder, and the folders that are
/// empty without it. Links are not followed, as nothing is ever written through one.
struct StagingCleaner {
  let prefix: String

  /// Cleans an output folder of all that a run has left aside.
  static func clean(_ output: OutputFolder) {
    guard let folder = try? Folder(at: output.path) else { return }
    StagingCleaner(prefix: output.asidePrefix).clean(folder)
  }

  /// Cleans a folder.
  ///
  /// - Returns: whether something was removed from it.
  @discardableResult private func clean(_ folder: Folder) -> Bool {
    var hasRemoved = false
    for entry in (try? folder.entries()) ?? [] {
      guard let name = entry.name else { continue }
      if name.hasPrefix(prefix) {
        folder.removeAll(name)
        hasRemoved = true
      } else if entry.kind == .folder, let inner = try? folder.folder(name), clean(inner) {
        // Only a folder that is empty goes.
        if (try? folder.removeFolder(name)) != nil { hasRemoved = true }
      }
    }
    return hasRemoved
  }
}
