extension TextPage {
  /// Writes a table over the full measure. Its caption is for those who cannot see a page's layout;
  /// in a text, the words around the table say as much.
  mutating func table(_ source: Table) {
    begin(.other)
    var table = TextTable(source, in: &galley)
    guard table.divide(measure, hints: galley.document.columns[source.columns]) else {
      return write(cellsOf: table)
    }
    table.breakLines(in: &galley, layout: cells)
    draw(table)
  }

  /// Writes a table that has more columns than fit: its cells, one below the other.
  private mutating func write(cellsOf table: TextTable) {
    for box in table.boxes {
      write(strip(Array(table.runs[box.runs]), width: measure))
    }
  }

  private mutating func draw(_ table: TextTable) {
    let grid = table.grid
    var rule = TableStencil(table, rules: rules, margin: margin)
    var stencil = rule
    var line = 0
    for row in 0..<grid.rowCount {
      rule.cut(ruleAbove: row)
      draw(line, of: table, row: row, through: rule, isRule: true)
      line += 1
      stencil.cut(row: row)
      for _ in 0..<table.heights[row] {
        draw(line, of: table, row: row, through: stencil, isRule: false)
        line += 1
      }
    }
    rule.cut(ruleAbove: grid.rowCount)
    append(rule.bytes.span)
  }

  /// Draws a line of a row, or the rule above it, through which cells from above may go on.
  private mutating func draw(
    _ line: Int, of table: TextTable, row: Int, through stencil: TableStencil, isRule: Bool
  ) {
    var drawn = 0
    var column = 0
    while column < table.grid.columnCount {
      let index = table.grid.cell(row: row, column: column)
      let cell = table.grid.cells[index]
      column += cell.columnSpan
      if isRule, cell.row == row { continue }
      let box = table.boxes[index]
      let place = line - box.origin
      guard place >= 0, place < box.lines.count else { continue }
      let text = galley.lines[box.lines.lowerBound + place]
      let start = stencil.starts[cell.column] + text.offset
      append(stencil.bytes.span.extracting(drawn..<start))
      append(text)
      drawn = start + text.width
    }
    append(stencil.bytes.span.extracting(drawn...))
  }
}
