internal import Documents

/// Tables.
extension FormRenderer {
  func table(_ element: FormElement, _ scope: Scope?) -> Table {
    var result = Table(columns: [], style: element.style)
    var isInOpenGroup = false
    for case .element(let part) in content(of: element, scope) {
      defer { isInOpenGroup = part.tag == .tr }
      visit(part, scope) { scope in
        switch part.tag {
        case .caption: result.caption = inlines(of: part, scope)
        case .colgroup: result.columns = columns(part)
        case .thead: result.header += rows(part, scope)
        case .tr where isInOpenGroup:
          result.groups[result.groups.count - 1].append(row(part, scope))
        case .tr:
          result.groups.append([row(part, scope)])
          isInOpenGroup = true
        default:
          let rows = rows(part, scope)
          if !rows.isEmpty { result.groups.append(rows) }
        }
      }
    }
    if result.columns.isEmpty {
      let count = (result.header.first ?? result.groups.first?.first)?.cells.reduce(0) {
        $0 + $1.columnSpan
      }
      result.columns = Array(repeating: Table.Column(), count: count ?? 0)
    }
    return result
  }

  private func columns(_ group: FormElement) -> [Table.Column] {
    var result: [Table.Column] = []
    for case .element(let column) in group.children {
      result.append(Table.Column(width: column.width))
    }
    return result
  }

  private func rows(_ group: FormElement, _ scope: Scope?) -> [Table.Row] {
    var result: [Table.Row] = []
    for case .element(let child) in content(of: group, scope) where child.tag == .tr {
      visit(child, scope) { result.append(row(child, $0)) }
    }
    return result
  }

  private func row(_ element: FormElement, _ scope: Scope?) -> Table.Row {
    var cells: [Table.Cell] = []
    cells.reserveCapacity(element.children.count)
    for case .element(let child) in content(of: element, scope) {
      visit(child, scope) { cells.append(cell(child, $0)) }
    }
    return Table.Row(cells)
  }

  private func cell(_ element: FormElement, _ scope: Scope?) -> Table.Cell {
    let element = classed(element, scope)
    return Table.Cell(
      paragraphs(element, scope),
      scope: element.scope,
      columnSpan: number("colspan", element.binding.columnSpan, of: element, scope),
      rowSpan: number("rowspan", element.binding.rowSpan, of: element, scope),
      style: element.style)
  }

  private func paragraphs(_ cell: FormElement, _ scope: Scope?) -> [Paragraph] {
    let alignment = cell.alignment
    var result: [Paragraph] = []
    var line: [Inline] = []
    func endLine() {
      let text = line.trimmingSpaces
      if !text.isEmpty { result.append(Paragraph(text, alignment: alignment)) }
      line = []
    }
    guard cell.binding.text == nil || scope == nil else {
      let text = inlines(of: cell, scope)
      return text.isEmpty ? [] : [Paragraph(text, alignment: alignment)]
    }
    for node in content(of: cell, scope) {
      guard case .element(let element) = node, element.tag == .p else {
        if line.isEmpty, node.isSpace { continue }
        add(node, scope, to: &line)
        continue
      }
      endLine()
      visit(element, scope) { scope in
        var paragraph = paragraph(element, scope)
        if paragraph.alignment == .start { paragraph.alignment = alignment }
        if !paragraph.text.isEmpty { result.append(paragraph) }
      }
    }
    endLine()
    return result
  }
}
