internal import Diagnostics
internal import XPathLanguage
internal import YAML

/// A YAML file and its tree.
struct YAMLFile {
  let source: SourceFile
  let root: YAMLNode
  /// What its expressions may name: the patterns of its act, and what a rule finds.
  var names = XPathNames()

  /// Where a scalar's text begins: behind its quotation mark.
  func contentStart(of node: YAMLNode) -> SourcePosition {
    if node.isPlain { return node.range.start }
    let line = Array(source.line(Int(node.range.start.line)).unicodeScalars)
    let column = Int(node.range.start.column)
    guard line.indices.contains(column - 1) else { return node.range.start }
    if line[column - 1] == ">" || line[column - 1] == "|" {
      let next = source.line(Int(node.range.start.line) + 1).prefix { $0 == " " }.count
      return SourcePosition(line: Int(node.range.start.line) + 1, column: next + 1)
    }
    let isQuoted = line[column - 1] == "\"" || line[column - 1] == "'"
    return SourcePosition(line: Int(node.range.start.line), column: column + (isQuoted ? 1 : 0))
  }
}
