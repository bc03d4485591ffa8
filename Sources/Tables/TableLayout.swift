package import Schemas
package import XML

/// What stands where in a table whose columns a plan names.
///
/// What a row has beside rows of its own spans all of these. What has no column of its role stands
/// over them, across the columns that nothing spans from above.
package struct TableLayout {
  /// A cell that begins in a line.
  package struct Cell {
    /// The first column that it covers.
    package var column: Int
    /// How many columns it covers.
    package var columnSpan = 1
    /// How many lines it covers.
    package var rowSpan = 1
    /// What stands in it.
    package let content: Content
  }

  /// What stands in a cell.
  package enum Content {
    case node(XMLNode)
    /// The titles of what stands below.
    case heads([XMLNode])
    case number(Int)
    case empty
  }

  /// The columns.
  package let columns: TableColumns
  private let names: TableNames
  private var number = 0
  private let hasRole: Set<String>

  /// Makes the layout of a table with these columns.
  package init(_ columns: TableColumns, _ names: TableNames) {
    self.columns = columns
    self.names = names
    hasRole = Set(columns.all.compactMap(\.role))
  }

  /// A line on its way: the rows that it belongs to, the outermost first, and the titles that it is.
  private struct Line {
    var chain: [XMLNode]
    var heads: [XMLNode] = []
    /// Whether it is a title alone, or has cells, too.
    var isTitle = false
  }

  /// The lines of a row and of all that stands below it, each with the cells that begin in it.
  package mutating func lines(of row: XMLNode) -> [[Cell]] {
    var lines: [Line] = []
    var spans: [XMLNode: Range<Int>] = [:]
    collect(row, below: [], &lines, &spans)
    return lines.indices.map { cells(lines[$0], at: $0, spans) }
  }

  private func collect(
    _ row: XMLNode, below chain: [XMLNode], _ lines: inout [Line],
    _ spans: inout [XMLNode: Range<Int>]
  ) {
    let below = rows(below: row)
    let heads = heads(of: row)
    let isSum = row.child("sum") != nil
    let hasCells =
      below.isEmpty && columns.all.contains { cell(of: $0, in: row) != nil } || heads.isEmpty
    if !heads.isEmpty, !isSum || !hasCells {
      lines.append(Line(chain: chain, heads: heads, isTitle: true))
    }
    let start = lines.count
    for inner in below { collect(inner, below: chain + [row], &lines, &spans) }
    if below.isEmpty, hasCells {
      lines.append(Line(chain: chain + [row], heads: isSum ? heads : []))
    }
    spans[row] = start..<lines.count
  }

  private mutating func cells(_ line: Line, at place: Int, _ spans: [XMLNode: Range<Int>])
    -> [Cell]
  {
    var result: [Cell] = []
    var heads = line.heads
    for index in columns.all.indices {
      let found = owner(of: index, in: line.chain)
      let owner = found?.row ?? numbered(by: index, line)
      if let owner, let span = spans[owner] {
        guard span.lowerBound == place else { continue }
        var content = found.map { Content.node($0.cell) }
        if content == nil {
          number += 1
          content = .number(number)
        }
        result.append(Cell(column: index, rowSpan: span.count, content: content ?? .empty))
      } else if let last = result.indices.last, case .heads = result[last].content,
        result[last].column + result[last].columnSpan == index
      {
        // Titles, and the word before sums, take all columns that are free beside one another.
        result[last].columnSpan += 1
      } else {
        result.append(Cell(column: index, content: heads.isEmpty ? .empty : .heads(heads)))
        heads = []
      }
    }
    return result
  }

  /// The row that a column of numbers counts: the one whose cell stands beside it.
  private func numbered(by column: Int, _ line: Line) -> XMLNode? {
    guard columns.all[column].role == "number", line.heads.isEmpty || line.isTitle else {
      return nil
    }
    let next = column + 1 < columns.all.count ? owner(of: column + 1, in: line.chain)?.row : nil
    return next ?? (line.isTitle ? nil : line.chain.last)
  }

  // MARK: The tree

  /// The rows that stand below a row, or in a list of the plan itself.
  package func rows(below row: XMLNode) -> [XMLNode] {
    row.children.flatMap { list in
      list.isElement && !names.heads.contains(list.name)
        ? list.children.filter { $0.isElement && names.rows.contains($0.name) } : []
    }
  }

  /// What a row says that has no column: titles of what stands below it.
  private func heads(of row: XMLNode) -> [XMLNode] {
    row.children.filter { node in
      guard node.isElement, names.heads.contains(node.name) else { return false }
      return !hasRole.contains(names.roles.contains(node.name) ? node.name : row.name)
    }
  }

  /// The innermost row of a chain that has a cell in a column, and that cell.
  private func owner(of column: Int, in chain: [XMLNode]) -> (row: XMLNode, cell: XMLNode)? {
    for row in chain.reversed() {
      if let cell = cell(of: columns.all[column], in: row) { return (row, cell) }
    }
    return nil
  }

  /// The cell that a row itself has in a column.
  package func cell(of column: TableColumns.Column, in row: XMLNode) -> XMLNode? {
    let name = column.role ?? "cell"
    // A task in the list of tasks is its title.
    if row.isNamed(name) { return row.child("title") ?? row.child("text") }
    guard names.namingCells.contains(name) else { return row.child(name) }
    return row.children.first {
      $0.isElement && $0.isNamed(name) && $0.child("column")?.stringValue == column.name
    }
  }
}
