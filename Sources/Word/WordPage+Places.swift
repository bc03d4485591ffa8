internal import Documents
internal import Markup

/// What stands side by side over the whole width.
extension WordPage {
  /// Adds paragraphs beside one another: the first at the left, the last at the right.
  mutating func place(_ blocks: Range<Int>) {
    var paragraphs: [Paragraph] = []
    for case .paragraph(let paragraph) in document.blocks[blocks] { paragraphs.append(paragraph) }
    guard paragraphs.count == blocks.count, !paragraphs.isEmpty else {
      return place(groupsOf: blocks)
    }
    let style = style(of: .place)
    beginTable(above: (style.above ?? 0).twips)
    let widths = paragraphs.map { width(of: $0.text, .place) + Self.gap }
    let sum = max(1, widths.reduce(0, +))
    var end = 0
    let cells = paragraphs.indices.map { index in
      let isLast = index + 1 == paragraphs.count
      end = isLast ? measure : end + measure * widths[index] / sum
      var layout = ParagraphLayout()
      layout.alignment = index == 0 ? .start : isLast ? .end : .center
      return PlainCell(
        end: end, paragraphs: [(paragraphs[index].text, .place, layout)], standsAtBottom: false)
    }
    plainTable([cells])
    endBlock(owing: (style.below ?? 0).twips, isTable: true)
  }

  /// Adds groups beside one another, the mark of approval at the right.
  private mutating func place(groupsOf blocks: Range<Int>) {
    let groups = document.groups(in: blocks)
    guard groups.count > 1 else { return self.blocks(blocks, keepingLast: keepsWithNext) }
    let outer = (left, measure, isInCell, keepsWithNext)
    let mark = style(of: .approvalMark)
    let widths = groups.map { $0.kind == .stamp ? mark.width?.twips : nil }
    let free = max(0, measure - widths.reduce(0) { $0 + ($1 ?? 0) })
    let share = free / max(1, widths.count { $0 == nil })
    let edges = widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1 ?? share)) }
    beginTable(above: (style(of: .place).above ?? 0).twips, holdsTables: true)
    beginElement("TableNormal", edges: edges)
    bytes.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>\n")
    for (index, group) in groups.enumerated() {
      let width = edges[index + 1] - edges[index]
      bytes.append(width, "<w:tc><w:tcPr><w:tcW w:w=\"", "\" w:type=\"dxa\"/></w:tcPr>\n")
      (left, measure, isInCell, keepsWithNext) = (0, width, true, outer.3)
      endBlock()
      self.group(group)
      // Word wants a paragraph behind a table in a cell.
      var layout = ParagraphLayout()
      (layout.keepsWithNext, layout.isFlat) = (outer.3, true)
      add(RunningText(), .caption, layout)
      bytes.append("</w:tc>\n")
    }
    bytes.append("</w:tr>\n</w:tbl>\n")
    (left, measure, isInCell, keepsWithNext) = outer
    endBlock(owing: (mark.below ?? 0).twips, isTable: true)
  }
}
