extension HTMLPage {
  /// Adds a table, one cell to a line.
  mutating func table(_ table: Table) {
    let grid = TableGrid(table)
    tag("<table", table.style)
    raw(">\n")
    if !table.caption.isEmpty { inlines(table.caption, "<caption>", "</caption>\n") }
    columns(table.columns, count: grid.columnCount)
    if !table.header.isEmpty {
      raw("<thead>\n")
      rows(table.header, from: 0, of: grid)
      raw("</thead>\n")
    }
    var row = table.header.count
    let groups = table.groups.span
    for index in groups.indices {
      raw("<tbody>\n")
      rows(groups[index], from: row, of: grid)
      raw("</tbody>\n")
      row += groups[index].count
    }
    raw("</table>\n")
  }

  private mutating func columns(_ columns: [Table.Column], count: Int) {
    if columns.allSatisfy({ $0.width == nil }) { return }
    raw("<colgroup>\n")
    for index in 0..<count {
      if index < columns.count, let width = columns[index].width {
        number(width, "<col style=\"width:", "%\">\n")
      } else {
        raw("<col>\n")
      }
    }
    raw("</colgroup>\n")
  }

  private mutating func rows(_ rows: [Table.Row], from first: Int, of grid: TableGrid) {
    let rows = rows.span
    for index in rows.indices {
      raw("<tr>\n")
      row(rows[index].cells.span, at: grid.cells(inRow: first + index), of: grid)
      raw("</tr>\n")
    }
  }

  private mutating func row(_ cells: Span<Table.Cell>, at places: Range<Int>, of grid: TableGrid) {
    for place in places {
      if let source = grid.cells[place].source {
        cell(
          cells[source].paragraphs, cells[source].scope, cells[source].style,
          at: grid.cells[place])
      } else {
        raw("<td></td>\n")
      }
    }
  }

  /// Adds a cell; a single plain paragraph needs no element of its own.
  private mutating func cell(
    _ paragraphs: [Paragraph], _ scope: Table.Scope?, _ style: String, at place: TableGrid.Cell
  ) {
    let paragraphs = paragraphs.span
    let isPlain =
      paragraphs.count == 1 && !paragraphs[0].isIndented && paragraphs[0].style.isEmpty
    tag(scope == nil ? "<td" : "<th", isPlain ? paragraphs[0].alignment : .start, style)
    switch scope {
    case .col: raw(" scope=\"col\"")
    case .row: raw(" scope=\"row\"")
    case .colgroup: raw(" scope=\"colgroup\"")
    case .rowgroup: raw(" scope=\"rowgroup\"")
    case nil: break
    }
    if place.columnSpan > 1 { number(place.columnSpan, " colspan=\"", "\"") }
    if place.rowSpan > 1 { number(place.rowSpan, " rowspan=\"", "\"") }
    let end: StaticString = scope == nil ? "</td>\n" : "</th>\n"
    if isPlain { return inlines(paragraphs[0].text, ">", end) }
    raw(paragraphs.isEmpty ? ">" : ">\n")
    for index in paragraphs.indices { paragraph(paragraphs[index], "<p", "</p>\n") }
    raw(end)
  }
}
