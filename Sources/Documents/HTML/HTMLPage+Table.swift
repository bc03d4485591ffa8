extension HTMLPage {
  /// Adds a table, one cell to a line.
  mutating func table(_ table: Table) {
    let grid = TableGrid(table, in: document)
    raw("<table")
    classes(table.style)
    raw(">\n")
    if !table.caption.isEmpty { inlines(table.caption, "<caption>", "</caption>\n") }
    columns(table.columns, count: grid.columnCount)
    var row = 0
    if !table.header.isEmpty {
      raw("<thead>\n")
      rows(table.header, at: &row, of: grid)
      raw("</thead>\n")
    }
    for group in table.groups {
      raw("<tbody>\n")
      rows(document.rowGroups[group], at: &row, of: grid)
      raw("</tbody>\n")
    }
    raw("</table>\n")
  }

  private mutating func columns(_ columns: Range<Int>, count: Int) {
    if columns.allSatisfy({ document.columns[$0].width == nil }) { return }
    raw("<colgroup>\n")
    for index in 0..<count {
      raw("<col")
      if index < columns.count, let width = document.columns[columns.lowerBound + index].width {
        raw(" style=\"width:")
        number(width)
        raw("%\"")
      }
      raw(">\n")
    }
    raw("</colgroup>\n")
  }

  private mutating func rows(_ rows: Range<Int>, at row: inout Int, of grid: TableGrid) {
    for _ in rows {
      raw("<tr>\n")
      for place in grid.cells(inRow: row) {
        if let source = grid.cells[place].source {
          cell(document.cells[source], at: grid.cells[place])
        } else {
          raw("<td></td>\n")
        }
      }
      raw("</tr>\n")
      row += 1
    }
  }

  /// Adds a cell; a single plain paragraph needs no element of its own.
  private mutating func cell(_ cell: Table.Cell, at place: TableGrid.Cell) {
    let single = cell.paragraphs.count == 1 ? document.paragraphs[cell.paragraphs.lowerBound] : nil
    let plain = single.flatMap { $0.isIndented || !$0.style.isEmpty ? nil : $0 }
    raw(cell.scope == nil ? "<td" : "<th")
    classes(plain?.alignment ?? .start, cell.style)
    switch cell.scope {
    case .col: raw(" scope=\"col\"")
    case .row: raw(" scope=\"row\"")
    case .colgroup: raw(" scope=\"colgroup\"")
    case .rowgroup: raw(" scope=\"rowgroup\"")
    case nil: break
    }
    if place.columnSpan > 1 { span(" colspan=\"", place.columnSpan) }
    if place.rowSpan > 1 { span(" rowspan=\"", place.rowSpan) }
    raw(">")
    if let plain {
      inlines(plain.text)
    } else if !cell.paragraphs.isEmpty {
      raw("\n")
      for index in cell.paragraphs { paragraph(document.paragraphs[index], as: .p) }
    }
    raw(cell.scope == nil ? "</td>\n" : "</th>\n")
  }

  private mutating func span(_ attribute: StaticString, _ count: Int) {
    raw(attribute)
    number(count)
    raw("\"")
  }
}
