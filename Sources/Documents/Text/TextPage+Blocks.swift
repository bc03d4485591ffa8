extension TextPage {
  /// Writes another document, which begins a page.
  mutating func add(_ document: Document) {
    endSheet()
    layout.document = document
    blocks(document.blocks.indices)
  }

  /// Writes blocks, one below the other.
  mutating func blocks(_ blocks: Range<Int>) {
    var index = blocks.lowerBound
    while index < blocks.upperBound {
      let block = layout.document.blocks[index]
      index = block.next(after: index)
      switch block {
      case .heading(_, let text):
        var text = text
        if text.alignment == .start { text.alignment = .center }
        paragraph(text, as: .heading)
      case .paragraph(let text): paragraph(text, as: neighbour(text))
      case .fields(let fields): self.fields(fields)
      case .table(let table): self.table(table)
      case .list(let ordered, let items): list(items, ordered: ordered)
      case .signature(let signature): self.signature(signature)
      case .group(let group): self.group(group)
      case .drawing: break
      case .footnotes(let notes): footnotes(notes)
      case .pageBreak: endSheet()
      }
    }
  }

  private mutating func paragraph(_ paragraph: Paragraph, as neighbour: Neighbour) {
    begin(neighbour)
    write(layout.set(paragraph))
  }

  private func neighbour(_ paragraph: Paragraph) -> Neighbour {
    if paragraph.isIndented { return .indented }
    if isTight || paragraph.alignment != .start { return .line }
    if let first = paragraph.text.range.first, case .checkBox = layout.document.inlines[first] {
      return .line
    }
    return .other
  }

  private mutating func list(_ items: Range<Int>, ordered: Bool) {
    if items.isEmpty { return }
    begin(.other)
    let last = String(items.count).utf8.count
    let indent = ordered ? last + 2 : 2
    for (index, item) in zip(items, layout.document.paragraphs[items]) {
      let mark = ordered ? "\(index - items.lowerBound + 1)." : rules.isASCII ? "-" : "•"
      addColumn(layout.set(mark: mark), width: indent)
      addColumn(layout.set(item), x: indent, width: measure - indent)
      writeColumns()
    }
  }

  private mutating func footnotes(_ notes: Range<Int>) {
    if notes.isEmpty { return }
    begin(.other)
    rule(min(20, measure))
    for note in layout.document.paragraphs[notes] { write(layout.set(note)) }
  }

  private mutating func group(_ group: Group) {
    let (margin, measure, isTight) = (margin, measure, isTight)
    part()
    if group.kind == .stamp {
      self.isTight = true
      if measure >= 60 {
        self.margin = margin + measure / 2
        self.measure = measure - measure / 2
      }
    }
    blocks(group.blocks)
    part()
    (self.margin, self.measure, self.isTight) = (margin, measure, isTight)
  }
}
