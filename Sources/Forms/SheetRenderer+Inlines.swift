internal import Documents

/// Running text.
extension SheetRenderer {
  func addTitle(_ scope: Scope?, to page: inout DocumentBuilder) {
    let title = text(of: sheet.title, scope, in: &page)
    page.document.title = page.plainText(of: title)
  }

  /// The text of an element: what is bound to it, or what stands in it.
  func text(
    of part: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> RunningText {
    let start = page.beginText()
    addContent(of: part, scope, to: &page)
    return page.endText(start)
  }

  private func addContent(
    of part: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder
  ) {
    let start = page.document.text.count
    if append(part.binding.text, to: &page.document.text, scope) {
      return page.addLines(from: start)
    }
    var rest = part.children
    while let child = sheet.popFirst(of: &rest) { add(child, scope, to: &page) }
  }

  /// Adds what is no block to the text that is open.
  func add(_ part: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder) {
    guard let tag = part.tag else { return sheet.addText(of: part, to: &page) }
    visit(part, scope) { scope in
      switch tag {
      case .br: page.addLineBreak()
      case .strong, .b: addInline(part, scope, to: &page) { .strong($0) }
      case .em, .i: addInline(part, scope, to: &page) { .emphasis($0) }
      case .u: addInline(part, scope, to: &page) { .underline($0) }
      case .small: addInline(part, scope, to: &page) { .small($0) }
      case .label: addCheckBox(part, scope, to: &page)
      default: addContent(of: part, scope, to: &page)
      }
    }
  }

  private func addInline(
    _ part: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder,
    as inline: (RunningText) -> Inline
  ) {
    let place = page.beginInline()
    addContent(of: part, scope, to: &page)
    page.endInline(place, as: inline)
  }

  private func addCheckBox(
    _ label: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder
  ) {
    var isChecked = false
    let place = page.beginInline()
    var rest = label.children
    while let child = sheet.popFirst(of: &rest) {
      if child.tag == .input {
        isChecked = self.isChecked(child, scope)
      } else {
        add(child, scope, to: &page)
      }
    }
    page.dropSpace(at: place + 1)
    page.endInline(place) { .checkBox(isChecked: isChecked, label: $0) }
  }
}
