internal import Documents

/// Rows of a table on pages.
extension PageSetter {
  /// Puts the head on the page, together with what stands above it and the first rows.
  mutating func begin(_ state: inout TableState) {
    let style = style(of: .cell)
    var first =
      state.rows.indices.dropFirst().first { state.rows[$0].bond == .none }
      ?? state.rows.count
    if height(of: 0..<first, state) > fresh(state) { first = min(1, first) }
    let room = state.headHeight + min(height(of: 0..<first, state), pageHeight / 4)
    let last = slabs.indices.last
    let above = max(style.above, last.map { slabs[$0].below } ?? 0)
    placeSlabs(leaving: room + above)
    ensurePage()
    if top(below: style.above) + room > pageHeight, !isPageEmpty { newPage() }
    place(to: top(below: style.above))
    drawHead(&state, isRepeated: false)
    state.isBegun = true
  }

  /// How high rows may be under the head of a page.
  private func fresh(_ state: TableState) -> Double {
    pageHeight - state.repeatedHeight
  }

  private func height(of rows: Range<Int>, _ state: TableState) -> Double {
    state.rows[rows].reduce(0) { $0 + $1.height }
  }

  private mutating func drawHead(_ state: inout TableState, isRepeated: Bool) {
    for row in (isRepeated ? state.repeatedHead : 0)..<state.head.count {
      for cell in state.head[row].cells {
        let spanned = row..<min(row + cell.rowSpan, state.head.count)
        let height = state.head[spanned].reduce(0) { $0 + $1.height }
        let space = max(0, height - cell.textHeight) / 2
        draw(cell.items, at: y + space, isRepeated: isRepeated)
        drawEdges(of: cell, from: y, to: y + height, state)
      }
      place(to: y + state.head[row].height)
    }
    state.isPageEmpty = true
  }

  /// Draws the rules at the left and above a cell, and at the right edge of the table.
  private mutating func drawEdges(
    of cell: SetCell, from top: Double, to bottom: Double, _ state: TableState
  ) {
    let half = TableState.rule / 2
    rule(
      x: cell.left - half, y: top - half, width: cell.right - cell.left + 2 * half, height: 2 * half
    )
    rule(x: cell.left - half, y: top, width: 2 * half, height: bottom - top)
    if cell.right + 0.01 >= state.columns.edges.last ?? 0 {
      rule(x: cell.right - half, y: top, width: 2 * half, height: bottom - top)
    }
  }

  // MARK: Where pages end

  /// Puts the rows that are set on pages.
  ///
  /// - Parameter reserve: how much room must be left under the last one on its page.
  mutating func place(_ state: inout TableState, leaving reserve: Double) {
    place(state.rows.indices, &state, cut: .none, leaving: reserve)
    for index in state.parts.indices { state.parts[index].lastRow -= state.rows.count }
    state.rows.removeAll()
  }

  private mutating func place(
    _ rows: Range<Int>, _ state: inout TableState, cut bond: Slab.Bond, leaving reserve: Double
  ) {
    let height = self.height(of: rows, state)
    if y + height + reserve <= pageHeight + 0.01 {
      for row in rows { place(row: row, &state) }
      return
    }
    let isCuttable =
      rows.count > 1
      && rows.dropFirst().contains { state.rows[$0].bond <= bond || bond == .firm }
    if bond == .none, isCuttable {
      return cut(rows, &state, at: .none, leaving: reserve)
    }
    if !state.isPageEmpty, height + reserve <= fresh(state) {
      breakPage(before: rows.lowerBound, &state)
      for row in rows { place(row: row, &state) }
      return
    }
    if rows.count > 1 { return cut(rows, &state, at: bond, leaving: reserve) }
    if reserve > 0 { return place(rows, &state, cut: bond, leaving: 0) }
    // A row that no page holds begins where there is room for some of its lines.
    if !state.isPageEmpty, height <= fresh(state) || pageHeight - y < pageHeight / 6 {
      breakPage(before: rows.lowerBound, &state)
    }
    place(row: rows.lowerBound, &state)
  }

  /// Puts rows on pages that are cut between those that stand together as loosely, or else anywhere.
  private mutating func cut(
    _ rows: Range<Int>, _ state: inout TableState, at bond: Slab.Bond, leaving reserve: Double
  ) {
    var start = rows.lowerBound
    let next = bond == .none ? Slab.Bond.soft : .firm
    for index in rows.dropFirst() where state.rows[index].bond <= bond || bond == .firm {
      place(start..<index, &state, cut: next, leaving: 0)
      start = index
    }
    place(start..<rows.upperBound, &state, cut: next, leaving: reserve)
  }

