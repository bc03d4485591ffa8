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
        let isHeader = cells[source].scope != nil
        let alignment = cells[source].paragraphs.span.alignmentOfPlain
        tag(isHeader ? "<th" : "<td", alignment ?? .start, cells[source].style)
        scope(cells[source].scope)
        spans(grid.cells[place])
        content(
          cells[source].paragraphs.span, isPlain: alignment != nil,
          isHeader ? "</th>\n" : "</td>\n")
      } else {
        raw("<td></td>\n")
      }
    }
  }

  private mutating func scope(_ scope: Table.Scope?) {
    switch scope {
    case .col: raw(" scope=\"col\"")
    case .row: raw(" scope=\"row\"")
    case .colgroup: raw(" scope=\"colgroup\"")
    case .rowgroup: raw(" scope=\"rowgroup\"")
    case nil: break
    }
  }

  private mutating func spans(_ cell: TableGrid.Cell) {
    if cell.columnSpan > 1 { number(cell.columnSpan, " colspan=\"", "\"") }
    if cell.rowSpan > 1 { number(cell.rowSpan, " rowspan=\"", "\"") }
  }

  /// Adds what stands in a cell, whose start tag is left open, and its end tag.
  private mutating func content(
    _ paragraphs: Span<Paragraph>, isPlain: Bool, _ end: StaticString
  ) {
    if isPlain { return inlines(paragraphs[0].text.span, ">", end) }
    raw(paragraphs.isEmpty ? ">" : ">\n")
    for index in paragraphs.indices { paragraph(paragraphs[index], "<p", "</p>\n") }
    raw(end)
  }
}

extension Span<Paragraph> {
  /// How the text of a cell stands that is a single plain paragraph, which needs no element of its
  /// own; nil for any other.
  fileprivate var alignmentOfPlain: Alignment? {
    guard count == 1, !self[0].isIndented, self[0].style.isEmpty else { return nil }
    return self[0].alignment
  }
}
