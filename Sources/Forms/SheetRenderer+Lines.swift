internal import Documents
internal import Schemas
internal import Tables
internal import XML

/// Tables whose columns the plan names.
extension SheetRenderer {
  /// Adds the rows of a table, by two cells that the form shows how to fill: one for titles, one for
  /// all others; their expressions begin at what stands in the cell.
  func addLines(of group: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder) {
    guard let scope, let rows = group.binding.rows else { return }
    let pattern = cells(of: group)
    for owner in expressions.nodes(rows, scope) {
      guard let columns = owner.child("columns") else { continue }
      var layout = TableLayout(TableColumns(columns), tableNames)
      for row in layout.rows(below: owner) where !isExhausted {
        let first = page.document.rows.count
        for line in layout.lines(of: row) { add(line, by: pattern, to: &page) }
        page.document.rowGroups.append(first..<page.document.rows.count)
      }
    }
  }

  /// A column's share of the table in percent: a number that is bound, or the plain one.
  func width(of column: FormSheet.Part, _ scope: Scope?) -> Int? {
    guard let scope, let bound = column.binding.width else { return column.width.map { Int($0) } }
    let value = expressions.number(bound, scope)
    return value >= 1 && value <= 100 ? Int(value) : nil
  }

  private typealias Pattern = (title: FormSheet.Part?, cell: FormSheet.Part?)

  private func cells(of group: FormSheet.Part) -> Pattern {
    var result: Pattern = (nil, nil)
    var rest = group.children
    while let row = sheet.popFirst(of: &rest) {
      guard row.tag == .tr else { continue }
      var cells = row.children
      while let cell = sheet.popFirst(of: &cells) {
        if cell.tag == .th { result.title = cell }
        if cell.tag == .td { result.cell = cell }
      }
    }
    return result
  }

  private func add(
    _ line: [TableLayout.Cell], by pattern: Pattern, to page: inout DocumentBuilder
  ) {
    visitsLeft -= 1
    let first = page.document.cells.count
    for place in line {
      var cell = Table.Cell()
      switch place.content {
      case .node(let node):
        if let part = pattern.cell { cell = self.cell(part, Self.scope(node), in: &page) }
      case .heads(let nodes):
        guard let part = pattern.title else { break }
        let look = look(of: part, nodes.first.map(Self.scope), in: &page)
        let start = page.document.paragraphs.count
        for node in nodes { _ = paragraphs(part, look, Self.scope(node), in: &page) }
        cell = Table.Cell(
          start..<page.document.paragraphs.count, look.role, scope: part.scope, style: look.style)
      case .number(let number):
        let start = page.beginText()
        page.add("\(number).".utf8.span)
        let text = page.endTrimmedText(start)
        page.document.paragraphs.append(Paragraph(text, .cell, alignment: .center))
        cell.paragraphs = page.document.paragraphs.indices.suffix(1)
      case .empty: break
      }
      cell.columnSpan = place.columnSpan
      cell.rowSpan = place.rowSpan
      page.document.cells.append(cell)
    }
    page.document.rows.append(Table.Row(first..<page.document.cells.count))
  }

  private static func scope(_ node: XMLNode) -> Scope { Scope(node: node, position: 1, size: 1) }
}
