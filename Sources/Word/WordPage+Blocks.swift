internal import Documents

extension WordPage {
  /// Adds blocks, one below the other; the last one stands on the page of what follows, if it must.
  mutating func blocks(_ blocks: Range<Int>, keepingLast keepsLast: Bool) {
    var index = blocks.lowerBound
    while index < blocks.upperBound {
      let block = document.blocks[index]
      let next = block.next(after: index)
      if next < blocks.upperBound {
        keepsWithNext = isWhole || keepsWithPrevious(document.blocks[next])
      } else {
        keepsWithNext = keepsLast
      }
      self.block(block)
      index = next
    }
  }

  private mutating func block(_ block: Block) {
    switch block {
    case .heading(let level, let paragraph):
      self.paragraph(paragraph, level: min(max(level, 1), 3))
    case .paragraph(let paragraph): self.paragraph(paragraph)
    case .fields(let fields): self.fields(fields)
    case .table(let table): self.table(table)
    case .list(let ordered, let items): list(items, isOrdered: ordered)
    case .signature(let signature): self.signature(signature)
    case .group(let group): self.group(group)
    case .drawing(let drawing): self.drawing(drawing)
    case .footnotes(let notes): self.notes(notes)
    case .pageBreak: beginPage()
    }
  }

  private func keepsWithPrevious(_ block: Block) -> Bool {
    switch block {
    case .heading(_, let paragraph), .paragraph(let paragraph):
      style(of: paragraph.role).keepsWithPrevious ?? false
    case .signature(let signature): style(of: signature.role).keepsWithPrevious ?? false
    case .footnotes: true
    case .group(let group) where group.sheet == nil && group.kind == .section:
      keepsWithPrevious(document.blocks[group.blocks.lowerBound])
    case .group(let group):
      group.sheet == nil && (group.kind == .whole || group.kind == .signatures)
    default: false
    }
  }

  mutating func group(_ group: Group) {
    if group.kind == .signatures { return signatures(group.blocks) }
    if group.kind == .place { return place(group.blocks) }
    let outer = (left, measure, isTight, isWhole, keepsWithNext)
    let before = group.sheet.map { _ in sheet }
    if let index = group.sheet {
      begin(document.sheets[index], asAnnex: document.sheets[index].isAnnex)
    }
    if group.kind == .stamp || group.kind == .whole { isWhole = true }
    if group.kind == .stamp {
      let width = min(measure, style(of: .approvalMark).width?.twips ?? measure)
      (left, measure, isTight) = (left + measure - width, width, true)
    }
    blocks(group.blocks, keepingLast: outer.4)
    (left, measure, isTight, isWhole, keepsWithNext) = outer
    if group.kind == .stamp { endBlock(owing: (style(of: .approvalMark).below ?? 0).twips) }
    if let before { begin(before, asAnnex: nil) }
  }
}
