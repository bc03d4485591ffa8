extension TextPage {
  /// Writes blocks, one below the other.
  mutating func blocks(_ blocks: [Block]) {
    let blocks = blocks.span
    for index in blocks.indices {
      switch blocks[index] {
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
      case .footnotes(let notes): footnotes(notes)
      case .pageBreak: endSheet()
      }
    }
  }

  private mutating func paragraph(_ paragraph: Paragraph, as neighbour: Neighbour) {
    begin(neighbour)
    write(galley.set(paragraph))
  }

  private func neighbour(_ paragraph: Paragraph) -> Neighbour {
    if paragraph.isIndented { return .indented }
    if isTight || paragraph.alignment != .start { return .line }
    if case .checkBox = paragraph.text.first { return .line }
    return .other
  }

  private mutating func list(_ items: [Paragraph], ordered: Bool) {
    if items.isEmpty { return }
    begin(.other)
    let last = String(items.count).utf8.count
    let indent = ordered ? last + 2 : 2
    for (index, item) in items.enumerated() {
      let mark = [Inline.text(ordered ? "\(index + 1)." : rules.isASCII ? "-" : "•")]
      addStrip(galley.set(mark.span), width: indent)
      addStrip(galley.set(item), x: indent, width: measure - indent)
      writeStrips()
    }
  }

  private mutating func footnotes(_ notes: [Paragraph]) {
    if notes.isEmpty { return }
    begin(.other)
    rule(min(20, measure))
    for note in notes { write(galley.set(note)) }
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
