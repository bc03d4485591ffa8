import Documents

extension DocumentBuilder {
  /// Adds a paragraph.
  mutating func add(_ text: String, _ role: Role = .body) {
    let paragraph = Paragraph(running(text), role)
    document.blocks.append(.paragraph(paragraph))
  }

  /// Adds running text.
  mutating func running(_ text: String) -> RunningText {
    let start = beginText()
    add(text.utf8.span)
    return endText(start)
  }

  /// Adds a cell's only paragraph.
  mutating func cell(_ text: String, columns: Int = 1, rows: Int = 1) {
    let running = running(text)
    let first = document.paragraphs.count
    document.paragraphs.append(Paragraph(running))
    document.cells.append(
      Table.Cell(first..<document.paragraphs.count, columnSpan: columns, rowSpan: rows))
  }

  /// Adds a row of the cells that a closure adds.
  mutating func row(_ cells: (inout DocumentBuilder) -> Void) {
    let first = document.cells.count
    cells(&self)
    document.rows.append(Table.Row(first..<document.cells.count))
  }

  /// Adds a table: a row of heads, then a group of the rows that a closure adds.
  mutating func table(_ heads: [String], rows: (inout DocumentBuilder) -> Void) {
    let columns = document.columns.count
    for _ in heads { document.columns.append(Table.Column()) }
    let head = document.rows.count
    row { page in for text in heads { page.cell(text) } }
    let header = head..<document.rows.count
    let start = document.rows.count
    rows(&self)
    let group = document.rowGroups.count
    document.rowGroups.append(start..<document.rows.count)
    document.blocks.append(
      .table(
        Table(
          columns: columns..<document.columns.count, header: header, groups: group..<group + 1)))
  }
}
