import Bytes
import Files

/// Which links among the plans are followed. A job reads with rights that those who put links into
/// its folders may not have, and what it finds goes into reports.
enum LinkPolicy {
  /// All.
  case followed
  /// Those that lead to a file below the folders that were named.
  case within([String])

  /// Whether a link is not followed. One that leads nowhere is told of when it is read.
  func forbid(_ link: String) -> Bool {
    guard case .within(let folders) = self, let target = FileSystem.resolved(link) else {
      return false
    }
    return !folders.contains { folder in
      FileSystem.resolved(folder).map { target.beginsWithBytes(of: $0 == "/" ? "/" : $0 + "/") }
        ?? false
    }
  }
}
