/// A table: header rows, then groups of rows. Print keeps a group whole that takes no more than a
/// quarter of a page (the last one, half of it), and cuts others between their rows.
package struct Table: Sendable {
  /// What the table is, for those who cannot see it; empty where the form gives none.
  package var caption: RunningText
  /// The columns from left to right, as indices.
  package var columns: Range<Int>
  /// The header rows, repeated on every printed page, as indices.
  package var header: Range<Int>
  /// The groups of rows that belong together, a task with its indicators, as indices.
  package var groups: Range<Int>
  /// Names for the style sheet.
  package var style: PlainText

  /// Makes a table.
  package init(
    caption: RunningText = RunningText(), columns: Range<Int> = 0..<0,
    header: Range<Int> = 0..<0, groups: Range<Int> = 0..<0,
    style: PlainText = PlainText()
  ) {
    self.caption = caption
    self.columns = columns
    self.header = header
    self.groups = groups
    self.style = style
  }

  /// A column of the table.
  package struct Column: Sendable {
    /// The share of the width in percent, or nil to let the content decide.
    package var width: Int?

    /// Makes a column.
    package init(width: Int? = nil) {
      self.width = width
    }
  }

  /// A row of cells; a cell that spans rows stands only in its first one.
  package struct Row: Sendable {
    /// The cells that begin in this row, from left to right, as indices.
    package var cells: Range<Int>
    /// Whether it is a header row of the columns' numbers, which stand for the heads where the table goes
    /// on.
    package var isOfNumbers: Bool

    /// Makes a row.
    package init(_ cells: Range<Int>, isOfNumbers: Bool = false) {
      self.cells = cells
      self.isOfNumbers = isOfNumbers
    }
  }

  /// A cell and how many columns and rows it spans.
  package struct Cell: Sendable {
    /// What stands in the cell, one paragraph below the other, as indices; none for an empty cell.
    package var paragraphs: Range<Int>
    /// What the cell heads, if it is a header.
    package var scope: Scope?
    /// What it is; its paragraphs have the same role unless they have one of their own.
    package var role: Role
    /// How many columns it spans, at least 1.
    package var columnSpan: Int
    /// How many rows it spans, at least 1; never beyond its group.
    package var rowSpan: Int
    /// Names for the style sheet.
    package var style: PlainText

    /// Makes a cell.
    package init(
      _ paragraphs: Range<Int> = 0..<0, _ role: Role = .cell, scope: Scope? = nil,
      columnSpan: Int = 1, rowSpan: Int = 1, style: PlainText = PlainText()
    ) {
      self.paragraphs = paragraphs
      self.role = role
      self.scope = scope
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.style = style
    }
  }

  /// What a header cell heads, in HTML's words.
  package enum Scope: String, Sendable {
    case col, row, colgroup, rowgroup
  }
}
