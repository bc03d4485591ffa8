/// A table on its way into plain text: the words of its cells, their columns and their lines.
struct TextTable {
  /// A cell's text in the layout.
  struct Box {
    /// Its paragraphs, as indices of `runs`.
    var runs: Range<Int>
    /// Its lines, as indices of the layout's.
    var lines = 0..<0
    /// The table's line on which its first one stands.
    var origin = 0
  }

  let grid: TableGrid
  /// How many of the rows are header rows.
  let headerCount: Int
  /// The text of each of the grid's cells.
  private(set) var boxes: [Box] = []
  private(set) var runs: [TextLayout.Run] = []
  /// The width of each column without its padding.
  private(set) var widths: [Int] = []
  /// The space on either side of a cell's text: one column, or none in a crowded table.
  private(set) var padding = 1
  /// For each row the number of its lines.
  private(set) var heights: [Int] = []

  /// Sets the words of all cells.
  init(_ table: Table, in layout: inout TextLayout) {
    var grid = TableGrid(table, in: layout.document)
    grid.fillPlaces()
    self.grid = grid
    headerCount = table.header.count
    boxes.reserveCapacity(grid.cells.count)
    runs.reserveCapacity(grid.cells.count)
    for cell in grid.cells {
      let first = runs.count
      if let source = cell.source {
        for index in layout.document.cells[source].paragraphs {
          runs.append(layout.set(layout.document.paragraphs[index]))
        }
      }
      boxes.append(Box(runs: first..<runs.count))
    }
  }

  /// How many columns of text the rules and the padding leave.
  static func room(_ measure: Int, columns: Int, padding: Int) -> Int {
    measure - columns * (2 * padding + 1) - 1
  }

  /// Divides the measure among the columns, or returns false if there are too many for it.
  mutating func divide(_ measure: Int, hints: ArraySlice<Table.Column>) -> Bool {
    let count = grid.columnCount
    if count == 0 || grid.rowCount == 0 { return false }
    if Self.room(measure, columns: count, padding: 0) < 2 * count { return false }
    padding = Self.room(measure, columns: count, padding: 1) < 4 * count ? 0 : 1
    widths = ColumnDemand.share(
      Self.room(measure, columns: count, padding: padding), among: demands(hints))
    return true
  }

  private func demands(_ hints: ArraySlice<Table.Column>) -> [ColumnDemand] {
    var demands = [ColumnDemand](repeating: ColumnDemand(), count: grid.columnCount)
    for (index, column) in hints.enumerated() { demands[index].hint = column.width }
    for index in boxes.indices where grid.cells[index].columnSpan == 1 {
      for run in boxes[index].runs { demands[grid.cells[index].column].take(runs[run]) }
    }
    for index in boxes.indices where grid.cells[index].columnSpan > 1 {
      let cell = grid.cells[index]
      let columns = cell.column..<cell.column + cell.columnSpan
      let rules = (cell.columnSpan - 1) * (2 * padding + 1)
      for run in boxes[index].runs {
        let least = columns.reduce(rules) { $0 + demands[$1].least }
        let natural = columns.reduce(rules) { $0 + demands[$1].natural }
        for column in columns {
          demands[column].least += part(runs[run].longestWord - least, cell.columnSpan)
          demands[column].natural += part(runs[run].longestLine - natural, cell.columnSpan)
        }
      }
    }
    return demands
  }

  /// The share of one of several columns in what they lack together.
  private func part(_ lacking: Int, _ count: Int) -> Int {
    max(0, (lacking + count - 1) / count)
  }

  /// The width of a cell's text, over all columns that it spans.
  func width(of cell: TableGrid.Cell) -> Int {
    var width = (cell.columnSpan - 1) * (2 * padding + 1)
    for column in cell.column..<cell.column + cell.columnSpan { width += widths[column] }
    return width
  }
}

// MARK: - Lines

extension TextTable {
  /// Breaks all cells into lines and finds where each begins.
  mutating func breakLines(in text: inout TextLayout, layout: CellLayout) {
    for index in boxes.indices {
      let first = text.lines.count
      let width = width(of: grid.cells[index])
      for run in boxes[index].runs { text.breakLines(runs[run], width: width) }
      boxes[index].lines = first..<text.lines.count
    }
    heights = [Int](repeating: 1, count: grid.rowCount)
    if layout == .sideBySide { findHeights() }
    var top = 1
    for row in heights.indices {
      var line = 0
      for index in grid.cells(inRow: row) {
        boxes[index].origin = top + line
        if layout == .stepped { line += max(0, boxes[index].lines.count - 1) }
      }
      heights[row] = max(heights[row], line + 1)
      top += heights[row] + 1
    }
  }

  /// Makes rows as high as their cells; a cell that spans rows has the rules between them too.
  private mutating func findHeights() {
    for index in boxes.indices where grid.cells[index].rowSpan == 1 {
      let row = grid.cells[index].row
      heights[row] = max(heights[row], boxes[index].lines.count)
    }
    for index in boxes.indices where grid.cells[index].rowSpan > 1 {
      let cell = grid.cells[index]
      let rows = cell.row..<cell.row + cell.rowSpan
      let height = rows.reduce(cell.rowSpan - 1) { $0 + heights[$1] }
      heights[rows.upperBound - 1] += max(0, boxes[index].lines.count - height)
    }
  }
}