  /// Puts a row on the page, and what has no room on those behind it.
  private mutating func place(row: Int, _ state: inout TableState) {
    for cell in state.rows[row].cells {
      state.parts.append(begin(cell, until: row + cell.rowSpan - 1, state))
    }
    state.isPageEmpty = false
    var bottom = y + state.rows[row].height
    while state.parts.contains(where: { $0.lastRow <= row && $0.isCut }) {
      breakPage(before: row, &state, isInRow: true)
      state.isPageEmpty = false
      bottom = y
    }
    for part in state.parts where part.lastRow <= row { bottom = max(bottom, part.bottom) }
    bottom = min(bottom, max(pageHeight, y))
    for part in state.parts where part.lastRow <= row {
      drawEdges(of: part.cell, from: part.top, to: bottom, state)
    }
    state.parts.removeAll { $0.lastRow <= row }
    place(to: bottom)
  }

  /// Shows a cell from the place on the page on, as far as it has room.
  private mutating func begin(_ cell: SetCell, until lastRow: Int, _ state: TableState) -> CellPart
  {
    var part = CellPart(
      cell: cell, lastRow: lastRow, top: y, bottom: y, next: cell.items.lowerBound)
    show(&part, state)
    return part
  }

  private mutating func show(_ part: inout CellPart, isRepeated: Bool = false, _ state: TableState)
  {
    let (first, end) = (part.next, part.cell.items.upperBound)
    part.top = y
    part.bottom = y
    guard first < end else { return }
    let room = pageHeight - y - 2 * TableState.padding
    let start = top(of: first, in: part.cell)
    var next = first
    while next < end {
      let bottom = next + 1 < end ? top(of: next + 1, in: part.cell) : part.cell.textHeight
      // A page shows a line at least.
      if bottom - start > room + 0.01, next > first || !state.isPageEmpty { break }
      part.bottom = y + bottom - start + 2 * TableState.padding + TableState.rule
      next += 1
    }
    draw(first..<next, at: y + TableState.padding - start, isRepeated: isRepeated)
    part.next = isRepeated ? end : next
  }

  /// The upper edge of a line in its cell.
  private func top(of item: Int, in cell: SetCell) -> Double {
    item == cell.items.lowerBound
      ? 0 : items[item].y - (items[cell.items.lowerBound].y)
  }

  /// Ends the page in a table; the next one has its head, and what goes on from row to row.
  private mutating func breakPage(
    before row: Int, _ state: inout TableState, isInRow: Bool = false
  ) {
    var bottom = y
    for part in state.parts { bottom = max(bottom, part.bottom) }
    if isInRow { bottom = pageHeight }
    close(&state, at: min(bottom, max(pageHeight, y)))
    newPage()
    place(to: 0)
    state.isPageEmpty = true
    drawHead(&state, isRepeated: true)
    let named = nameOfParts(state)
    for index in state.parts.indices {
      if state.parts[index].isCut {
        show(&state.parts[index], state)
      } else if state.parts[index].lastRow > row || !isInRow {
        repeatText(of: index, isNamed: index == named, &state)
      } else {
        (state.parts[index].top, state.parts[index].bottom) = (y, y)
      }
    }
  }

  /// Which of the cells that go on names what they belong to: the head of the rows, or the one that
  /// says most.
  private func nameOfParts(_ state: TableState) -> Int? {
    let whole = state.parts.indices.filter { !state.parts[$0].isCut }
    let heads = whole.filter { index in
      state.parts[index].cell.source.map { document.cells[$0].scope != nil } ?? false
    }
    return (heads.isEmpty ? whole : heads).max {
      state.parts[$0].cell.items.count < state.parts[$1].cell.items.count
    }
  }

  /// Shows the text of a cell once more where its rows go on.
  private mutating func repeatText(of index: Int, isNamed: Bool, _ state: inout TableState) {
    let own = state.parts[index].cell
    guard let source = own.source, !own.items.isEmpty else {
      (state.parts[index].top, state.parts[index].bottom) = (y, y)
      return
    }
    let cell = document.cells[source]
    var copy = own
    copy.textHeight = 0
    let first = items.count
    let suffix = document.language == "uk" ? " (продовження)" : " (continued)"
    for paragraph in cell.paragraphs {
      copy.textHeight = addLines(
        of: document.paragraphs[paragraph], in: cell, from: own.left + state.columns.padding,
        to: own.right - state.columns.padding, top: copy.textHeight, 0,
        suffix: isNamed && paragraph + 1 == cell.paragraphs.upperBound ? suffix : "")
    }
    copy.items = first..<items.count
    var part = CellPart(
      cell: copy, lastRow: state.parts[index].lastRow, top: y, bottom: y, next: first)
    show(&part, isRepeated: true, state)
    (state.parts[index].top, state.parts[index].bottom) = (part.top, part.bottom)
  }

  /// Draws the rules of what stands on the page, down to where it ends.
  mutating func close(_ state: inout TableState, at bottom: Double) {
    for part in state.parts { drawEdges(of: part.cell, from: part.top, to: bottom, state) }
    let (left, right) = (state.columns.edges[0], state.columns.edges.last ?? 0)
    let half = TableState.rule / 2
    rule(x: left - half, y: bottom - half, width: right - left + 2 * half, height: 2 * half)
  }
}
