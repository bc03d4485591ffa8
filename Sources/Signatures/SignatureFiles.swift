internal import Files

/// The files of detached signatures beside a plan, which are taken along and never altered.
package enum SignatureFiles {
  /// How their names end: CMS, and containers of ASiC.
  static let endings = [".p7s", ".asice", ".asics"]

  /// Whether a name is a signature's.
  package static func isSignature(_ name: String) -> Bool {
    let small = name.lowercased()
    return endings.contains(where: small.hasSuffix)
  }

  /// What stands behind the name of a plan's file without its ending in the names of its signatures:
  /// `.p7s`, `.yaml.p7s`, `.pdf.asice`.
  package static func suffixes(beside path: String, among names: [String]) -> [String] {
    let stem = stem(of: FolderCursor.parts(of: path).name)
    return names.filter { $0.hasPrefix(stem + ".") && isSignature($0) }.map {
      String($0.dropFirst(stem.count))
    }.sorted()
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
}
