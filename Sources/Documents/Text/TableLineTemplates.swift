import Bytes
internal import Diagnostics

/// The lines of a table without its text: rules, and blanks where text goes.
///
/// A line of the table is a template with some of its blanks replaced by as many columns of text.
/// Where no cell spans columns, all rows are alike, and so are rules of one shape: a template is
/// made once for all of them.
struct TableLineTemplates {
  /// One line.
  struct LineTemplate {
    /// Its rules and blanks, and its end, as indices of `bytes`.
    var bytes: Range<Int>
    /// Where its columns begin in `starts`.
    var columns: Int
    fileprivate var shape: Shape
  }

  /// What tells templates apart.
  fileprivate enum Shape: Equatable {
    case row
    /// A rule, the columns in which cells go on through it as bits.
    case rule(isFirst: Bool, isLast: Bool, isDouble: Bool, crossed: UInt64)
  }

  /// The bytes of all templates.
  private(set) var bytes: [UInt8] = []
  /// For each column of each template the first byte of its text, if a cell's text begins there.
  private(set) var starts: [Int] = []
  private var templates: [LineTemplate] = []
  private let rules: TableRules
  private let margin: Int

  init(rules: TableRules, margin: Int) {
    self.rules = rules
    self.margin = margin
    bytes.reserveCapacity(2_048)
    starts.reserveCapacity(64)
    templates.reserveCapacity(8)
  }

  /// The template for the lines of a row, until the next one is asked for.
  mutating func template(row: Int, of table: TextTable) -> LineTemplate {
    make(.row, for: table) { templates in templates.append(row: row, of: table) }
  }

  /// The template for the rule above a row, or under the last one, until the next one is asked for.
  ///
  /// - Parameter crossed: the columns in which cells span the rule, as bits.
  mutating func template(ruleAbove row: Int, crossed: UInt64, of table: TextTable) -> LineTemplate {
    let count = table.grid.rowCount
    let isDouble = row > 0 && row == table.headerCount && row < count
    let shape = Shape.rule(
      isFirst: row == 0, isLast: row == count, isDouble: isDouble, crossed: crossed)
    return make(shape, for: table) { templates in
      templates.append(ruleAbove: row, isDouble: isDouble, of: table)
    }
  }

  /// Finds a template, or makes it.
  private mutating func make(
    _ shape: Shape, for table: TextTable, append: (inout TableLineTemplates) -> Void
  ) -> LineTemplate {
    if table.hasWideCells {
      bytes.removeAll(keepingCapacity: true)
      starts.removeAll(keepingCapacity: true)
    } else if let index = templates.firstIndex(where: { $0.shape == shape }) {
      return templates[index]
    }
    let (first, columns) = (bytes.count, starts.count)
    starts.append(contentsOf: repeatElement(0, count: table.grid.columnCount))
    blank(margin)
    append(&self)
    bytes.append(UInt8(ascii: "\n"))
    let template = LineTemplate(bytes: first..<bytes.count, columns: columns, shape: shape)
    if !table.hasWideCells { templates.append(template) }
    return template
  }

  private mutating func append(row: Int, of table: TextTable) {
    var column = 0
    while column < table.grid.columnCount {
      let cell = table.grid.cells[table.grid.cell(row: row, column: column)]
      rules.drawVertical(into: &bytes)
      open(cell, of: table)
      column += cell.columnSpan
    }
    rules.drawVertical(into: &bytes)
  }

  private mutating func append(ruleAbove row: Int, isDouble: Bool, of table: TextTable) {
    let grid = table.grid
    /// Whether the place to the left is covered by a cell that the rule does not cross.
    var isOpen = true
    var column = 0
    while column <= grid.columnCount {
      let isEnd = column == grid.columnCount
      let crossing = isEnd ? nil : table.crossing(column: column, ruleAbove: row)
      rules.drawJunction(
        up: row > 0 && table.isEdge(column, row: row - 1),
        down: row < grid.rowCount && table.isEdge(column, row: row),
        left: column > 0 && !isOpen, right: !isEnd && crossing == nil, isDouble: isDouble,
        into: &bytes)
      if isEnd { break }
      isOpen = crossing != nil
      if let crossing {
        open(crossing, of: table)
        column += crossing.columnSpan
      } else {
        rules.drawHorizontal(
          table.widths[column] + 2 * table.padding, isDouble: isDouble, into: &bytes)
        column += 1
      }
    }
  }

  /// Leaves room for a cell's text.
  private mutating func open(_ cell: TableGrid.Cell, of table: TextTable) {
    starts[starts.count - table.grid.columnCount + cell.column] = bytes.count + table.padding
    blank(table.width(of: cell) + 2 * table.padding)
  }

  private mutating func blank(_ count: Int) {
    bytes.append(repeating: UInt8(ascii: " "), count: count)
  }
}

extension TextTable {
  /// Whether a cell spans columns, or there are more columns than fit into bits.
  fileprivate var hasWideCells: Bool { grid.columnCount > 64 || grid.isWide }

  /// Whether a rule between columns stands at the left of a column in a row.
  fileprivate func isEdge(_ column: Int, row: Int) -> Bool {
    if column == 0 || column == grid.columnCount { return true }
    return grid.cell(row: row, column: column - 1) != grid.cell(row: row, column: column)
  }

  /// The cell that spans the rule above a row, if there is one.
  fileprivate func crossing(column: Int, ruleAbove row: Int) -> TableGrid.Cell? {
    if row == 0 || row == grid.rowCount { return nil }
    let index = grid.cell(row: row, column: column)
    return index == grid.cell(row: row - 1, column: column) ? grid.cells[index] : nil
  }
}
