internal import Documents

/// Tables.
extension SheetRenderer {
  func table(
    _ element: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> Table {
    let firstGroup = page.document.rowGroups.count
    var result = Table(style: look(of: element, scope, in: &page).style)
    var isInOpenGroup = false
    var rest = element.children
    while let part = sheet.popFirst(of: &rest) {
      guard let tag = part.tag else { continue }
      visit(part, scope) { scope in
        switch tag {
        case .caption: result.caption = text(of: part, scope, in: &page)
        case .colgroup: result.columns = columns(part, scope, in: &page)
        case .thead:
          let rows = rows(part, scope, in: &page)
          result.header = header(result.header, rows, in: &page)
        case .tr where isInOpenGroup:
          addRow(part, scope, to: &page)
          let last = page.document.rowGroups.count - 1
          page.document.rowGroups[last] =
            page.document.rowGroups[last].lowerBound..<page.document.rows.count
        case .tr:
          addRow(part, scope, to: &page)
          page.document.rowGroups.append(page.document.rows.indices.suffix(1))
          isInOpenGroup = true
        case .tbody where part.binding.rows != nil: addLines(of: part, scope, to: &page)
        default:
          let rows = rows(part, scope, in: &page)
          if !rows.isEmpty { page.document.rowGroups.append(rows) }
        }
      }
      isInOpenGroup = tag == .tr
    }
    result.groups = firstGroup..<page.document.rowGroups.count
    if result.columns.isEmpty { result.columns = columns(of: result, in: &page) }
    return result
  }

  /// The header rows, and those of another `thead` behind them.
  private func header(
    _ first: Range<Int>, _ second: Range<Int>, in page: inout DocumentBuilder
  ) -> Range<Int> {
    if first.isEmpty { return second }
    let start = page.document.rows.count
    page.document.rows += Array(page.document.rows[first]) + page.document.rows[second]
    return start..<page.document.rows.count
  }

  private func columns(
    _ group: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> Range<Int> {
    let first = page.document.columns.count
    var rest = group.children
    while let column = sheet.popFirst(of: &rest) {
      if column.tag == nil { continue }
      visit(column, scope) { scope in
        page.document.columns.append(Table.Column(width: width(of: column, scope)))
      }
    }
    return first..<page.document.columns.count
  }

  /// As many columns as the first row has.
  private func columns(of table: Table, in page: inout DocumentBuilder) -> Range<Int> {
    let start = page.document.columns.count
    if let first = table.header.first ?? page.document.rowGroups[table.groups].first?.first {
      for cell in page.document.rows[first].cells {
        for _ in 0..<max(0, page.document.cells[cell].columnSpan) {
          page.document.columns.append(Table.Column())
        }
      }
    }
    return start..<page.document.columns.count
  }

  private func rows(_ group: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder)
    -> Range<Int>
  {
    let first = page.document.rows.count
    var rest = group.children
    while let child = sheet.popFirst(of: &rest) {
      if child.tag == .tr { visit(child, scope) { addRow(child, $0, to: &page) } }
    }
    return first..<page.document.rows.count
  }

  private func addRow(_ row: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder) {
    let first = page.document.cells.count
    var rest = row.children
    while let child = sheet.popFirst(of: &rest) {
      if child.tag == nil { continue }
      visit(child, scope) { scope in
        let cell = cell(child, scope, in: &page)
        page.document.cells.append(cell)
      }
    }
    page.document.rows.append(
      Table.Row(
        first..<page.document.cells.count, isOfNumbers: row.meanings.contains(.numbers)))
  }

  func cell(_ part: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder)
    -> Table.Cell
  {
    let look = look(of: part, scope, in: &page)
    return Table.Cell(
      paragraphs(part, look, scope, in: &page), look.role, scope: part.scope,
      columnSpan: span(part.columnSpan, part.binding.columnSpan, scope),
      rowSpan: span(part.rowSpan, part.binding.rowSpan, scope),
      style: look.style)
  }

  func paragraphs(
    _ cell: FormSheet.Part, _ look: Look, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> Range<Int> {
    let first = page.document.paragraphs.count
    if cell.binding.text != nil {
      let text = text(of: cell, scope, in: &page)
      if !text.isEmpty {
        page.document.paragraphs.append(Paragraph(text, look.role, alignment: look.alignment))
      }
      return first..<page.document.paragraphs.count
    }
    forEachPart(of: cell.children, scope, in: &page, isOwn: { $0 == .p }) { part, page in
      visit(part, scope) { scope in
        var paragraph = paragraph(part, scope, in: &page)
        if paragraph.alignment == .start { paragraph.alignment = look.alignment }
        if !paragraph.text.isEmpty { page.document.paragraphs.append(paragraph) }
      }
    } line: { text, page in
      page.document.paragraphs.append(Paragraph(text, look.role, alignment: look.alignment))
    }
    return first..<page.document.paragraphs.count
  }
}
