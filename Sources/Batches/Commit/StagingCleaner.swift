import Files
import RunState

/// Removes what a run has left aside, wherever it stands in the output folder, and the folders that
/// are empty without it. Links are not followed, as nothing is ever written through one.
struct StagingCleaner {
  private let output: OutputFolder

  /// Cleans an output folder; what that is refused for is noted there.
  static func clean(_ output: OutputFolder) {
    do throws(SystemError) {
      StagingCleaner(output: output).clean(try Folder(at: output.path))
    } catch {
      output.noteRefusal(error)
    }
  }

  /// Cleans it of what runs before have left.
  ///
  /// - Returns: the tokens of those of which something may still be there.
  static func clean(_ path: String, of tokens: [String]) -> [String] {
    tokens.flatMap { token in
      let output = OutputFolder(path: path, token: token)
      clean(output)
      return output.unswept
    }
  }

  /// Cleans a folder.
  ///
  /// - Returns: whether something was removed from it.
  @discardableResult private func clean(_ folder: Folder) -> Bool {
    var hasRemoved = false
    for entry in entries(of: folder) {
      guard let name = entry.name else { continue }
      if name.hasPrefix(output.asidePrefix) {
        output.removeAside(name, in: folder)
        hasRemoved = true
      } else if entry.kind == .folder, let inner = self.folder(name, in: folder), clean(inner) {
        // Only a folder that is empty goes.
        if (try? folder.removeFolder(name)) != nil { hasRemoved = true }
      }
    }
    return hasRemoved
  }

  private func entries(of folder: Folder) -> [Folder.Entry] {
    do throws(SystemError) {
      return try folder.entries()
    } catch {
      noteRefusal(error)
      return []
    }
  }

  private func folder(_ name: String, in folder: Folder) -> Folder? {
    do throws(SystemError) {
      return try folder.folder(name)
    } catch {
      noteRefusal(error)
      return nil
    }
  }

  /// A folder that may not be entered is another's: nothing was written to it.
  private func noteRefusal(_ error: SystemError) {
    if !error.isLocal { output.noteRefusal(error) }
  }
}
