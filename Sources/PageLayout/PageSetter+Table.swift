internal import Documents
internal import PDF

/// Tables: rows are set group by group, and put on pages as soon as it is known what stands with them.
extension PageSetter {
  /// Sets a table, whose last rows stand on the page of some blocks below it, such as signatures.
  mutating func table(_ table: Table, followedBy followers: Range<Int>) {
    let grid = TableGrid(table, in: document)
    guard grid.rowCount > 0 else { return blocks(followers) }
    let style = style(of: .cell)
    let bond = beginBlock(style)
    let title = plainText(of: table.caption)
    let element = pdf.open(.table, in: parent, title: title)
    guard let columns = TableColumns(table, grid, of: &self) else {
      pdf.close([element])
      nextBond = bond
      return stackCells(of: grid, followedBy: followers)
    }
    var state = TableState(columns, element: element)
    var row = table.header.count
    state.head = setRows(0..<row, of: grid, state, limit: .infinity)
    state.repeatedHead = repeatedHead(of: table, state)
    if state.headHeight > pageHeight / 2 {
      // What would take half of every page stands on the first one alone.
      add(state.head, to: &state)
      (state.head, state.repeatedHead) = ([], 0)
    }
    let mark = (text: text.mark, items: items.count, elements: elements.count)
    for index in table.groups {
      let end = row + document.rowGroups[index].count
      var isBegun = false
      repeat {
        // A group of many pages is set part by part.
        let rows = setRows(row..<end, of: grid, state, limit: 2 * pageHeight)
        add(rows, to: &state, goesOn: isBegun)
        (row, isBegun) = (row + rows.count, true)
        let isLast = index + 1 == table.groups.upperBound && row == end
        if !isLast, isHead(state.rows.last) { continue }
        if !state.isBegun { begin(&state) }
        place(&state, leaving: isLast ? setFollowers(followers) : 0)
        if !isLast, !state.parts.contains(where: \.isCut) { forget(after: mark) }
      } while row < end
    }
    if !state.isBegun { begin(&state) }
    if !state.rows.isEmpty { place(&state, leaving: 0) }
    close(&state, at: y)
    pdf.close([element])
    if table.groups.isEmpty { _ = setFollowers(followers) }
    place(to: y, spaceBelow: style.below)
  }

  /// The first row of a head that further pages have: that of the columns' numbers, unless a cell above
  /// goes on in it, or the first one of all.
  private func repeatedHead(of table: Table, _ state: TableState) -> Int {
    guard let last = table.header.last, document.rows[last].isOfNumbers else { return 0 }
    let row = state.head.count - 1
    let spans = state.head.indices.dropLast().contains { above in
      state.head[above].cells.contains { above + $0.rowSpan > row }
    }
    return spans ? 0 : row
  }

  /// Forgets what is on a page of some rows; what begins in them and goes on is set anew where it is
  /// repeated.
  private mutating func forget(
    after mark: (text: TextStore.Mark, items: Int, elements: Int)
  ) {
    pdf.close(elements[mark.elements...])
    elements.removeSubrange(mark.elements...)
    text.forget(after: mark.text)
    items.removeSubrange(mark.items...)
  }

  private func isHead(_ row: SetRow?) -> Bool {
    row?.cells.contains { $0.source.map { document.cells[$0].role == .sectionHead } ?? false }
      ?? false
  }

  /// Sets what stands below the table, and gives how much of it stands with the last row.
  private mutating func setFollowers(_ followers: Range<Int>) -> Double {
    let style = style(of: .cell)
    if followers.isEmpty { return 0 }
    let first = slabs.count
    let outer = leastBond
    leastBond = max(outer, .soft)
    blocks(followers)
    leastBond = outer
    let all = height(of: first..<slabs.count, from: 0, style.below)
    if all <= pageHeight * 2 / 3 { return all }
    let end = slabs[first...].indices.dropFirst().first { slabs[$0].bond <= .soft } ?? slabs.count
    return min(height(of: first..<end, from: 0, style.below), pageHeight / 2)
  }

