internal import Documents
internal import Fonts
internal import PDF

extension PageSetter {
  /// Sets blocks, one below the other; a table at their end stands with what is behind them as well.
  mutating func blocks(_ blocks: Range<Int>, followedUpTo end: Int? = nil) {
    var index = blocks.lowerBound
    while index < blocks.upperBound {
      let block = document.blocks[index]
      let next = block.next(after: index)
      index = next
      guard endsWithTable(block) else {
        self.block(block)
        continue
      }
      while index < end ?? blocks.upperBound, standsWithTable(document.blocks[index]) {
        index = document.blocks[index].next(after: index)
      }
      switch block {
      case .table(let table): self.table(table, followedBy: next..<index)
      case .group(let group): self.group(group, followedUpTo: index)
      default: self.block(block)
      }
    }
  }

  /// Whether a block is a table, or a part of the text with a table at its end.
  private func endsWithTable(_ block: Block) -> Bool {
    guard case .group(let group) = block else {
      if case .table = block { return true }
      return false
    }
    guard group.kind == .section, group.sheet == nil else { return false }
    var last: Block?
    var index = group.blocks.lowerBound
    while index < group.blocks.upperBound {
      last = document.blocks[index]
      index = document.blocks[index].next(after: index)
    }
    return last.map(endsWithTable) ?? false
  }

  /// Whether a block stands on the page of the last rows of a table above it.
  private func standsWithTable(_ block: Block) -> Bool {
    switch block {
    case .signature, .footnotes: return true
    default: break
    }
    guard case .group(let group) = block, group.sheet == nil else { return false }
    switch group.kind {
    case .whole, .signatures: return true
    case .stamp, .place: return false
    case .section:
      var index = group.blocks.lowerBound
      while index < group.blocks.upperBound {
        guard standsWithTable(document.blocks[index]) else { return false }
        index = document.blocks[index].next(after: index)
      }
      return true
    }
  }

  private mutating func block(_ block: Block) {
    switch block {
    case .heading(let level, let paragraph):
      let kind: ElementKind = level <= 1 ? .heading1 : level == 2 ? .heading2 : .heading3
      self.paragraph(paragraph, as: kind)
    case .paragraph(let paragraph): self.paragraph(paragraph)
    case .fields(let fields): self.fields(fields)
    case .table(let table): self.table(table, followedBy: 0..<0)
    case .list(let ordered, let items): list(items, isOrdered: ordered)
    case .signature(let signature): self.signature(signature)
    case .group(let group): self.group(group)
    case .drawing(let drawing): self.drawing(drawing)
    case .footnotes(let notes): footnotes(notes)
    case .pageBreak: begin(sheet)
    }
  }

  // MARK: Paragraphs

  /// Sets a paragraph, one line to a slab.
  mutating func paragraph(_ paragraph: Paragraph, as kind: ElementKind = .paragraph) {
    let style = style(of: paragraph.role)
    let bond = beginBlock(style)
    set(paragraph.text, style.look)
    let first = slabs.count
    let element = open(kind)
    if paragraph.role == .fill {
      addFillLine(style, element, bond)
    } else {
      let width = min(measure, style.widest ?? measure)
      addLines(style, paragraph.alignment, x: left, width: width, of: element, bond: bond)
    }
    if first == slabs.count, !paragraph.text.isEmpty {
      // A blank line parts what is above it from what is below.
      slabs.append(Slab(height: style.lineHeight, items: items.count..<items.count, bond: bond))
    }
    guard first < slabs.count, !isTight else { return }
    slabs[first].above = style.above
    slabs[slabs.count - 1].below = style.below
  }

  /// Adds the lines of the text that was set, of which two stand together at either end.
  mutating func addLines(
    _ style: TextStyle, _ alignment: Alignment, x: Double, width: Double, of element: Int,
    bond: Slab.Bond
  ) {
    let lines = breakLines(width: width, indent: style.indent)
    for line in lines {
      let indent = line == lines.lowerBound ? style.indent : 0
      items.append(
        SlabItem(
          kind: .line(
            line, alignment == .start ? style.alignment : alignment,
            isJustified: style.isJustified && alignment == .start),
          x: x + indent, y: baseline(style), width: width - indent, element: element))
      var own = bond
      if line > lines.lowerBound {
        let isAtEnd = line == lines.lowerBound + 1 || line == lines.upperBound - 1
        own = max(leastBond, isAtEnd || style.keepsTogether ? .firm : .none)
      }
      slabs.append(
        Slab(height: style.lineHeight, items: items.count - 1..<items.count, bond: own))
    }
  }

  /// How far below its upper edge the letters of a line stand.
  func baseline(_ style: TextStyle) -> Double {
    let metrics = faces[style.look.face].metrics
    let (ascent, descent) = (Double(metrics.ascent), Double(metrics.descent))
    let size = style.look.size / 1000
    return (style.lineHeight - (ascent - descent) * size) / 2 + ascent * size
  }

