internal import Bytes
internal import Documents
internal import Fonts

/// How the columns of a table share the width of the text.
struct TableColumns {
  /// Where each column begins, and where the last one ends.
  private(set) var edges: [Double]
  /// The space at both sides of a cell's text.
  let padding: Double

  /// Shares a width among columns; nil where so many have no room.
  init?(_ table: Table, _ grid: TableGrid, of page: inout PageSetter) {
    let count = grid.columnCount
    guard count > 0, count <= page.document.mostColumns(within: page.measure) else { return nil }
    padding = min(1.5.millimetres, page.measure / Double(count) * 0.12)
    var lengths = [ColumnLengths](repeating: ColumnLengths(), count: count)
    for cell in grid.cells where cell.columnSpan == 1 {
      guard let source = cell.source else { continue }
      lengths[cell.column].take(page.lengths(of: page.document.cells[source]))
    }
    for index in lengths.indices { lengths[index].add(2 * padding + 0.5) }
    let widths = lengths.widths(sharing: page.measure) { index in
      index < table.columns.count
        ? page.document.columns[table.columns.lowerBound + index].width : nil
    }
    edges = [page.left]
    for width in widths { edges.append((edges.last ?? 0) + width) }
  }
}

extension PageSetter {
  /// How wide a cell's text would be, by its letters one by one.
  func lengths(of cell: Table.Cell) -> ColumnLengths {
    var lengths = ColumnLengths()
    for index in cell.paragraphs {
      let paragraph = document.paragraphs[index]
      let look = style(of: paragraph.role == .body ? cell.role : paragraph.role).look
      let face = faces[look.face]
      let (all, scale) = (document.text, scale(of: look))
      let bytes = all.span
      var (word, line) = (0 as Int32, 0 as Int32)
      for case .text(let text) in document.inlines[paragraph.text.range] {
        let own = bytes.extracting(text.range)
        var place = text.range.lowerBound
        while place < text.range.upperBound {
          let letter = UTF8Scalars.scalar(in: bytes, at: place)
          let start = place - text.range.lowerBound
          let isBound = letter.value == 0x20 && own.holdsTogether(at: start)
          let isEnd = own.mayBeCut(behind: start, of: own[start])
          place += letter.length
          let width = face.width(of: letter.value <= 0x20 ? 0x20 : letter.value)
          line &+= width
          word = letter.value <= 0x20 && !isBound ? 0 : word &+ width
          lengths.take(word: Double(word) * scale)
          if isEnd { word = 0 }
        }
      }
      lengths.take(line: Double(line) * scale)
    }
    return lengths
  }
}
