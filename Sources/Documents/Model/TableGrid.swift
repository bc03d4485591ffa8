/// Where every cell of a table lies: spans clipped to the table, gaps filled with empty cells.
///
/// Each place of the grid belongs to exactly one cell, however malformed the table was, and no
/// cell is left out: a row with more cells than columns adds columns.
package struct TableGrid {
  /// A cell in its place.
  package struct Cell {
    /// The row and the column that it begins in.
    package var row, column: Int
    /// How many rows and columns it covers.
    package var rowSpan, columnSpan: Int
    /// The cell's index in the document, or nil where the row was too short.
    package var source: Int?
  }

  /// How many columns the table has.
  package private(set) var columnCount: Int
  /// How many rows the table has, header and groups together.
  package private(set) var rowCount = 0
  /// The cells, row by row and from left to right.
  package private(set) var cells: [Cell] = []
  /// For each row the index of its first cell, then the number of cells.
  private(set) var rowStarts: [Int] = [0]
  /// Whether a cell spans more than one column.
  private(set) var isWide = false
  /// The column beyond which no cell spans.
  private let spanLimit: Int
  /// For each place, row by row, the index of the cell that covers it.
  private var places: [Int] = []
  /// While a group is laid out: for each column, how many rows from here on are covered from above.
  private var covered: [Int] = []

  /// Places the cells of a table.
  package init(_ table: Table, in document: Document) {
    let rows = table.groups.reduce(table.header.count) { $0 + document.rowGroups[$1].count }
    columnCount = table.columns.count
    spanLimit =
      columnCount > 0
      ? columnCount
      : ([table.header] + document.rowGroups[table.groups]).joined()
        .reduce(0) { max($0, document.rows[$1].cells.count) }
    rowStarts.reserveCapacity(rows + 1)
    var declared = columnCount
    repeat {
      declared = columnCount
      cells.removeAll(keepingCapacity: true)
      cells.reserveCapacity(rows * columnCount)
      rowStarts.removeLast(rowStarts.count - 1)
      rowCount = 0
      place(table.header, of: document)
      for group in table.groups { place(document.rowGroups[group], of: document) }
    } while columnCount > declared
  }

  /// The index of the cell that covers a place.
  func cell(row: Int, column: Int) -> Int {
    places[row * columnCount + column]
  }

  /// The indices of the cells that begin in a row.
  package func cells(inRow row: Int) -> Range<Int> {
    rowStarts[row]..<rowStarts[row + 1]
  }

  /// Lays out rows beyond which no cell spans.
  private mutating func place(_ rows: Range<Int>, of document: Document) {
    covered.removeAll(keepingCapacity: true)
    covered.append(contentsOf: repeatElement(0, count: columnCount))
    for row in rows {
      place(document.rows[row].cells, rowsLeft: rows.upperBound - row, of: document)
      rowCount += 1
      rowStarts.append(cells.count)
    }
    columnCount = max(columnCount, covered.count)
  }

  private mutating func place(_ row: Range<Int>, rowsLeft: Int, of document: Document) {
    var column = 0
    for source in row {
      while column < covered.count, covered[column] > 0 { column += 1 }
      if column == covered.count { covered.append(0) }
      let rowSpan = max(1, min(document.cells[source].rowSpan, rowsLeft))
      let wanted = max(1, min(document.cells[source].columnSpan, max(1, spanLimit - column)))
      let start = column
      while column < min(start + wanted, covered.count), covered[column] == 0 {
        covered[column] = rowSpan
        column += 1
      }
      if column > start + 1 { isWide = true }
      cells.append(
        Cell(
          row: rowCount, column: start, rowSpan: rowSpan, columnSpan: column - start,
          source: source))
    }
    for column in covered.indices {
      // Only a column that the row left open lies beyond its last cell.
      if covered[column] == 0 {
        covered[column] = 1
        cells.append(Cell(row: rowCount, column: column, rowSpan: 1, columnSpan: 1, source: nil))
      }
      covered[column] -= 1
    }
  }

  /// Finds for each place the cell that covers it, before `cell(row:column:)` may be asked.
  mutating func fillPlaces() {
    places = [Int](repeating: 0, count: rowCount * columnCount)
    for index in cells.indices {
      let cell = cells[index]
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan {
          places[row * columnCount + column] = index
        }
      }
    }
  }
}
