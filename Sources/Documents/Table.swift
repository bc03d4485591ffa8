/// A table: header rows, then groups of rows that print keeps whole where they fit on a page.
public struct Table: Sendable, Equatable {
  /// What the table is, for those who cannot see it; empty where the form gives none.
  public var caption: [Inline]
  /// One entry for each column, from left to right.
  public var columns: [Column]
  /// The header rows, repeated on every printed page.
  public var header: [Row]
  /// The rows, in the groups that belong together: a task with its indicators.
  public var groups: [[Row]]
  /// Names for the style sheet.
  public var style: String

  /// Makes a table.
  public init(
    caption: [Inline] = [], columns: [Column], header: [Row] = [], groups: [[Row]] = [],
    style: String = ""
  ) {
    self.caption = caption
    self.columns = columns
    self.header = header
    self.groups = groups
    self.style = style
  }

  /// A column of the table.
  public struct Column: Sendable, Equatable {
    /// The share of the width in percent, or nil to let the content decide.
    public var width: Int?

    /// Makes a column.
    public init(width: Int? = nil) {
      self.width = width
    }
  }

  /// A row of cells; a cell that spans rows stands only in its first one.
  public struct Row: Sendable, Equatable {
    /// The cells that begin in this row, from left to right.
    public var cells: [Cell]

    /// Makes a row.
    public init(_ cells: [Cell]) {
      self.cells = cells
    }
  }

  /// A cell and how many columns and rows it spans.
  public struct Cell: Sendable, Equatable {
    /// What stands in the cell, one paragraph below the other; empty for an empty cell.
    public var paragraphs: [Paragraph]
    /// What the cell heads, if it is a header.
    public var scope: Scope?
    /// How many columns it spans, at least 1.
    public var columnSpan: Int
    /// How many rows it spans, at least 1; never beyond its group.
    public var rowSpan: Int
    /// Names for the style sheet.
    public var style: String

    /// Makes a cell.
    public init(
      _ paragraphs: [Paragraph] = [], scope: Scope? = nil, columnSpan: Int = 1, rowSpan: Int = 1,
      style: String = ""
    ) {
      self.paragraphs = paragraphs
      self.scope = scope
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.style = style
    }
  }

  /// What a header cell heads, in HTML's words.
  public enum Scope: String, Sendable {
    case col, row, colgroup, rowgroup
  }
}
