extension HTMLPage {
  /// Adds a table, one cell to a line.
  mutating func table(_ table: Table) {
    let grid = TableGrid(table, in: document)
    if grid.columnCount > document.mostColumns(within: sheet.textWidth * 72 / 25.4) {
      tag("<table", " class=\"stacked", table.style)
    } else if document.isCrowded(grid, on: sheet) {
      tag("<table", " class=\"crowded", table.style)
    } else {
      tag("<table", table.style)
    }
    raw(">\n")
    if !table.caption.isEmpty { inlines(table.caption, "<caption>", "</caption>\n") }
    columns(table.columns, count: grid.columnCount)
    if !table.header.isEmpty {
      raw("<thead>\n")
      rows(0..<table.header.count, of: grid)
      raw("</thead>\n")
    }
    let height = TableHeight(table, columnCount: grid.columnCount, of: document, on: sheet)
    var row = table.header.count
    var isCut = false
    for index in table.groups {
      let rows = row..<row + document.rowGroups[index].count
      // The last group is kept for what stands under the table, such as signatures.
      let limit = index + 1 < table.groups.upperBound ? height.limit : 2 * height.limit
      if group(rows, of: grid, height, limit: limit) { isCut = true }
      row = rows.upperBound
    }
    // What a browser repeats at the end of each page: the rule under a cell that goes on.
    if isCut {
      number(
        grid.columnCount, "<tfoot aria-hidden=\"true\">\n<tr>\n<td colspan=\"",
        "\"></td>\n</tr>\n</tfoot>\n")
    }
    raw("</table>\n")
  }

  /// Adds a group of rows, and gives whether a page's edge may cut a cell that spans some of them.
  private mutating func group(
    _ rows: Range<Int>, of grid: TableGrid, _ height: TableHeight, limit: Double
  ) -> Bool {
    var heights = 0.0
    var isLong = false
    for row in rows where !isLong {
      heights += height.height(of: grid.cells[grid.cells(inRow: row)])
      isLong = heights > limit
    }
    guard isLong else {
      raw("<tbody>\n")
      self.rows(rows, of: grid)
      raw("</tbody>\n")
      return false
    }
    var spans = false
    // What is above the row's end, and how much of it the text of spanning cells needs.
    var (above, needed) = (0.0, 0.0)
    raw("<tbody class=\"long\">\n")
    for row in rows {
      let cells = grid.cells[grid.cells(inRow: row)]
      // A browser keeps a row with the cells that begin in it, and so with all that they span.
      let begins = cells.contains { $0.rowSpan > 1 }
      if begins {
        spans = true
        needed = max(needed, above + height.height(of: cells, spanning: true))
      }
      let own = height.height(of: cells)
      above += own
      self.row(
        row, of: grid, isLong: begins || own > height.limit,
        isKept: above < needed && row + 1 < rows.upperBound)
    }
    raw("</tbody>\n")
    return spans
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

  private mutating func rows(_ rows: Range<Int>, of grid: TableGrid) {
    for row in rows { self.row(row, of: grid) }
  }

  /// Adds a row, which may be longer than a page's rest, and may stand on the page of the next.
  private mutating func row(
    _ row: Int, of grid: TableGrid, isLong: Bool = false, isKept: Bool = false
  ) {
    let places = grid.cells(inRow: row)
    let isHead = grid.cells[places].contains {
      $0.source.map { document.cells[$0].role == .sectionHead } ?? false
    }
    switch (isLong, isHead || isKept) {
    case (false, false): raw("<tr>\n")
    case (true, false): raw("<tr class=\"long\">\n")
    case (false, true): raw("<tr class=\"with-next\">\n")
    case (true, true): raw("<tr class=\"long with-next\">\n")
    }
    for place in places { cell(at: grid.cells[place]) }
    raw("</tr>\n")
  }

  /// Adds a cell; a single plain paragraph needs no element of its own, and what is empty heads
  /// nothing.
  private mutating func cell(at place: TableGrid.Cell) {
    guard let source = place.source else { return raw("<td></td>\n") }
    let cell = document.cells[source]
    let single = cell.paragraphs.count == 1 ? document.paragraphs[cell.paragraphs.lowerBound] : nil
    let plain = single.flatMap { $0.isIndented || !$0.style.isEmpty ? nil : $0 }
    let scope = cell.paragraphs.isEmpty ? nil : cell.scope
    tag(scope == nil ? "<td" : "<th", plain?.alignment ?? .start, cell.style)
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
    if let plain { return inlines(plain.text, ">", end) }
    raw(cell.paragraphs.isEmpty ? ">" : ">\n")
    for index in cell.paragraphs { paragraph(document.paragraphs[index], "<p", "</p>\n") }
    raw(end)
  }
}
