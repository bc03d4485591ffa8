internal import Documents
import Plans

/// The parts that stand one below the other.
extension SheetRenderer {
  func addBlocks(_ parts: Range<Int>, _ scope: Scope?, to page: inout DocumentBuilder) {
    forEachPart(of: parts, scope, in: &page, isOwn: \.standsAlone) { part, page in
      visit(part, scope) { addBlock(part, $0, to: &page) }
    } line: { text, page in
      page.document.blocks.append(.paragraph(Paragraph(text)))
    }
  }

  /// Walks parts, some of which stand on their own; the others make up the lines between them.
  func forEachPart(
    of parts: Range<Int>, _ scope: Scope?, in page: inout DocumentBuilder,
    isOwn: (FormElement.Tag) -> Bool,
    own: (FormSheet.Part, inout DocumentBuilder) -> Void,
    line: (RunningText, inout DocumentBuilder) -> Void
  ) {
    var rest = parts
    var start = page.beginText()
    while let part = sheet.popFirst(of: &rest) {
      if let tag = part.tag, isOwn(tag) {
        endLine()
        own(part, &page)
        start = page.beginText()
      } else if page.document.inlines.count > start || !sheet.isSpace(part) {
        add(part, scope, to: &page)
      }
    }
    endLine()

    func endLine() {
      guard page.document.inlines.count > start else { return }
      let text = page.endTrimmedText(start)
      if !text.isEmpty { line(text, &page) }
    }
  }

  private func addBlock(_ part: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder) {
    switch part.tag {
    case .h1: addHeading(1, part, scope, to: &page)
    case .h2: addHeading(2, part, scope, to: &page)
    case .h3: addHeading(3, part, scope, to: &page)
    case .p where part.meanings.contains(.continued):
      let text = text(of: part, scope, in: &page)
      continuation = page.plainText(of: text)
    case .p:
      let paragraph = paragraph(part, scope, in: &page)
      if !paragraph.text.isEmpty { page.document.blocks.append(.paragraph(paragraph)) }
    case .dl:
      let fields = fields(part, scope, in: &page)
      page.document.blocks.append(.fields(fields))
    case .table:
      let table = table(part, scope, in: &page)
      page.document.blocks.append(.table(table))
    case .ul:
      let items = items(part, .li, scope, in: &page)
      page.document.blocks.append(.list(ordered: false, items: items))
    case .ol:
      let items = items(part, .li, scope, in: &page)
      page.document.blocks.append(.list(ordered: true, items: items))
    case .slot: addBlocks(part.children, scope, to: &page)
    case .hr: page.document.blocks.append(.pageBreak)
    case .figure: addFigure(part, scope, to: &page)
    case .aside:
      let notes = items(part, .p, scope, in: &page)
      if !notes.isEmpty { page.document.blocks.append(.footnotes(notes)) }
    default: addDivision(part, scope, to: &page)
    }
  }

  private func addHeading(
    _ level: Int, _ part: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder
  ) {
    let paragraph = paragraph(part, scope, in: &page)
    if !paragraph.text.isEmpty {
      page.document.blocks.append(.heading(level: level, paragraph))
    }
  }

  func paragraph(
    _ part: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> Paragraph {
    let look = look(of: part, scope, in: &page)
    return Paragraph(
      text(of: part, scope, in: &page), look.role, alignment: look.alignment, style: look.style)
  }

  /// The paragraphs of the children of a tag.
  private func items(
    _ list: FormSheet.Part, _ tag: FormElement.Tag, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> Range<Int> {
    let first = page.document.paragraphs.count
    var rest = list.children
    while let item = sheet.popFirst(of: &rest) {
      guard item.tag == tag else { continue }
      visit(item, scope) { scope in
        let paragraph = paragraph(item, scope, in: &page)
        page.document.paragraphs.append(paragraph)
      }
    }
    return first..<page.document.paragraphs.count
  }

  // MARK: Divisions

  private func addDivision(
    _ part: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder
  ) {
    let look = look(of: part, scope, in: &page)
    if look.meanings.contains(.signature) {
      var signature = Signature(layout: look.meanings.contains(.line) ? .line : .stacked)
      addParts(part.children, scope, to: &signature, in: &page)
      page.document.blocks.append(.signature(signature))
      return
    }
    let place = page.beginGroup()
    let outer = continuation
    if part.binding.text != nil {
      let text = text(of: part, scope, in: &page)
      if !text.isEmpty { page.document.blocks.append(.paragraph(Paragraph(text, look.role))) }
    } else {
      addBlocks(part.children, scope, to: &page)
    }
    var sheet = look.meanings.sheet(after: page.document.style.sheet)
    if look.meanings.contains(.annex) {
      sheet?.continuation = continuation
      continuation = outer
    }
    if page.document.blocks.count == place + 1 {
      page.document.blocks.removeLast()
    } else {
      page.endGroup(place, look.meanings.group, on: sheet, style: look.style)
    }
  }

  private func addParts(
    _ parts: Range<Int>, _ scope: Scope?, to result: inout Signature,
    in page: inout DocumentBuilder
  ) {
    var rest = parts
    while let part = sheet.popFirst(of: &rest) {
      if part.tag == nil { continue }
      visit(part, scope) { scope in
        if part.meanings.contains(.position) {
          addText(of: part, scope, to: &result.position, in: &page)
        } else if part.meanings.contains(.line) {
          addText(of: part, scope, to: &result.caption, in: &page)
        } else if part.meanings.contains(.name) {
          addText(of: part, scope, to: &result.name, in: &page)
        } else if part.meanings.contains(.date) {
          addText(of: part, scope, to: &result.date, in: &page)
        } else {
          addParts(part.children, scope, to: &result, in: &page)
        }
      }
    }
  }

  private func addText(
    of part: FormSheet.Part, _ scope: Scope?, to result: inout RunningText,
    in page: inout DocumentBuilder
  ) {
    let text = text(of: part, scope, in: &page)
    result = page.joined(result, text)
  }
}

extension FormElement.Tag {
  /// Whether the element is a block of its own, and not a part of running text.
  fileprivate var standsAlone: Bool {
    switch self {
    case .br, .strong, .b, .em, .i, .u, .small, .span, .label, .input, .title: false
    default: true
    }
  }
}
