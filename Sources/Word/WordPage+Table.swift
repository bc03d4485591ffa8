internal import Bytes
internal import Documents
internal import Markup

extension WordPage {
  /// Adds a table; one with more columns than have room, a cell below the other.
  mutating func table(_ table: Table) {
    let grid = TableGrid(table, in: document)
    let count = grid.columnCount
    guard grid.rowCount > 0, count > 0 else { return }
    guard count <= document.mostColumns(within: Double(measure) / 20) else {
      return stackCells(of: grid)
    }
    let padding = min(1.5.twips, Int(Double(measure) / Double(count) * 0.12))
    beginTable(above: (style(of: .cell).above ?? 0).twips)
    let widths = columnWidths(table, grid, padding: padding)
    let edges = widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    beginElement("RuledTable", edges: edges, caption: table.caption, padding: padding)
    var state = TableState(edges: edges, grid: grid)
    let keepsLast = keepsWithNext
    for row in 0..<table.header.count { self.row(row, &state, isHead: true, isKept: true) }
    if table.header.count > 0 { state.firstBehindHead = table.header.count }
    let height = TableHeight(table, columnCount: count, of: document, on: sheet)
    var row = table.header.count
    for index in table.groups {
      let rows = row..<row + document.rowGroups[index].count
      row = rows.upperBound
      let isLast = row == grid.rowCount
      group(rows, &state, height, limit: isLast ? 2 * height.limit : height.limit) {
        isLast && keepsLast
      }
    }
    bytes.append("</w:tbl>\n")
    endBlock(owing: (style(of: .cell).below ?? 0).twips, isTable: true)
  }

