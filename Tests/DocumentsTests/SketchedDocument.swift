import Documents

extension Document {
  /// The document that a sketch stands for.
  init(
    title: String, language: String = "uk", orientation: Orientation = .portrait,
    style: String = "", blocks: [Block]
  ) {
    var page = DocumentBuilder(
      language: language,
      style: PageStyle(sheet: Sheet(orientation: orientation), browserStyle: style))
    page.document.title = page.plainText(title.utf8.span)
    page.add(blocks)
    self = page.document
  }
}

extension DocumentBuilder {
  fileprivate mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let level, let text):
      document.blocks.append(.heading(level: level, paragraph(text)))
    case .paragraph(let text): document.blocks.append(.paragraph(paragraph(text)))
    case .fields(let fields): document.blocks.append(.fields(self.fields(fields)))
    case .table(let table): document.blocks.append(.table(self.table(table)))
    case .list(let ordered, let items):
      document.blocks.append(.list(ordered: ordered, items: paragraphs(items)))
    case .signature(let signature): document.blocks.append(.signature(self.signature(signature)))
    case .group(let group):
      let place = beginGroup()
      add(group.blocks)
      endGroup(place, group.kind, style: plainText(group.style.utf8.span))
    case .footnotes(let notes): document.blocks.append(.footnotes(paragraphs(notes)))
    case .drawing(let title, let rectangles):
      add(rectangles, width: 105, height: 60, title: plainText(title.utf8.span))
    case .pageBreak: document.blocks.append(.pageBreak)
    }
  }

  private mutating func text(_ inlines: [Inline]) -> RunningText {
    let start = beginText()
    add(inlines)
    return endText(start)
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): add(text.utf8.span)
      case .strong(let content): add(content) { .strong($0) }
      case .emphasis(let content): add(content) { .emphasis($0) }
      case .underline(let content): add(content) { .underline($0) }
      case .small(let content): add(content) { .small($0) }
      case .checkBox(let isChecked, let label):
        add(label) { .checkBox(isChecked: isChecked, label: $0) }
      case .lineBreak: addLineBreak()
      }
    }
  }

  private mutating func add(_ content: [Inline], as inline: (RunningText) -> Documents.Inline) {
    let place = beginInline()
    add(content)
    endInline(place, as: inline)
  }

  private mutating func paragraph(_ paragraph: Paragraph) -> Documents.Paragraph {
    Documents.Paragraph(
      text(paragraph.text), paragraph.role, alignment: paragraph.alignment,
      style: plainText(paragraph.style.utf8.span))
  }

  private mutating func paragraphs(_ paragraphs: [Paragraph]) -> Range<Int> {
    let first = document.paragraphs.count
    for paragraph in paragraphs {
      let added = self.paragraph(paragraph)
      document.paragraphs.append(added)
    }
    return first..<document.paragraphs.count
  }

  private mutating func fields(_ fields: [Field]) -> Range<Int> {
    for field in fields {
      let first = document.values.count
      for value in field.values {
        let added = Documents.Field.Value(text(value.text), caption: text(value.caption))
        document.values.append(added)
      }
      let label = text(field.label)
      document.fields.append(
        Documents.Field(label: label, values: first..<document.values.count))
    }
    return document.fields.indices.suffix(fields.count)
  }

  private mutating func signature(_ signature: Signature) -> Documents.Signature {
    Documents.Signature(
      layout: signature.layout, position: text(signature.position),
      caption: text(signature.caption), name: text(signature.name), date: text(signature.date))
  }

  private mutating func table(_ table: Table) -> Documents.Table {
    document.columns += table.columns
    let header = rows(table.header)
    for group in table.groups {
      let added = rows(group)
      document.rowGroups.append(added)
    }
    return Documents.Table(
      caption: text(table.caption), columns: document.columns.indices.suffix(table.columns.count),
      header: header, groups: document.rowGroups.indices.suffix(table.groups.count))
  }

  private mutating func rows(_ rows: [Table.Row]) -> Range<Int> {
    for row in rows {
      for cell in row.cells {
        let added = Documents.Table.Cell(
          paragraphs(cell.paragraphs), scope: cell.scope, columnSpan: cell.columnSpan,
          rowSpan: cell.rowSpan)
        document.cells.append(added)
      }
      document.rows.append(
        Documents.Table.Row(document.cells.indices.suffix(row.cells.count)))
    }
    return document.rows.indices.suffix(rows.count)
  }
}
