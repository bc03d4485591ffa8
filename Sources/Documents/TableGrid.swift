/// Where every cell of a table lies: spans clipped to the table, gaps filled with empty cells.
///
/// Each place of the grid belongs to exactly one cell, however malformed the table was, and no
/// cell is left out: a row with more cells than columns adds columns.
struct TableGrid {
  /// A cell in its place.
  struct Cell {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    /// The cell's index in the document, or nil where the row was too short.
    var source: Int?
  }

  /// How many columns the table has.
  private(set) var columnCount: Int
  /// How many rows the table has, header and groups together.
  private(set) var rowCount = 0
  /// The cells, row by row and from left to right.
  private(set) var cells: [Cell] = []
  /// For each row the index of its first cell, then the number of cells.
  private(set) var rowStarts: [Int] = [0]
  /// Whether a cell spans more than one column.
  private(set) var isWide = false
  /// The column beyond which no cell spans.
  private let spanLimit: Int
  /// For each place, row by row, the index of the cell that covers it.
  private var places: [Int] = []

  init(_ table: Table, in document: Document) {
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
  func cells(inRow row: Int) -> Range<Int> {
    rowStarts[row]..<rowStarts[row + 1]
  }

  /// Lays out rows beyond which no cell spans.
  private mutating func place(_ rows: Range<Int>, of document: Document) {
    /// For each column, how many rows from here on are covered from above.
    var covered = [Int](repeating: 0, count: columnCount)
    for index in rows {
      var column = 0
      for source in document.rows[index].cells {
        while column < covered.count, covered[column] > 0 { column += 1 }
        if column == covered.count { covered.append(0) }
        let rowSpan = max(1, min(document.cells[source].rowSpan, rows.upperBound - index))
        let room = max(1, spanLimit - column)
        let wanted = max(1, min(document.cells[source].columnSpan, room))
        var columnSpan = 0
        while columnSpan < wanted, column + columnSpan < covered.count,
          covered[column + columnSpan] == 0
        {
          covered[column + columnSpan] = rowSpan
          columnSpan += 1
        }
        cells.append(
          Cell(
            row: rowCount, column: column, rowSpan: rowSpan, columnSpan: columnSpan,
            source: source))
        if columnSpan > 1 { isWide = true }
        column += columnSpan
      }
      while column < covered.count {
        if covered[column] == 0 {
          covered[column] = 1
          cells.append(
            Cell(row: rowCount, column: column, rowSpan: 1, columnSpan: 1, source: nil))
        }
        column += 1
      }
      for column in covered.indices { covered[column] -= 1 }
      rowCount += 1
      rowStarts.append(cells.count)
    }
    columnCount = max(columnCount, covered.count)
  }

  /// Finds for each place the cell that covers it, before `cell(row:column:)` may be asked.
  mutating func fillPlaces() {
    places = [Int](repeating: 0, count: rowCount * columnCount)
    for (index, cell) in cells.enumerated() {
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan {
          places[row * columnCount + column] = index
        }
      }
    }
  }
}
