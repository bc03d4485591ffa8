import Bytes
internal import Diagnostics

/// A table that is drawn line by line: templates, filled in with the text of the cells.
struct TableDrawing {
  /// A cell that covers a part of a row.
  private struct OpenCell {
    var column: Int
    /// Those of the table's lines on which it has text.
    var lines: Range<Int>
    /// The first of its lines, as an index of the layout's.
    var first: Int
  }

  private let table: TextTable
  private let layout: TextLayout

  init(_ table: consuming TextTable, layout: TextLayout) {
    self.table = table
    self.layout = layout
  }

  /// Draws the whole table.
  func draw(with templates: consuming TableLineTemplates, into bytes: inout [UInt8]) {
    let count = table.grid.rowCount
    var cells: [OpenCell] = []
    cells.reserveCapacity(table.grid.columnCount)
    var line = 0
    for row in 0..<count {
      let crossed = open(row, &cells)
      let rule = templates.template(ruleAbove: row, crossed: crossed, of: table)
      draw(line..<line + 1, cells.span, through: rule, of: templates, into: &bytes)
      line += 1
      let lines = line..<line + table.heights[row]
      let blank = templates.template(row: row, of: table)
      draw(lines, cells.span, through: blank, of: templates, into: &bytes)
      line = lines.upperBound
    }
    let rule = templates.template(ruleAbove: count, crossed: 0, of: table)
    draw(line..<line + 1, Span(), through: rule, of: templates, into: &bytes)
  }

  /// Finds the cells that cover a row, and gives the columns of those from above as bits.
  private func open(_ row: Int, _ cells: inout [OpenCell]) -> UInt64 {
    cells.removeAll(keepingCapacity: true)
    var crossed: UInt64 = 0
    var column = 0
    while column < table.grid.columnCount {
      let index = table.grid.cell(row: row, column: column)
      let cell = table.grid.cells[index]
      let box = table.boxes[index]
      cells.append(
        OpenCell(
          column: column, lines: box.origin..<box.origin + box.lines.count,
          first: box.lines.lowerBound))
      if cell.row < row { crossed |= 1 << UInt64(column) }
      column += cell.columnSpan
    }
    return crossed
  }

  /// Draws lines of a row, or the rule above it, through which cells from above may go on.
  private func draw(
    _ lines: Range<Int>, _ cells: Span<OpenCell>, through template: TableLineTemplates.LineTemplate,
    of templates: TableLineTemplates, into bytes: inout [UInt8]
  ) {
    let (blank, starts) = (templates.bytes.span, templates.starts.span)
    let (text, set) = (layout.bytes.span, layout.lines.span)
    let room = lines.count * template.bytes.count + text.count
    bytes.append(addingCapacity: room) { page in
      for line in lines {
        var drawn = template.bytes.lowerBound
        for index in cells.indices where cells[index].lines.contains(line) {
          let cell = cells[index]
          let words = set[cell.first + line - cell.lines.lowerBound]
          let start = starts[template.columns + cell.column] + words.offset
          page.append(copying: blank.extracting(drawn..<start))
          page.append(copying: text.extracting(words.start..<words.end))
          drawn = start + words.width
        }
        page.append(copying: blank.extracting(drawn..<template.bytes.upperBound))
      }
    }
  }
}