  private func plainText(of running: RunningText) -> String {
    var bytes: [UInt8] = []
    for case .text(let text) in document.inlines[running.range] {
      bytes += document.text[text.range]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Sets the cells of a table that has more columns than fit, one below the other.
  private mutating func stackCells(of grid: TableGrid, followedBy followers: Range<Int>) {
    for cell in grid.cells {
      guard let source = cell.source else { continue }
      for index in document.cells[source].paragraphs { paragraph(document.paragraphs[index]) }
    }
    blocks(followers)
  }

  // MARK: Rows

  /// Sets rows beyond which no cell spans: all, or as many as are higher than a limit and show whole
  /// what goes on in the others.
  private mutating func setRows(
    _ rows: Range<Int>, of grid: TableGrid, _ state: TableState, limit: Double
  ) -> [SetRow] {
    var result: [SetRow] = []
    var (height, needed) = (0.0, limit)
    for row in rows {
      guard height < needed || isHead(result.last) else { break }
      let element = open(.row, in: state.element)
      var set = SetRow(height: 0, cells: [], bond: .soft)
      for index in grid.cells(inRow: row) {
        let cell = self.set(grid.cells[index], in: element, state)
        if cell.rowSpan == 1 {
          set.height = max(set.height, cell.height)
        } else {
          needed = max(needed, height + cell.height)
        }
        set.cells.append(cell)
      }
      set.height = max(set.height, 2 * TableState.padding)
      height += set.height
      result.append(set)
    }
    spread(&result)
    return result
  }

  /// Makes rows as high as the cells that span them need.
  private func spread(_ rows: inout [SetRow]) {
    for index in rows.indices {
      for cell in rows[index].cells where cell.rowSpan > 1 {
        let spanned = index..<min(index + cell.rowSpan, rows.count)
        let lacking = cell.height - rows[spanned].reduce(0) { $0 + $1.height }
        guard lacking > 0 else { continue }
        for row in spanned { rows[row].height += lacking / Double(spanned.count) }
      }
    }
  }

  private mutating func set(
    _ place: TableGrid.Cell, in row: Int, _ state: TableState
  ) -> SetCell {
    let edges = state.columns.edges
    let (left, right) = (edges[place.column], edges[place.column + place.columnSpan])
    var result = SetCell(
      source: place.source, left: left, right: right, rowSpan: place.rowSpan,
      items: items.count..<items.count, textHeight: 0, height: 0)
    let cell = place.source.map { document.cells[$0] } ?? Table.Cell()
    let scope: HeadScope? =
      switch cell.paragraphs.isEmpty ? nil : cell.scope {
      case .col, .colgroup: .column
      case .row, .rowgroup: .row
      case nil: nil
      }
    let element = pdf.open(
      scope == nil ? .cell : .headCell, in: row, spans: (place.columnSpan, place.rowSpan),
      scope: scope)
    elements.append(element)
    let first = items.count
    for index in cell.paragraphs {
      let own = cell.paragraphs.count == 1 ? element : open(.paragraph, in: element)
      result.textHeight = addLines(
        of: document.paragraphs[index], in: cell, from: left + state.columns.padding,
        to: right - state.columns.padding, top: result.textHeight, own)
    }
    result.items = first..<items.count
    let style = self.style(of: cell.role)
    result.height = max(
      result.textHeight + 2 * TableState.padding + TableState.rule,
      result.items.isEmpty ? style.emptyHeight : 0)
    return result
  }

  /// Adds the lines of a cell's paragraph, and gives where they end.
  mutating func addLines(
    of paragraph: Paragraph, in cell: Table.Cell, from left: Double, to right: Double, top: Double,
    _ element: Int, suffix: String = ""
  ) -> Double {
    let style = self.style(of: paragraph.role == .body ? cell.role : paragraph.role)
    set(paragraph.text, style.look)
    if !suffix.isEmpty {
      if let last = text.pieces.indices.last { text.pieces[last].end = .open }
      add(words: suffix, style.look)
    }
    let alignment = paragraph.alignment == .start ? style.alignment : paragraph.alignment
    var y = top
    let lines = breakLines(width: right - left, indent: style.indent)
    for line in lines {
      let indent = line == lines.lowerBound ? style.indent : 0
      items.append(
        SlabItem(
          kind: .line(
            line, alignment, isJustified: style.isJustified && paragraph.alignment == .start),
          x: left + indent, y: y + baseline(style), width: right - left - indent,
          element: element))
      y += style.lineHeight
    }
    return y
  }

  /// Adds a group of rows to those that are not yet on a page, and says which stand together.
  ///
  /// - Parameter goesOn: whether they go on with a long group.
  private func add(_ rows: [SetRow], to state: inout TableState, goesOn: Bool = false) {
    var rows = rows
    let isBound = isHead(state.rows.last)
    let height = rows.reduce(0) { $0 + $1.height }
    let isLong = goesOn || height > (pageHeight - state.repeatedHeight) * Self.largestKept
    // Where what spans rows is whole.
    var (above, needed) = (0.0, 0.0)
    for index in rows.indices {
      if index == 0 {
        rows[index].bond = isBound ? .firm : .none
      } else if above < needed - 0.01 || isHead(rows[index - 1]) {
        rows[index].bond = .firm
      } else {
        rows[index].bond = isLong ? .none : .soft
      }
      for cell in rows[index].cells where cell.rowSpan > 1 {
        needed = max(needed, above + cell.height)
      }
      above += rows[index].height
    }
    state.rows += rows
  }

  /// A group of rows that is higher than this part of a page is cut between them.
  private static let largestKept = 1.0 / 4
}
