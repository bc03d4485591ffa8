import Diagnostics
import Files

/// The names and paths that are no plans of the batch, in the patterns of gitignore(5).
///
/// A pattern without a slash speaks of the names of files and folders at any depth, one with a slash
/// of the path from the folder that it is written for; one that ends with a slash speaks of folders
/// only. `**` stands for any number of folders, and `!` before a pattern takes in again what an
/// earlier one has passed by. The last pattern that fits decides. The file `.pysarignore` in any
/// folder of plans holds one pattern a line; lines that begin with `#` say nothing.
struct IgnorePatterns: Sendable {
  /// The name of the file of patterns in a folder of plans.
  static let file = ".pysarignore"

  /// The patterns of files, those of inner folders last.
  private var ofFiles: [IgnorePattern] = []
  /// The patterns of options, which outweigh those of files.
  private let ofOptions: [IgnorePattern]

  /// Makes the patterns of options.
  init(_ lines: [String]) {
    ofOptions = lines.compactMap { IgnorePattern($0[...], within: "") }
  }

  /// These patterns and those of a folder's own file, where it has one.
  ///
  /// - Parameter path: the folder's path within the folder of plans, with a slash behind it; empty
  ///   for itself.
  func joined(in folder: String, within path: String) throws(FileFault) -> IgnorePatterns {
    do throws(FileFault) {
      let source = try SourceFile(at: folder + "/" + Self.file)
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let text = source.bytes.starts(with: mark) ? source.bytes.dropFirst(3) : source.bytes[...]
      var joined = self
      joined.ofFiles += String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
        .compactMap { IgnorePattern($0, within: path) }
      return joined
    } catch .missing {
      return self
    }
  }

  /// Whether a file or folder is skipped.
  func match(path: String, name: String, isFolder: Bool) -> Bool {
    if ofFiles.isEmpty, ofOptions.isEmpty { return false }
    let fits = { (pattern: IgnorePattern) in pattern.fits(path, name: name, isFolder: isFolder) }
    return (ofOptions.last(where: fits) ?? ofFiles.last(where: fits)).map { !$0.isNegated } ?? false
  }
}

/// One pattern.
private struct IgnorePattern: Sendable {
  /// Whether what it fits is taken in again.
  let isNegated: Bool
  private let isFolder: Bool
  /// The path of the folder that it is written for, with a slash behind it.
  private let base: String
  /// The names of the path, each a pattern of the shell; a single one speaks of names at any depth.
  private let parts: [String]
  private let isPath: Bool

  /// Reads a line; nil where it says nothing.
  init?(_ line: Substring, within base: String) {
    var text = line
    while let last = text.last, last == " " || last == "\t" || last == "\r" {
      if text.dropLast().last == "\\" { break }
      text.removeLast()
    }
    guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
    isNegated = text.hasPrefix("!")
    if isNegated { text.removeFirst() }
    isFolder = text.hasSuffix("/")
    if isFolder { text.removeLast() }
    isPath = text.contains("/")
    if text.hasPrefix("/") { text.removeFirst() }
    guard !text.isEmpty else { return nil }
    parts = text.split(separator: "/").map(String.init)
    self.base = base
  }

  func fits(_ path: String, name: String, isFolder: Bool) -> Bool {
    guard isFolder || !self.isFolder else { return false }
    if !isPath { return Self.fits(parts[0], name) && path.utf8.starts(with: base.utf8) }
    guard path.utf8.starts(with: base.utf8) else { return false }
    let names = path.utf8.dropFirst(base.utf8.count).split(separator: UInt8(ascii: "/"))
    return Self.fits(parts[...], names.map { String(Substring($0)) }[...])
  }

  private static func fits(_ parts: ArraySlice<String>, _ names: ArraySlice<String>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == "**" {
      // At the end it stands for what is in the folder, not for the folder.
      if parts.count == 1 { return !names.isEmpty }
      return (0...names.count).contains { fits(parts.dropFirst(), names.dropFirst($0)) }
    }
    guard let name = names.first, fits(part, name) else { return false }
    return fits(parts.dropFirst(), names.dropFirst())
  }

  private static func fits(_ pattern: String, _ name: String) -> Bool {
    FileSystem.fits(name, pattern: pattern)
  }
}
