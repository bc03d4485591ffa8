package import Diagnostics
internal import Files

/// The files of signatures beside a plan, which are taken along and never altered.
package enum SignatureFiles {
  /// How their names end: CMS, and containers of ASiC.
  private static let endings = [".p7s", ".asice", ".asics"]

  /// Whether a name is a signature's.
  package static func isSignature(_ name: String) -> Bool {
    let small = name.lowercased()
    return endings.contains(where: small.hasSuffix)
  }

  /// The signatures beside the file of a plan, as far as they can be read: `kalyna.p7s`,
  /// `kalyna.yaml.p7s`, `kalyna.hai.p7s`, `kalyna.pdf.asice` for `kalyna.yaml`.
  package static func beside(_ path: String) -> [SourceFile] {
    files(beside: path) { name in
      isSignature(name) && plan(of: folder(of: path) + name) ?? path == path
    }
  }

  /// The plan's file itself and its renditions beside it: what its signatures may be of.
  package static func signed(_ path: String) -> [SignedFile] {
    let own = FolderCursor.parts(of: path).name
    let start = stem(of: own).count + 1
    return files(beside: path) { name in
      name == own || !isSignature(name) && name.dropFirst(start).allSatisfy(\.isLetter)
    }.map { SignedFile($0.name, $0.bytes) }
  }

  /// The plan that a signature is beside, by its name: `kalyna.yaml` for `kalyna.hai.p7s`; nil where
  /// there is none.
  package static func plan(of path: String) -> String? {
    var name = stem(of: FolderCursor.parts(of: path).name)
    while !name.isEmpty {
      for ending in ["", ".yaml", ".yml"] where ending.isEmpty == isPlan(name) {
        let plan = String(folder(of: path)) + name + ending
        if FileSystem.isFile(plan) { return plan }
      }
      let shorter = stem(of: name)
      guard shorter != name else { return nil }
      name = shorter
    }
    return nil
  }

  /// The rendition that a signature is of, by its name: `pdf` for `.pdf.p7s`; nil for the plan itself.
  package static func format(ofSuffix suffix: String) -> String? {
    let words = suffix.split(separator: ".")
    return words.count == 2 && !["yaml", "yml"].contains(words[0]) ? String(words[0]) : nil
  }

  /// A name without its ending.
  package static func stem(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private static func isPlan(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// The files beside another one, that among them, which have its name but for what stands behind a
  /// full stop.
  private static func files(beside path: String, where isMeant: (String) -> Bool) -> [SourceFile] {
    let start = stem(of: FolderCursor.parts(of: path).name) + "."
    let names = (try? Folder.names(at: FileSystem.parent(of: path))) ?? []
    return names.filter { $0.hasPrefix(start) && isMeant($0) }.sorted().compactMap {
      try? SourceFile(at: folder(of: path) + $0)
    }
  }

  /// What of a path stands before the name, with its slash.
  private static func folder(of path: String) -> Substring {
    path.dropLast(FolderCursor.parts(of: path).name.count)
  }
}
