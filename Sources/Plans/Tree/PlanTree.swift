package import Contents
package import Diagnostics
package import Schemas
package import XML

/// A plan: the tree of its elements, each tied to its place in the source.
///
/// It is made, used and freed on one task.
package final class PlanTree {
  /// What kind of plan it is.
  package let kind: Kind
  /// Where it was read.
  package let source: SourceFile
  /// The number of the plan in its file, from 1.
  package let index: Int
  /// Whether nothing is wrong with its shape. What is made of a plan that is not whole is the part of
  /// it that could be read, and no document.
  package internal(set) var isWhole = true
  /// Whether the text could not be read to its end; then what is missing says nothing.
  var isCutShort = false
  /// What could not be read of it.
  package internal(set) var gaps: [PlanGap] = []
  /// The plans that it refers to, in the order of the plan.
  package internal(set) var references: [PlanReference] = []
  /// The files that it was read with: a change of one of them changes the plan.
  package internal(set) var dependencies: [PlanDependency] = []
  private let tree: XMLTree
  private let ranges: [SourceRange]

  init(kind: Kind, source: SourceFile, index: Int, tree: consuming XMLTree, ranges: [SourceRange]) {
    self.kind = kind
    self.source = source
    self.index = index
    self.tree = tree
    self.ranges = ranges
  }

  /// The outermost element. Nodes must not outlive the plan.
  package var root: XMLNode { tree.root }

  /// How many of its elements have a place of their own.
  var elementCount: Int { ranges.count }

  /// Where a node was written: all of its value.
  package func range(of node: XMLNode) -> SourceRange {
    var next: XMLNode? = node
    while let node = next {
      if ranges.indices.contains(node.ordinal - 1) { return ranges[node.ordinal - 1] }
      next = node.parent
    }
    return SourceRange(line: 1, column: 1)
  }

  /// Says in the tree which items are other than those of the plan that it revises, and what its
  /// author wrote of it that is not so.
  func mark(by former: RevisedPlan) -> [Diagnostic] {
    guard let name = kind.schema.revision?.mark else { return [] }
    let (marks, faults) = former.marks(in: root, kind.schema, of: source, range)
    for (item, isChanged) in marks {
      let element = tree.makeElement(XMLName(name))
      element.setAttribute(DutyTexts.mark, "reference".utf8.span)
      element.append(text: (isChanged ? "true" : "false").utf8.span)
      element.setOrdinals(item.ordinal)
      item.append(element)
    }
    return faults
  }

  /// The canonical XML of the plan: its rendition for machines and archives.
  package func canonicalXML() -> [UInt8] {
    CanonicalXML.write(tree.root, namespace: kind.namespace)
  }

  /// The elements with their values and places, one to a line, for people who read tests.
  package func dump() -> String {
    var lines: [String] = []
    dump(tree.root, depth: 0, into: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func dump(_ node: XMLNode, depth: Int, into lines: inout [String]) {
    let range = range(of: node)
    let attributes = node.attributes.map { " \($0.name)=\"\($0.stringValue)\"" }.joined()
    let children = node.children.filter(\.isElement)
    let text = children.isEmpty ? " \"\(node.stringValue)\"" : ""
    lines.append(
      String(repeating: "  ", count: depth) + node.name + attributes
        + " @\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)" + text
    )
    for child in children { dump(child, depth: depth + 1, into: &lines) }
  }
}
