package import Diagnostics
internal import Schemas
internal import Tables
internal import XML

extension PlanTree {
  /// What is wrong with the tables whose columns the plan names.
  var tableFaults: [Diagnostic] {
    let names = kind.tableNames
    var result: [Diagnostic] = []
    visitTables { node in
      for finding in TableChecker.findings(in: node, names) {
        if finding.code == "wrong-sum", mayLackRows(finding.node) { continue }
        result.append(
          Diagnostic(
            finding.severity, code: finding.code, in: source, at: range(of: finding.node),
            finding.message,
            help: finding.help))
      }
    }
    return result
  }

  /// Whether a cell is of a row of sums, and some row that it sums up could not be read.
  private func mayLackRows(_ cell: XMLNode) -> Bool {
    let row = sequence(first: cell) { $0.parent }.first { kind.tableNames.rows.contains($0.name) }
    guard let row, row.child("sum") != nil, let list = row.parent else { return false }
    return gaps.contains { gap in sequence(first: gap.node) { $0.parent }.contains { $0 == list } }
  }

  /// Where the plan names the columns of its first table that has so many; nil where none has.
  package func range(ofColumns count: Int) -> SourceRange? {
    var columns: XMLNode?
    visitTables { node in
      guard columns == nil, let element = node.child("columns") else { return }
      if TableColumns(element).all.count == count { columns = element }
    }
    return columns.map(range)
  }

  /// Visits the elements that hold a table and the names of its columns.
  private func visitTables(_ visit: (XMLNode) -> Void) {
    let owners = kind.tableOwners
    guard !owners.isEmpty else { return }
    let rows = kind.tableNames.rows
    search(root)

    func search(_ node: XMLNode) {
      if owners.contains(node.name), node.child("columns") != nil, !node.isNamed("column") {
        visit(node)
      }
      for child in node.children where child.isElement && !rows.contains(child.name) {
        search(child)
      }
    }
  }
}
