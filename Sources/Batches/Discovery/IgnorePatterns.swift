import Diagnostics
import Files
internal import Glibc

/// The names and paths that are no plans of the batch, in the shell's patterns (POSIX fnmatch).
///
/// A pattern without a slash speaks of the names of files and folders at any depth, one with a slash
/// of the path from the folder of plans; one that ends with a slash speaks of folders only. The file
/// `.pysarignore` in a folder of plans holds one pattern a line; lines that begin with `#` say nothing.
struct IgnorePatterns: Sendable {
  private struct Pattern {
    let text: String
    let isPath: Bool
    let isFolder: Bool
  }

  /// The name of the file of patterns in a folder of plans.
  static let file = ".pysarignore"

  private let patterns: [Pattern]

  init(_ lines: [String]) {
    patterns = lines.compactMap { line in
      var text = Substring(line)
      while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
      guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
      let isFolder = text.hasSuffix("/")
      if isFolder { text.removeLast() }
      let isPath = text.contains("/")
      if text.hasPrefix("/") { text.removeFirst() }
      return Pattern(text: String(text), isPath: isPath, isFolder: isFolder)
    }
  }

  /// These patterns and those of the folder's own file.
  func joined(in folder: String) throws(FileFault) -> IgnorePatterns {
    do throws(FileFault) {
      let source = try SourceFile(at: folder + "/" + Self.file)
      let lines = String(decoding: source.bytes, as: UTF8.self)
        .split(whereSeparator: \.isNewline).map(String.init)
      return IgnorePatterns(own: patterns + IgnorePatterns(lines).patterns)
    } catch .missing {
      return self
    }
  }

  private init(own patterns: [Pattern]) {
    self.patterns = patterns
  }

  /// Whether a file or folder is skipped.
  func match(path: String, name: String, isFolder: Bool) -> Bool {
    !patterns.isEmpty
      && patterns.contains { pattern in
        guard isFolder || !pattern.isFolder else { return false }
        return unsafe fnmatch(pattern.text, pattern.isPath ? path : name, FNM_PATHNAME) == 0
      }
  }
}
