internal import Documents
internal import PDF

/// What stands side by side over the whole width.
extension PageSetter {
  /// Sets paragraphs beside one another: the first at the left, the last at the right.
  mutating func place(_ blocks: Range<Int>) {
    let style = style(of: .place)
    var paragraphs: [Paragraph] = []
    for case .paragraph(let paragraph) in document.blocks[blocks] { paragraphs.append(paragraph) }
    guard paragraphs.count == blocks.count else { return place(groupsOf: blocks) }
    let bond = beginBlock(style)
    addRow(bond, above: style.above, below: style.below) { page in
      let widths = paragraphs.map { paragraph in
        page.set(paragraph.text, style.look)
        return page.naturalWidth + 0.1
      }
      let free = page.measure - widths.reduce(0, +)
      guard free >= 0 else { return .infinity }
      var x = page.left
      var height = 0.0
      for (paragraph, width) in zip(paragraphs, widths) {
        height = max(height, page.add(paragraph.text, style, x: x, width: width))
        x += width + free / Double(max(1, paragraphs.count - 1))
      }
      return height
    } orElse: {
      $0.stack(paragraphs.map { ($0.text, style) })
    }
  }

  /// Sets groups beside one another as one slab, the mark of approval at the right; what is higher than
  /// half a page, one below the other.
  private mutating func place(groupsOf blocks: Range<Int>) {
    let groups = document.groups(in: blocks)
    guard groups.count > 1 else { return self.blocks(blocks) }
    let outer = (left: left, measure: measure, leastBond: leastBond)
    let bond = beginBlock(style(of: .place))
    let firstItem = items.count
    leastBond = .firm
    let gap = 10.0.millimetres
    let mark = style(of: .approvalMark)
    let widths = groups.map { $0.kind == .stamp ? mark.width : nil }
    let free = measure - gap * Double(groups.count - 1) - widths.reduce(0) { $0 + ($1 ?? 0) }
    var columns: [Range<Int>] = []
    for (group, width) in zip(groups, widths) {
      let first = slabs.count
      measure = width ?? max(gap, free / Double(max(1, widths.count { $0 == nil })))
      self.group(group)
      left += measure + gap
      columns.append(first..<slabs.count)
    }
    (left, measure, leastBond) = (outer.left, outer.measure, outer.leastBond)
    let height = columns.map { self.height(of: $0, from: 0, nil) }.max() ?? 0
    guard let start = columns.first?.lowerBound, height <= pageHeight / 2 else { return }
    for column in columns {
      for index in column {
        let top = self.height(of: column.lowerBound..<index + 1, from: 0, nil) - slabs[index].height
        for item in slabs[index].items { items[item].y += top }
      }
    }
    slabs.removeSubrange(start...)
    slabs.append(
      Slab(
        above: style(of: .place).above, below: mark.below, height: height,
        items: firstItem..<items.count, bond: bond))
  }
}
