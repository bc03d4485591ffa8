import Bytes

/// A plan's path in its parts, and what its renditions have in common with it.
struct PlanPath {
  /// The folder without a slash at its end; empty for the outermost.
  let folder: Substring
  /// The name of the file: `ivasiv.yaml`.
  let name: Substring
  /// The name without its ending.
  let nameStem: Substring
  /// What the paths of renditions begin with: `2021/ivasiv`, with the plan's number behind it
  /// where its file has several.
  let stem: String
  /// What the path of each rendition has behind the stem: `.html`, `.control.html`; nil where it
  /// does not begin with the stem.
  private(set) var suffixes: [Substring?] = []

  init(_ outcome: PlanOutcome) {
    let source = outcome.source
    let slash = source.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { source[..<$0] } ?? ""
    name = slash.map { source[source.utf8.index(after: $0)...] } ?? source[...]
    let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    nameStem = name[..<dot]
    let whole = String(source[..<dot])
    stem = outcome.count > 1 ? "\(whole)-\(outcome.number)" : whole
    suffixes = outcome.renditions.map { suffix(of: $0.path) }
  }

  /// What the path of a rendition has behind the stem.
  func suffix(of path: String) -> Substring? {
    guard path.beginsWithBytes(of: stem) else { return nil }
    let rest = path[path.utf8.index(path.startIndex, offsetBy: stem.utf8.count)...]
    return rest.utf8.first == UInt8(ascii: ".") ? rest : nil
  }
}
