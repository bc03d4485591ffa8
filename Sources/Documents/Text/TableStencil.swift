/// The rules of one line of a table, with blanks where text goes.
///
/// A line is the stencil with some of its spaces replaced by as many columns of text.
struct TableStencil {
  /// The line's bytes: rules and spaces.
  private(set) var bytes: [UInt8] = []
  /// For each column the first byte of its text, if a cell's text begins there.
  private(set) var starts: [Int]

  private let table: TextTable
  /// Whether the stencil is that of a row, or a rule, of which every column is a cell.
  private var isPlainRow = false
  private var isPlainRule = false
  private let rules: TableRules
  private let margin: Int

  init(_ table: TextTable, rules: TableRules, margin: Int) {
    self.table = table
    self.rules = rules
    self.margin = margin
    starts = [Int](repeating: 0, count: table.grid.columnCount)
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
    let isPlain = table.isPlain(row)
    if isPlain, isPlainRow { return }
    isPlainRow = isPlain
    clear()
    var column = 0
    while column < table.grid.columnCount {
      let cell = table.grid.cells[table.grid.cell(row: row, column: column)]
      bytes.append(contentsOf: rules.vertical)
      open(cell)
      column += cell.columnSpan
    }
    bytes.append(contentsOf: rules.vertical)
  }

  /// Leaves room for a cell's text.
  private mutating func open(_ cell: TableGrid.Cell) {
    starts[cell.column] = bytes.count + table.padding
    blank(table.width(of: cell) + 2 * table.padding)
  }

  /// Cuts the stencil for the rule above a row, or under the last one.
  mutating func cut(ruleAbove row: Int) {
    let grid = table.grid
    let isPlain =
      row > 0 && row < grid.rowCount && row != table.headerCount && table.isPlain(row - 1)
      && table.isPlain(row)
    if isPlain, isPlainRule { return }
    isPlainRule = isPlain
    clear()
    let isDouble = row > 0 && row == table.headerCount && row < grid.rowCount
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
      if isEnd { return }
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
  }
}

extension TextTable {
  /// Whether every column of a row is a cell that begins there.
  func isPlain(_ row: Int) -> Bool {
    grid.cells(inRow: row).count == grid.columnCount
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
