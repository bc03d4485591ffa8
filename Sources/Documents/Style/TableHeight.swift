/// How high the rows of a table are on paper, near enough to say what is kept whole: text is taken
/// as long as its bytes say, and letters as half as wide as they are high.
package struct TableHeight {
  /// A part of a page's height: groups of rows that are higher are not kept whole, nor are such rows.
  private static let largestKept = 1.0 / 4

  private let document: Document
  /// How many bytes of text a line of each column has room for.
  private let lineBytes: [Double]
  /// How high a line is, in millimetres.
  private let line: Double
  /// What is kept whole may be as high, in millimetres.
  package let limit: Double

  /// Looks at a table on a sheet.
  package init(_ table: Table, columnCount: Int, of document: Document, on sheet: Sheet) {
    self.document = document
    let style = document.style.style(of: .cell)
    let size = (style.size ?? 11) * 25.4 / 72
    line = size * (style.lineHeight ?? 1.1)
    limit = sheet.textHeight * Self.largestKept
    let widths = (0..<columnCount).map { index in
      index < table.columns.count
        ? document.columns[table.columns.lowerBound + index].width : nil
    }
    let free = 100 - widths.reduce(0) { $0 + ($1 ?? 0) }
    let share = Double(max(0, free)) / Double(max(1, widths.count { $0 == nil }))
    // Cyrillic letters have two bytes, spaces and digits one.
    lineBytes = widths.map { width in
      let width = sheet.textWidth * (width.map(Double.init) ?? share) / 100 - Self.padding
      return max(4, width / (size / 2) * 1.85)
    }
  }

  /// The space at both sides of a cell's text, and above and below it together.
  private static let padding = 3.0

  /// The height of a row by the cells that begin in it and stand in it alone, or that which the
  /// others need.
  package func height(of cells: ArraySlice<TableGrid.Cell>, spanning: Bool = false) -> Double {
    var lines = 1.0
    for cell in cells where (cell.rowSpan > 1) == spanning {
      guard let source = cell.source else { continue }
      let room = lineBytes[cell.column..<cell.column + cell.columnSpan].reduce(0, +)
      lines = max(lines, self.lines(of: document.cells[source], room: room))
    }
    return lines * line + Self.padding
  }

  private func lines(of cell: Table.Cell, room: Double) -> Double {
    var lines = 0.0
    for index in cell.paragraphs {
      let text = document.paragraphs[index].text
      var bytes = 0
      for inline in text.range {
        if case .text(let text) = document.inlines[inline] { bytes += text.range.count }
      }
      lines += max(1, (Double(bytes) / room).rounded(.up))
    }
    return lines
  }
}

extension Sheet {
  /// How high the text may be, in millimetres.
  package var textHeight: Double {
    (orientation == .portrait ? height : width) - margins.top - margins.bottom
  }

  /// How wide the text may be, in millimetres.
  package var textWidth: Double {
    (orientation == .portrait ? width : height) - margins.left - margins.right
  }
}
