extension TextPage {
  /// Writes a table over the full measure. Its caption is for those who cannot see a page's layout;
  /// in a text, the words around the table say as much.
  mutating func table(_ source: Table) {
    begin(.other)
    var table = TextTable(source, in: &layout)
    guard table.divide(measure, hints: layout.document.columns[source.columns]) else {
      return write(cellsOf: table)
    }
    table.breakLines(in: &layout, layout: cells)
    draw(table)
  }

  /// Writes a table that has more columns than fit: its cells, one below the other.
  private mutating func write(cellsOf table: TextTable) {
    for box in table.boxes {
      let first = layout.lines.count
      for run in box.runs { layout.breakLines(table.runs[run], width: measure) }
      addColumn(from: first)
      writeColumns()
    }
  }
}
