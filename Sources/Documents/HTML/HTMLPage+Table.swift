extension HTMLPage {
  /// Adds a table, one cell to a line.
  mutating func table(_ table: Table) {
    let grid = TableGrid(table, in: document)
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
    for index in table.groups {
      let group = document.rowGroups[index]
      raw("<tbody>\n")
      rows(group, from: row, of: grid)
      raw("</tbody>\n")
      row += group.count
    }
    raw("</table>\n")
  }

  private mutating func columns(_ columns: Range<Int>, count: Int) {
    if columns.allSatisfy({ document.columns[$0].width == nil }) { return }
    raw("<colgroup>\n")
    for index in 0..<count {
      if index < columns.count, let width = document.columns[columns.lowerBound + index].width {
        number(width, "<col class=\"w", "\">\n")
      } else {
        raw("<col>\n")
      }
    }
    raw("</colgroup>\n")
  }

  private mutating func rows(_ rows: Range<Int>, from first: Int, of grid: TableGrid) {
    for row in first..<first + rows.count {
      raw("<tr>\n")
      for place in grid.cells(inRow: row) { cell(at: grid.cells[place]) }
      raw("</tr>\n")
    }
  }

  /// Adds a cell; a single plain paragraph needs no element of its own.
  private mutating func cell(at place: TableGrid.Cell) {
    guard let source = place.source else { return raw("<td></td>\n") }
    let cell = document.cells[source]
    let single = cell.paragraphs.count == 1 ? document.paragraphs[cell.paragraphs.lowerBound] : nil
    let plain = single.flatMap { $0.isIndented || !$0.style.isEmpty ? nil : $0 }
    tag(cell.scope == nil ? "<td" : "<th", plain?.alignment ?? .start, cell.style)
    switch cell.scope {
    case .col: raw(" scope=\"col\"")
    case .row: raw(" scope=\"row\"")
    case .colgroup: raw(" scope=\"colgroup\"")
    case .rowgroup: raw(" scope=\"rowgroup\"")
    case nil: break
    }
    if place.columnSpan > 1 { number(place.columnSpan, " colspan=\"", "\"") }
    if place.rowSpan > 1 { number(place.rowSpan, " rowspan=\"", "\"") }
    let end: StaticString = cell.scope == nil ? "</td>\n" : "</th>\n"
    if let plain { return inlines(plain.text, ">", end) }
    raw(cell.paragraphs.isEmpty ? ">" : ">\n")
    for index in cell.paragraphs { paragraph(document.paragraphs[index], "<p", "</p>\n") }
    raw(end)
  }
}
