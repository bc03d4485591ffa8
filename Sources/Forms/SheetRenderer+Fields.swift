internal import Documents

/// Labelled fields.
extension SheetRenderer {
  func fields(
    _ list: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> Range<Int> {
    let first = page.document.fields.count
    var rest = list.children
    while let row = sheet.popFirst(of: &rest) {
      if row.tag == nil { continue }
      visit(row, scope) { scope in
        let field = field(row, scope, in: &page)
        page.document.fields.append(field)
      }
    }
    return first..<page.document.fields.count
  }

  private func field(
    _ row: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> Field {
    let first = page.document.values.count
    var label = RunningText()
    var rest = row.children
    while let part = sheet.popFirst(of: &rest) {
      guard let tag = part.tag else { continue }
      visit(part, scope) { scope in
        if tag == .dt {
          label = text(of: part, scope, in: &page)
        } else {
          let value = value(part, scope, in: &page)
          page.document.values.append(value)
        }
      }
    }
    return Field(label: label, values: first..<page.document.values.count)
  }

  /// What is filled in; small text at its end is the caption.
  private func value(
    _ part: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> Field.Value {
    let look = look(of: part, scope, in: &page)
    let text = text(of: part, scope, in: &page)
    var rest = text
    while let inline = page.document.popFirst(of: &rest) {
      guard rest.isEmpty, case .small(let caption) = inline else { continue }
      let end = caption.range.lowerBound - 1
      return Field.Value(
        RunningText(text.range.lowerBound..<end), look.role, caption: caption, style: look.style)
    }
    return Field.Value(text, look.role, style: look.style)
  }
}