  /// Begins the element of a table whose columns have these edges.
  mutating func beginElement(
    _ style: StaticString, edges: [Int], caption: RunningText = RunningText(), padding: Int? = nil,
    bottom: Int? = nil
  ) {
    bytes.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"")
    bytes.append(style)
    bytes.append(edges.last ?? 0, "\"/><w:tblW w:w=\"", "\" w:type=\"dxa\"/>")
    if left > 0, !isInCell { bytes.append(left, "<w:tblInd w:w=\"", "\" w:type=\"dxa\"/>") }
    bytes.append("<w:tblLayout w:type=\"fixed\"/>")
    if padding != nil || bottom != nil {
      bytes.append("<w:tblCellMar>")
      if let padding { bytes.append(padding, "<w:left w:w=\"", "\" w:type=\"dxa\"/>") }
      if let bottom { bytes.append(bottom, "<w:bottom w:w=\"", "\" w:type=\"dxa\"/>") }
      if let padding { bytes.append(padding, "<w:right w:w=\"", "\" w:type=\"dxa\"/>") }
      bytes.append("</w:tblCellMar>")
    }
    bytes.append("<w:tblLook w:val=\"0000\"/>")
    if !caption.isEmpty {
      bytes.append("<w:tblCaption w:val=\"")
      let all = document.text
      for case .text(let text) in document.inlines[caption.range] {
        bytes.append(escaping: all.span.extracting(text.range), in: .attribute)
      }
      bytes.append("\"/>")
    }
    bytes.append("</w:tblPr><w:tblGrid>")
    for index in edges.indices.dropFirst() {
      bytes.append(edges[index] - edges[index - 1], "<w:gridCol w:w=\"")
    }
    bytes.append("</w:tblGrid>\n")
  }

  /// Adds the cells of a table with too many columns, one below the other.
  private mutating func stackCells(of grid: TableGrid) {
    let keepsLast = keepsWithNext
    for cell in grid.cells {
      guard let source = cell.source else { continue }
      for index in document.cells[source].paragraphs {
        keepsWithNext = isWhole
        paragraph(document.paragraphs[index])
      }
    }
    keepsWithNext = keepsLast
  }

  // MARK: Rows

  /// Adds rows beyond which no cell spans: on one page, unless they are high.
  private mutating func group(
    _ rows: Range<Int>, _ state: inout TableState, _ height: TableHeight, limit: Double,
    keepsLast: () -> Bool
  ) {
    let grid = state.grid
    var isLong = false
    var heights = 0.0
    for row in rows where !isLong {
      heights += height.height(of: grid.cells[grid.cells(inRow: row)])
      isLong = heights > limit
    }
    // What is above the row's end, and how much of it the text of spanning cells needs.
    var (above, needed) = (0.0, 0.0)
    for row in rows {
      let cells = grid.cells[grid.cells(inRow: row)]
      let own = height.height(of: cells)
      if cells.contains(where: { $0.rowSpan > 1 }) {
        needed = max(needed, above + height.height(of: cells, spanning: true))
      }
      above += own
      let isLast = row + 1 == rows.upperBound
      let isHead = cells.contains {
        $0.source.map { document.cells[$0].role == .sectionHead } ?? false
      }
      let isKept = isLast ? isHead || keepsLast() : isHead || !isLong || above < needed
      self.row(row, &state, isKept: isKept || isWhole && !isLast, isLong: own > height.limit)
    }
  }

  private mutating func row(
    _ row: Int, _ state: inout TableState, isHead: Bool = false, isKept: Bool, isLong: Bool = false
  ) {
    let places = state.grid.cells(inRow: row)
    bytes.append("<w:tr><w:trPr>")
    if !isLong, row != state.firstBehindHead { bytes.append("<w:cantSplit/>") }
    if let height = emptyHeight(of: state.grid.cells[places]) {
      bytes.append(height, "<w:trHeight w:val=\"", "\" w:hRule=\"atLeast\"/>")
    }
    if isHead { bytes.append("<w:tblHeader/>") }
    bytes.append("</w:trPr>\n")
    var next = places.lowerBound
    var column = 0
    while column < state.grid.columnCount {
      if let index = state.covering[column] {
        if state.grid.cells[index].row + state.grid.cells[index].rowSpan == row + 1 {
          state.covering[column] = nil
        }
        cell(state.grid.cells[index], state, isBegun: false, isHead: isHead, isKept: isKept)
        column += state.grid.cells[index].columnSpan
        continue
      }
      guard next < places.upperBound else { break }
      let place = state.grid.cells[next]
      if place.rowSpan > 1 { state.covering[column] = next }
      cell(place, state, isBegun: true, isHead: isHead, isKept: isKept)
      column += place.columnSpan
      next += 1
    }
    bytes.append("</w:tr>\n")
  }

  /// How high a row is while something in it is empty that is filled in by hand.
  private func emptyHeight(of cells: ArraySlice<TableGrid.Cell>) -> Int? {
    var height: Double?
    for case let source? in cells.lazy.map(\.source) {
      let cell = document.cells[source]
      guard let own = style(of: cell.role).emptyHeight,
        cell.paragraphs.allSatisfy({ document.paragraphs[$0].text.isEmpty })
      else { continue }
      height = max(height ?? 0, own)
    }
    return height?.twips
  }

  /// Adds a cell, or the place of one that goes on from the row above.
  private mutating func cell(
    _ place: TableGrid.Cell, _ state: TableState, isBegun: Bool, isHead: Bool, isKept: Bool
  ) {
    let cell = place.source.map { document.cells[$0] } ?? Table.Cell()
    let width = state.edges[place.column + place.columnSpan] - state.edges[place.column]
    bytes.append(width, "<w:tc><w:tcPr><w:tcW w:w=\"", "\" w:type=\"dxa\"/>")
    if place.columnSpan > 1 { bytes.append(place.columnSpan, "<w:gridSpan w:val=\"") }
    if place.rowSpan > 1 {
      bytes.append(isBegun ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>")
    }
    if isHead { bytes.append("<w:vAlign w:val=\"center\"/>") }
    bytes.append("</w:tcPr>")
    var layout = ParagraphLayout()
    layout.keepsWithNext = isKept
    if !isBegun || cell.paragraphs.isEmpty {
      add(RunningText(), cell.role, layout)
    } else {
      for index in cell.paragraphs {
        let paragraph = document.paragraphs[index]
        let role = paragraph.role == .body ? cell.role : paragraph.role
        layout.alignment = paragraph.alignment
        let style = style(of: role)
        layout.above = role.standsInCell || style.above ?? 0 == 0 ? nil : 0
        layout.below = role.standsInCell || style.below ?? 0 == 0 ? nil : 0
        add(paragraph.text, role, layout)
      }
    }
    bytes.append("</w:tc>\n")
  }

  // MARK: Widths

  private func columnWidths(_ table: Table, _ grid: TableGrid, padding: Int) -> [Int] {
    var lengths = [ColumnLengths](repeating: ColumnLengths(), count: grid.columnCount)
    for place in grid.cells where place.columnSpan == 1 {
      guard let source = place.source else { continue }
      let cell = document.cells[source]
      for index in cell.paragraphs {
        let paragraph = document.paragraphs[index]
        let role = paragraph.role == .body ? cell.role : paragraph.role
        measure(paragraph.text, role, into: &lengths[place.column])
      }
    }
    for index in lengths.indices { lengths[index].add(Double(2 * padding + 10)) }
    let widths = lengths.widths(sharing: Double(measure)) { index in
      index < table.columns.count ? document.columns[table.columns.lowerBound + index].width : nil
    }
    // The edges are rounded, so that the whole is as wide as the text.
    var (edge, rounded) = (0.0, 0)
    return widths.map { width in
      edge += width
      defer { rounded = Int(edge.rounded()) }
      return Int(edge.rounded()) - rounded
    }
  }

  /// Says how wide a text is, and its longest word.
  func measure(_ text: RunningText, _ role: Role, into lengths: inout ColumnLengths) {
    let style = style(of: role)
    let scale = (style.size ?? 14) / 50 * (style.weight == .bold ? LetterWidths.bold : 1)
    let all = document.text
    var (word, longest, line) = (0, 0, 0)
    for case .text(let text) in document.inlines[text.range] {
      let span = all.span.extracting(text.range)
      var place = 0
      while place < span.count {
        let letter = UTF8Scalars.scalar(in: span, at: place)
        let isEnd = letter.value <= 0x20 && !span.holdsTogether(at: place)
        place += letter.length
        let width = LetterWidths.width(of: letter.value)
        line += width
        word = isEnd ? 0 : word + width
        longest = max(longest, word)
        if letter.value == 0x2D || letter.value == 0x2F { word = 0 }
      }
    }
    lengths.take(word: Double(longest) * scale, line: Double(line) * scale)
  }
}

/// A table while its rows are written.
struct TableState {
  /// Where each column begins, and where the last one ends.
  let edges: [Int]
  let grid: TableGrid
  /// For each column, the cell that begins in it and goes on from the row above.
  var covering: [Int?]
  /// The row behind the head, if there is one. It may be cut by a page: where it may not, LibreOffice 7
  /// loses the rows behind it if they are the first that the page has no room for.
  var firstBehindHead: Int?

  init(edges: [Int], grid: TableGrid) {
    (self.edges, self.grid) = (edges, grid)
    covering = [Int?](repeating: nil, count: grid.columnCount)
  }
}
