internal import Documents

/// A cell that is set.
struct SetCell {
  /// Its index in the document; nil where the row was too short for one.
  var source: Int?
  /// Its edges, and how many rows it spans.
  var left, right: Double
  var rowSpan: Int
  /// Its lines, as indices of items.
  var items: Range<Int>
  /// How high its text is, and how high the cell is with that.
  var textHeight, height: Double
}

/// A row that is set.
struct SetRow {
  var height: Double
  /// The cells that begin in it.
  var cells: [SetCell]
  /// How firmly it stands with the row above.
  var bond: Slab.Bond
}

/// A cell on the page, as far as it stands there.
struct CellPart {
  var cell: SetCell
  /// The last row that it spans.
  var lastRow: Int
  /// Where it begins on the page, and where what is shown of it ends.
  var top, bottom: Double
  /// The first of its lines that is not yet shown.
  var next: Int

  /// Whether there is more to show than has room on the page.
  var isCut: Bool { next < cell.items.upperBound }
}

/// A table while it is put on pages.
struct TableState {
  let columns: TableColumns
  /// The element of the text.
  let element: Int
  /// The rows that the table begins with.
  var head: [SetRow] = []
  /// The first one of them that each further page begins with.
  var repeatedHead = 0
  /// The rows that are set and not yet on a page.
  var rows: [SetRow] = []
  /// The cells that the next row does not end.
  var parts: [CellPart] = []
  /// Whether its head is on a page.
  var isBegun = false
  /// Whether no row stands on the page.
  var isPageEmpty = true

  /// How high the head is, and what further pages have of it.
  var headHeight: Double { head.reduce(0) { $0 + $1.height } }
  var repeatedHeight: Double { head[repeatedHead...].reduce(0) { $0 + $1.height } }

  init(_ columns: TableColumns, element: Int) {
    self.columns = columns
    self.element = element
  }

  /// How thick rules are.
  static let rule = 0.5
  /// The space above and below a cell's text.
  static let padding = 1.0.millimetres
}
