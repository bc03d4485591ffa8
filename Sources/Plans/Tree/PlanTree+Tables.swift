internal import Diagnostics
internal import Schemas
internal import Tables
internal import XML

extension PlanTree {
  /// What is wrong with the tables whose columns the plan names.
  var tableFaults: [Diagnostic] {
    let owners = kind.tableOwners
    guard !owners.isEmpty else { return [] }
    let names = kind.tableNames
    var result: [Diagnostic] = []
    visit(root) { node in
      for finding in TableChecker.findings(in: node, names) {
        result.append(
          Diagnostic(
            finding.severity, code: finding.code, in: source, at: range(of: finding.node),
            finding.message,
            help: finding.help))
      }
    }
    return result

    func visit(_ node: XMLNode, _ check: (XMLNode) -> Void) {
      if owners.contains(node.name), node.child("columns") != nil, !node.isNamed("column") {
        check(node)
      }
      for child in node.children where child.isElement && mayHold(child) { visit(child, check) }
    }

    func mayHold(_ node: XMLNode) -> Bool { !names.rows.contains(node.name) }
  }
}
