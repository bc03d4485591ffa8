extension HTMLPage {
  /// Adds blocks, one below the other.
  mutating func blocks(_ blocks: [Block]) {
    for block in blocks { self.block(block) }
  }

  private mutating func block(_ block: Block) {
    switch block {
    case .heading(let level, let text):
      switch level {
      case ...1: paragraph(text, as: "h1")
      case 2: paragraph(text, as: "h2")
      default: paragraph(text, as: "h3")
      }
    case .paragraph(let text): paragraph(text, as: "p")
    case .fields(let fields): self.fields(fields)
    case .table(let table): self.table(table)
    case .list(let ordered, let items): list(items, as: ordered ? "ol" : "ul")
    case .signature(let signature): self.signature(signature)
    case .group(let group): self.group(group)
    case .footnotes(let notes):
      raw("<aside class=\"footnotes\">\n")
      for note in notes { paragraph(note, as: "p") }
      raw("</aside>\n")
    case .pageBreak: raw("<hr class=\"page-break\">\n")
    }
  }

  /// Adds one paragraph as an element on a line of its own.
  mutating func paragraph(_ paragraph: Paragraph, as element: StaticString) {
    open(
      element, alignment: paragraph.alignment, isIndented: paragraph.isIndented,
      style: paragraph.style)
    raw(">")
    inlines(paragraph.text)
    close(element)
    raw("\n")
  }

  private mutating func list(_ items: [Paragraph], as element: StaticString) {
    open(element)
    raw(">\n")
    for item in items { paragraph(item, as: "li") }
    close(element)
    raw("\n")
  }

  private mutating func fields(_ fields: [Field]) {
    if fields.isEmpty { return }
    raw("<dl class=\"fields\">\n")
    for field in fields {
      raw("<div>\n<dt>")
      inlines(field.label)
      raw("</dt>\n")
      for value in field.values { self.value(value) }
      if field.values.isEmpty { raw("<dd></dd>\n") }
      raw("</div>\n")
    }
    raw("</dl>\n")
  }

  private mutating func value(_ value: Field.Value) {
    open("dd", style: value.style)
    raw(">")
    if value.caption.isEmpty {
      inlines(value.text)
    } else {
      raw("<span>")
      inlines(value.text)
      raw("</span> <small>")
      inlines(value.caption)
      raw("</small>")
    }
    raw("</dd>\n")
  }

  private mutating func signature(_ signature: Signature) {
    raw(
      signature.layout == .line
        ? "<div class=\"signature line\">\n" : "<div class=\"signature\">\n")
    part(signature.position, "<p class=\"position\">", "</p>\n")
    raw("<p class=\"sign\">")
    if !signature.caption.isEmpty {
      part(signature.caption, "<span class=\"line\">", "</span> ")
    }
    part(signature.name, "<span class=\"name\">", "</span>")
    raw("</p>\n")
    if !signature.date.isEmpty { part(signature.date, "<p class=\"date\">", "</p>\n") }
    raw("</div>\n")
  }

  /// Adds a part of a signature; an empty one is a place to write in.
  private mutating func part(_ text: [Inline], _ start: StaticString, _ end: StaticString) {
    raw(start)
    inlines(text)
    raw(end)
  }

  private mutating func group(_ group: Group) {
    raw("<div")
    switch group.kind {
    case .section: classes("", group.style)
    case .whole: classes("whole", group.style)
    case .stamp: classes("stamp", group.style)
    case .signatures: classes("signatures", group.style)
    }
    raw(">\n")
    blocks(group.blocks)
    raw("</div>\n")
  }
}
