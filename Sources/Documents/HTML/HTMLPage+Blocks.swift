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
      case ...1: paragraph(text, "<h1", "</h1>\n")
      case 2: paragraph(text, "<h2", "</h2>\n")
      default: paragraph(text, "<h3", "</h3>\n")
      }
    case .paragraph(let text): paragraph(text, "<p", "</p>\n")
    case .fields(let fields): self.fields(fields)
    case .table(let table): self.table(table)
    case .list(let ordered, let items): list(items, isOrdered: ordered)
    case .signature(let signature): self.signature(signature)
    case .group(let group): self.group(group)
    case .drawing(let drawing): self.drawing(drawing)
    case .footnotes(let notes):
      raw("<aside class=\"footnotes\">\n")
      for note in notes { paragraph(document.paragraphs[note], "<p", "</p>\n") }
      raw("</aside>\n")
    case .pageBreak: pageBreak()
    }
  }

  /// Adds the end of a sheet.
  mutating func pageBreak() {
    raw("<hr class=\"page-break\">\n")
  }

  /// Adds one paragraph as an element on a line of its own, its start tag begun.
  mutating func paragraph(_ paragraph: Paragraph, _ start: StaticString, _ end: StaticString) {
    tag(start, paragraph.alignment, isIndented: paragraph.isIndented, paragraph.style)
    inlines(paragraph.text, ">", end)
  }

  private mutating func list(_ items: Range<Int>, isOrdered: Bool) {
    raw(isOrdered ? "<ol>\n" : "<ul>\n")
    for item in items { paragraph(document.paragraphs[item], "<li", "</li>\n") }
    raw(isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func fields(_ fields: Range<Int>) {
    if fields.isEmpty { return }
    raw("<dl class=\"fields\">\n")
    for index in fields { field(document.fields[index]) }
    raw("</dl>\n")
  }

  private mutating func field(_ field: Field) {
    inlines(field.label, "<div>\n<dt>", "</dt>\n")
    for index in field.values { value(document.values[index]) }
    raw(field.values.isEmpty ? "<dd></dd>\n</div>\n" : "</div>\n")
  }

  private mutating func value(_ value: Field.Value) {
    tag("<dd", value.style)
    if value.caption.isEmpty {
      inlines(value.text, ">", "</dd>\n")
    } else {
      inlines(value.text, "><span>", "</span> ")
      inlines(value.caption, "<small>", "</small></dd>\n")
    }
  }

  private mutating func signature(_ signature: Signature) {
    raw(
      signature.layout == .line
        ? "<div class=\"signature line\">\n" : "<div class=\"signature\">\n")
    inlines(signature.position, "<p class=\"position\">", "</p>\n<p class=\"sign\">")
    if !signature.caption.isEmpty {
      inlines(signature.caption, "<span class=\"line\">", "</span> ")
    }
    inlines(signature.name, "<span class=\"name\">", "</span></p>\n")
    if !signature.date.isEmpty { inlines(signature.date, "<p class=\"date\">", "</p>\n") }
    raw("</div>\n")
  }

  private mutating func group(_ group: Group) {
    let beginsAnnex = document.beginsAnnex(group)
    if beginsAnnex { annexes += 1 }
    switch group.kind {
    case .section where beginsAnnex && annexes > 1:
      number(annexes, "<div class=\"annex-", "")
      value(group.style, " ", "\"")
    case .section: tag("<div", group.style)
    case .whole: tag("<div", " class=\"whole", group.style)
    case .stamp: tag("<div", " class=\"stamp", group.style)
    case .place: tag("<div", " class=\"place", group.style)
    case .signatures: tag("<div", " class=\"signatures", group.style)
    }
    raw(">\n")
    let before = sheet
    if let sheet = group.sheet { self.sheet = document.sheets[sheet] }
    blocks(group.blocks)
    sheet = before
    raw("</div>\n")
  }
}
