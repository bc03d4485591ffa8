extension HTMLPage {
  /// Adds blocks, one below the other.
  mutating func blocks(_ blocks: Range<Int>) {
    var index = blocks.lowerBound
    while index < blocks.upperBound {
      let block = document.blocks[index]
      self.block(block)
      index = block.next(after: index)
    }
  }

  private mutating func block(_ block: Block) {
    switch block {
    case .heading(let level, let text):
      switch level {
      case ...1: paragraph(text, as: .h1)
      case 2: paragraph(text, as: .h2)
      default: paragraph(text, as: .h3)
      }
    case .paragraph(let text): paragraph(text, as: .p)
    case .fields(let fields): self.fields(fields)
    case .table(let table): self.table(table)
    case .list(let ordered, let items): list(items, isOrdered: ordered)
    case .signature(let signature): self.signature(signature)
    case .group(let group): self.group(group)
    case .footnotes(let notes):
      raw("<aside class=\"footnotes\">\n")
      for note in notes { paragraph(document.paragraphs[note], as: .p) }
      raw("</aside>\n")
    case .pageBreak: pageBreak()
    }
  }

  /// Adds the end of a sheet.
  mutating func pageBreak() {
    raw("<hr class=\"page-break\">\n")
  }

  /// Adds one paragraph as an element on a line of its own.
  mutating func paragraph(_ paragraph: Paragraph, as element: TextElement) {
    switch element {
    case .h1: raw("<h1")
    case .h2: raw("<h2")
    case .h3: raw("<h3")
    case .p: raw("<p")
    case .li: raw("<li")
    }
    classes(paragraph.alignment, isIndented: paragraph.isIndented, paragraph.style)
    raw(">")
    inlines(paragraph.text)
    switch element {
    case .h1: raw("</h1>\n")
    case .h2: raw("</h2>\n")
    case .h3: raw("</h3>\n")
    case .p: raw("</p>\n")
    case .li: raw("</li>\n")
    }
  }

  /// The elements that a paragraph may be.
  enum TextElement {
    case h1, h2, h3, p, li
  }

  private mutating func list(_ items: Range<Int>, isOrdered: Bool) {
    raw(isOrdered ? "<ol>\n" : "<ul>\n")
    for item in items { paragraph(document.paragraphs[item], as: .li) }
    raw(isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func fields(_ fields: Range<Int>) {
    if fields.isEmpty { return }
    raw("<dl class=\"fields\">\n")
    for index in fields {
      let field = document.fields[index]
      inlines(field.label, "<div>\n<dt>", "</dt>\n")
      for value in field.values { self.value(document.values[value]) }
      if field.values.isEmpty { raw("<dd></dd>\n") }
      raw("</div>\n")
    }
    raw("</dl>\n")
  }

  private mutating func value(_ value: Field.Value) {
    raw("<dd")
    classes(value.style)
    raw(">")
    if value.caption.isEmpty {
      inlines(value.text)
    } else {
      inlines(value.text, "<span>", "</span> ")
      inlines(value.caption, "<small>", "</small>")
    }
    raw("</dd>\n")
  }

  private mutating func signature(_ signature: Signature) {
    raw(
      signature.layout == .line
        ? "<div class=\"signature line\">\n" : "<div class=\"signature\">\n")
    inlines(signature.position, "<p class=\"position\">", "</p>\n")
    raw("<p class=\"sign\">")
    if !signature.caption.isEmpty {
      inlines(signature.caption, "<span class=\"line\">", "</span> ")
    }
    inlines(signature.name, "<span class=\"name\">", "</span>")
    raw("</p>\n")
    if !signature.date.isEmpty { inlines(signature.date, "<p class=\"date\">", "</p>\n") }
    raw("</div>\n")
  }

  private mutating func group(_ group: Group) {
    raw("<div")
    switch group.kind {
    case .section: classes(group.style)
    case .whole: classes(" class=\"whole", group.style)
    case .stamp: classes(" class=\"stamp", group.style)
    case .signatures: classes(" class=\"signatures", group.style)
    }
    raw(">\n")
    blocks(group.blocks)
    raw("</div>\n")
  }
}
