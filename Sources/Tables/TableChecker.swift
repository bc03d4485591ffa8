package import Diagnostics
package import Schemas
package import XML

/// Finds what is wrong with tables whose columns a plan names.
package struct TableChecker {
  /// What was found, and where.
  package struct Finding {
    /// How much it weighs.
    package let severity: Severity
    /// The code.
    package let code: String
    /// Where it stands.
    package let node: XMLNode
    /// What is wrong.
    package let message: Message
    /// How it is mended.
    package let help: Message

    init(
      _ severity: Severity = .error, code: String, node: XMLNode, message: Message, help: Message
    ) {
      self.severity = severity
      self.code = code
      self.node = node
      self.message = message
      self.help = help
    }
  }

  private let names: TableNames
  private let layout: TableLayout
  private let columns: TableColumns
  private var findings: [Finding] = []

  /// What is wrong with the table that stands in an element.
  package static func findings(in owner: XMLNode, _ names: TableNames) -> [Finding] {
    guard let element = owner.child("columns") else { return [] }
    let columns = TableColumns(element)
    var checker = TableChecker(
      names: names, layout: TableLayout(columns, names), columns: columns)
    checker.checkRoles()
    var sums = TableSums(columns: columns, layout: checker.layout)
    for row in checker.layout.rows(below: owner) { checker.check(row) }
    sums.check(below: owner)
    return checker.findings + sums.findings
  }

  private init(names: TableNames, layout: TableLayout, columns: TableColumns) {
    self.names = names
    self.layout = layout
    self.columns = columns
  }

  private mutating func checkRoles() {
    var seen: [String: TableColumns.Column] = [:]
    for column in columns.all {
      if column.heads.count > 1 {
        findings.append(
          Finding(
            code: "column-levels", node: column.node,
            message: Message(
              uk: "заголовки граф мають понад два рівні",
              en: "the heads of columns have more than two levels"),
            help: Message(
              uk: "поставте графу «\(column.title)» на рівень вище",
              en: "put the column '\(column.title)' one level higher")))
      }
      guard let role = column.role, !names.namingCells.contains(role) else { continue }
      if let first = seen[role] {
        findings.append(
          Finding(
            code: "column-role", node: column.node.child("role") ?? column.node,
            message: Message(
              uk: "дві графи з однією роллю: «\(first.title)» і «\(column.title)»",
              en: "two columns have one role: '\(first.title)' and '\(column.title)'"),
            help: Message(
              uk: "залиште роль одній із них; графа без ролі містить текст",
              en: "leave the role to one of them; a column without a role holds text")))
      }
      seen[role] = seen[role] ?? column
    }
  }

  /// Looks for cells that no column shows.
  private mutating func check(_ row: XMLNode) {
    for node in row.children where node.isElement && names.roles.contains(node.name) {
      if names.heads.contains(node.name) || node.isNamed("year") { continue }
      // The title of a day or a quarter says when all below it is due.
      if node.isNamed("deadline"), row.child("section") != nil, row.child("rows") != nil {
        continue
      }
      let shown = columns.places(of: node.name)
      if !shown.isEmpty {
        guard names.namingCells.contains(node.name), let column = node.child("column") else {
          continue
        }
        if shown.contains(where: { columns.all[$0].name == column.stringValue }) { continue }
      }
      findings.append(
        Finding(
          code: "no-column", node: node,
          message: Message(
            uk: "для цієї клітинки в таблиці немає графи, і її не надруковано",
            en: "the table has no column for this cell, and it is not printed"),
          help: Message(
            uk: "додайте до «колонки» графу з такою роллю або вилучіть клітинку",
            en: "add a column of this role to 'columns', or delete the cell")))
    }
    for inner in layout.rows(below: row) { check(inner) }
  }
}