  /// Adds a line to be filled in by hand, whose last part goes on to the right edge.
  private mutating func addFillLine(_ style: TextStyle, _ element: Int, _ bond: Slab.Bond) {
    if let last = text.pieces.indices.last, text.pieces[last].kind == .blank {
      let used = text.pieces.dropLast().reduce(0) { $0 + $1.width + $1.space }
      let gap = last > 0 ? 2.0.millimetres : 0
      text.pieces[last].width = max(text.pieces[last].width, measure - used - gap)
      if last > 0 { text.pieces[last - 1].space += gap }
    }
    let first = slabs.count
    addLines(style, .start, x: left, width: measure, of: element, bond: bond)
    for index in first..<slabs.count {
      let room = max(0, style.emptyHeight - slabs[index].height)
      slabs[index].height += room
      for item in slabs[index].items { items[item].y += room }
    }
  }

  private mutating func drawing(_ drawing: Drawing) {
    let bond = beginBlock()
    let title = String(decoding: document.text[drawing.title.range], as: UTF8.self)
    let element = pdf.open(.figure, in: parent, alternative: title)
    elements.append(element)
    items.append(
      SlabItem(
        kind: .drawing(drawing.rectangles), x: left, y: 0, width: drawing.width.tenths,
        element: element))
    slabs.append(
      Slab(
        below: style(of: .body).below, height: drawing.height.tenths,
        items: items.count - 1..<items.count, bond: bond))
    // The words to a picture stand below it.
    nextBond = .firm
  }

  // MARK: Lists and notes

  private mutating func list(_ paragraphs: Range<Int>, isOrdered: Bool) {
    let style = style(of: .listItem)
    let list = open(.list)
    let indent = 30.0
    for index in paragraphs {
      let paragraph = document.paragraphs[index]
      let bond = index == paragraphs.lowerBound ? beginBlock(style) : leastBond
      let item = open(.item, in: list)
      let mark = isOrdered ? "\(index - paragraphs.lowerBound + 1)." : "•"
      let first = slabs.count
      set(words: mark, style.look)
      let label = open(.label, in: item)
      let markLine = breakLines(width: indent).lowerBound
      set(paragraph.text, style.look)
      let body = open(.body, in: item)
      items.append(
        SlabItem(
          kind: .line(markLine, .end, isJustified: false), x: left, y: baseline(style),
          width: indent - 6, element: label))
      addLines(
        style, paragraph.alignment, x: left + indent, width: measure - indent, of: body,
        bond: bond)
      guard first < slabs.count else { continue }
      slabs[first].items = slabs[first].items.lowerBound - 1..<slabs[first].items.upperBound
      if index == paragraphs.lowerBound { slabs[first].above = style.look.size }
      slabs[slabs.count - 1].below = index + 1 == paragraphs.upperBound ? style.look.size : 0
    }
  }

  private mutating func footnotes(_ notes: Range<Int>) {
    if notes.isEmpty { return }
    let bond = beginBlock(least: .firm)
    items.append(
      SlabItem(kind: .rule(height: 0.5), x: left, y: 0, width: 50.0.millimetres, element: 0))
    slabs.append(
      Slab(above: 8, below: 3, height: 0.5, items: items.count - 1..<items.count, bond: bond))
    nextBond = .firm
    for note in notes { paragraph(document.paragraphs[note], as: .note) }
  }

  // MARK: Groups

  mutating func group(_ group: Group, followedUpTo end: Int? = nil) {
    if group.kind == .signatures { return signatures(group.blocks) }
    if group.kind == .place { return place(group.blocks) }
    let outer = (
      parent: parent, left: left, measure: measure, isTight: isTight, leastBond: leastBond
    )
    let before = sheet
    if let index = group.sheet {
      begin(document.sheets[index])
      count(asAnnex: document.sheets[index].isAnnex)
    }
    parent = pdf.open(.section, in: parent)
    let section = parent
    if group.kind == .stamp || group.kind == .whole {
      let bond = beginBlock(least: group.kind == .whole ? .soft : .none)
      let first = slabs.count
      if group.kind == .stamp {
        let width = min(measure, style(of: .approvalMark).width ?? measure)
        (left, measure, isTight) = (left + measure - width, width, true)
      }
      leastBond = max(leastBond, .soft)
      blocks(group.blocks)
      if first < slabs.count {
        slabs[first].bond = bond
        if group.kind == .stamp { slabs[slabs.count - 1].below = style(of: .approvalMark).below }
      }
    } else {
      blocks(group.blocks, followedUpTo: end)
    }
    (left, measure, isTight) = (outer.left, outer.measure, outer.isTight)
    leastBond = outer.leastBond
    pdf.close([section])
    parent = outer.parent
    if group.sheet != nil {
      begin(before)
      count(asAnnex: nil)
    }
  }
}
