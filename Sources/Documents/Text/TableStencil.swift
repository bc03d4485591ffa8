/// The rules of one line of a table, with blanks where text goes.
///
/// A line is the stencil with some of its spaces replaced by as many columns of text.
struct TableStencil {
  /// The line's bytes: rules and spaces, and its end.
  private(set) var bytes: [UInt8] = []
  /// For each column the first byte of its text, if a cell's text begins there.
  private(set) var starts: [Int]

  private let table: TextTable
  /// What the stencil was last cut by, where no cell spans columns: then rows are all alike, and
  /// rules with the same shape.
  private var shape: Shape?
  private let rules: TableRules
  private let margin: Int

  init(_ table: TextTable, rules: TableRules, margin: Int) {
    self.table = table
    self.rules = rules
    self.margin = margin
    starts = [Int](repeating: 0, count: table.grid.columnCount)
  }

  private enum Shape: Equatable {
    case row
    /// A rule, the columns in which cells go on through it as bits.
    case rule(isFirst: Bool, isLast: Bool, isDouble: Bool, crossed: UInt64)
  }

  /// Whether the stencil is of that shape already.
  private mutating func isCut(_ new: Shape) -> Bool {
    if table.hasWideCells { return false }
    defer { shape = new }
    return shape == new
  }

  private mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    blank(margin)
  }

  private mutating func blank(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  /// Cuts the stencil for the lines of a row.
  mutating func cut(row: Int) {
    if isCut(.row) { return }
    clear()
    var column = 0
    while column < table.grid.columnCount {
      let cell = table.grid.cells[table.grid.cell(row: row, column: column)]
      bytes.append(contentsOf: rules.vertical)
      open(cell)
      column += cell.columnSpan
    }
    bytes.append(contentsOf: rules.vertical)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Leaves room for a cell's text.
  private mutating func open(_ cell: TableGrid.Cell) {
    starts[cell.column] = bytes.count + table.padding
    blank(table.width(of: cell) + 2 * table.padding)
  }

  /// Cuts the stencil for the rule above a row, or under the last one.
  mutating func cut(ruleAbove row: Int) {
    let grid = table.grid
    let isDouble = row > 0 && row == table.headerCount && row < grid.rowCount
    let shape = Shape.rule(
      isFirst: row == 0, isLast: row == grid.rowCount, isDouble: isDouble,
      crossed: table.columnsCrossing(ruleAbove: row))
    if isCut(shape) { return }
    clear()
    /// Whether the place to the left is covered by a cell that the rule does not cross.
    var isOpen = true
    var column = 0
    while column <= grid.columnCount {
      let isEnd = column == grid.columnCount
      let crossing = isEnd ? nil : table.crossing(column: column, ruleAbove: row)
      let junction = rules.junction(
        up: row > 0 && table.isEdge(column, row: row - 1),
        down: row < grid.rowCount && table.isEdge(column, row: row),
        left: column > 0 && !isOpen, right: !isEnd && crossing == nil, isDouble: isDouble)
      bytes.append(contentsOf: junction.utf8)
      if isEnd { break }
      isOpen = crossing != nil
      if let crossing {
        open(crossing)
        column += crossing.columnSpan
      } else {
        bytes.append(
          contentsOf: rules.horizontal(
            table.widths[column] + 2 * table.padding, isDouble: isDouble))
        column += 1
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension TextTable {
  /// Whether a cell spans columns, or there are more columns than fit into bits.
  var hasWideCells: Bool { grid.columnCount > 64 || grid.isWide }

  /// The columns in which a cell spans the rule above a row, as bits; none in a table with wide cells.
  func columnsCrossing(ruleAbove row: Int) -> UInt64 {
    if hasWideCells { return 0 }
    return (0..<grid.columnCount).reduce(0) { bits, column in
      crossing(column: column, ruleAbove: row) == nil ? bits : bits | 1 << UInt64(column)
    }
  }

  /// Whether a rule between columns stands at the left of a column in a row.
  func isEdge(_ column: Int, row: Int) -> Bool {
    if column == 0 || column == grid.columnCount { return true }
    return grid.cell(row: row, column: column - 1) != grid.cell(row: row, column: column)
  }

  /// The cell that spans the rule above a row, if there is one.
  func crossing(column: Int, ruleAbove row: Int) -> TableGrid.Cell? {
    if row == 0 || row == grid.rowCount { return nil }
    let index = grid.cell(row: row, column: column)
    return index == grid.cell(row: row - 1, column: column) ? grid.cells[index] : nil
  }
}
