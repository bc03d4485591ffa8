/// Names of files in folders of templates.
package enum TemplateName {
  /// The name of a template without its ending; nil for a file that is no template, whatever its
  /// ending: an editor's backup or lock, or a copy that a file manager made of another one.
  ///
  /// Templates are named with letters, digits, hyphens and underscores.
  package static func stem(of name: String, ending: String) -> String? {
    guard name.hasSuffix(ending), name.utf8.count > ending.utf8.count else { return nil }
    let stem = name.dropLast(ending.count)
    let isPlain = stem.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return isPlain ? String(stem) : nil
  }

  /// Whether a file that is no template may have been meant as one: it has the ending, or one like
  /// it, and is not hidden.
  package static func mayBeMeant(_ name: String, ending: String) -> Bool {
    let endings = ending == ".yaml" ? [".yaml", ".yml"] : [ending, ".htm"]
    return !name.hasPrefix(".") && !name.hasPrefix("#") && endings.contains { name.hasSuffix($0) }
  }
}
