internal import Documents
internal import Markup

/// What a paragraph has beside what its style says.
struct ParagraphLayout {
  var alignment = Alignment.start
  /// The level of a heading.
  var level: Int?
  /// The list that it is an item of.
  var list: Int?
  /// The space above and below, where it is not the style's.
  var above, below: Int?
  /// How far its edges lie within those of the text.
  var left = 0
  var right = 0
  /// Where a line is drawn over its width.
  var rule = Rule.none
  /// How high its line is at least.
  var height: Int?
  var keepsWithNext = false
  var needsPage = false
  /// Whether it is as low as can be, since nothing stands in it.
  var isFlat = false
  /// Where a line to be filled in ends.
  var fillEnd: Int?

  enum Rule {
    case none, above, below
  }
}

extension WordPage {
  /// Adds a paragraph of the text.
  mutating func paragraph(_ paragraph: Paragraph, level: Int? = nil) {
    let style = style(of: paragraph.role)
    var layout = ParagraphLayout()
    layout.alignment = paragraph.alignment
    layout.level = level
    let (above, below) = ((style.above ?? 0).twips, (style.below ?? 0).twips)
    self.paragraph(paragraph.text, paragraph.role, layout, above: above, below: below)
  }

  /// Adds a paragraph outside of tables, with the space around it.
  mutating func paragraph(
    _ text: RunningText, _ role: Role, _ layout: ParagraphLayout, above: Int, below: Int
  ) {
    let style = style(of: role)
    var layout = layout
    let (space, needsPage) = beginParagraph(above: isTight ? 0 : above)
    layout.needsPage = needsPage
    let ownAbove = (style.above ?? 0).twips
    let (top, bottom) = (space ?? (isTight ? 0 : above), isTight ? layout.below ?? 0 : below)
    layout.above = top == ownAbove ? nil : top
    layout.below = bottom == (style.below ?? 0).twips ? nil : bottom
    layout.left = left
    if let widest = style.widest, widest.twips < measure { layout.right = measure - widest.twips }
    layout.keepsWithNext = keepsWithNext && !(style.keepsWithNext ?? false)
    if role == .fill {
      layout.fillEnd = left + measure
      // LibreOffice knows no least height of a line on which nothing stands but a tab.
      let room = (style.emptyHeight ?? 0).twips - lineHeight(of: role)
      if room > 0 { layout.above = top + room }
    }
    add(text, role, layout)
    endBlock(below: bottom)
  }

  /// Adds the element of a paragraph.
  mutating func add(_ text: RunningText, _ role: Role, _ layout: ParagraphLayout) {
    beginElement(role, layout)
    if layout.fillEnd != nil { fillLine(text, role) } else { runs(text, role) }
    bytes.append("</w:p>\n")
  }

  private mutating func beginElement(_ role: Role, _ layout: ParagraphLayout) {
    bytes.append("<w:p><w:pPr><w:pStyle w:val=\"")
    let isPlain = layout.level.map { role == Role.heading(ofLevel: $0) } ?? false
    if let level = layout.level, isPlain {
      bytes.append(level, "Heading", "")
    } else {
      bytes.append(role.styleID)
    }
    if look > 0 { bytes.append(look + 1, "-", "") }
    bytes.append("\"/>")
    if layout.keepsWithNext { bytes.append("<w:keepNext/>") }
    if layout.needsPage { bytes.append("<w:pageBreakBefore/>") }
    if let list = layout.list {
      bytes.append(list, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"", "\"/></w:numPr>")
    }
    switch layout.rule {
    case .none: break
    case .above:
      bytes.append(
        """
        <w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:pBdr>
        """)
    case .below:
      bytes.append(
        """
        <w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:pBdr>
        """)
    }
    if let end = layout.fillEnd {
      bytes.append(
        end, "<w:tabs><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"", "\"/></w:tabs>")
    }
    if layout.isFlat {
      bytes.append("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"1\" w:lineRule=\"exact\"/>")
    } else if layout.above != nil || layout.below != nil || layout.height != nil {
      bytes.append("<w:spacing")
      if let above = layout.above { bytes.append(above, " w:before=\"", "\"") }
      if let below = layout.below { bytes.append(below, " w:after=\"", "\"") }
      if let height = layout.height {
        bytes.append(height, " w:line=\"", "\" w:lineRule=\"atLeast\"")
      }
      bytes.append("/>")
    }
    if layout.list == nil, layout.left != 0 || layout.right != 0 {
      bytes.append(layout.left, "<w:ind w:left=\"", "\"")
      bytes.append(layout.right, " w:right=\"")
    }
    if layout.alignment != .start {
      bytes.append("<w:jc w:val=\"")
      bytes.append(layout.alignment.inWord)
      bytes.append("\"/>")
    }
    if let level = layout.level, !isPlain {
      bytes.append(level - 1, "<w:outlineLvl w:val=\"")
    }
    bytes.append("</w:pPr>")
  }

  /// Adds a list, an item to a paragraph.
  mutating func list(_ items: Range<Int>, isOrdered: Bool) {
    if items.isEmpty { return }
    if isOrdered { listCount += 1 }
    let size = Int((style(of: .listItem).size ?? 14) * 20)
    let keepsLast = keepsWithNext
    for index in items {
      let paragraph = document.paragraphs[index]
      let (isFirst, isLast) = (index == items.lowerBound, index + 1 == items.upperBound)
      var layout = ParagraphLayout()
      layout.alignment = paragraph.alignment
      layout.list = isOrdered ? NumberingPart.firstOrdered + listCount - 1 : NumberingPart.bullets
      keepsWithNext = isLast ? keepsLast : isWhole
      self.paragraph(
        paragraph.text, .listItem, layout, above: isFirst ? size : 0, below: isLast ? size : 0)
    }
  }

  /// Adds notes under a short line.
  mutating func notes(_ notes: Range<Int>) {
    if notes.isEmpty { return }
    let keepsLast = keepsWithNext
    keepsWithNext = true
    var layout = ParagraphLayout()
    layout.rule = .below
    let (space, needsPage) = beginParagraph(above: 160)
    (layout.above, layout.needsPage, layout.below) = (space ?? 160, needsPage, 60)
    (layout.left, layout.right) = (left, max(0, measure - 50.0.twips))
    layout.keepsWithNext = true
    add(RunningText(), .footnote, layout)
    endBlock(below: 60)
    for index in notes {
      keepsWithNext = index + 1 == notes.upperBound ? keepsLast : isWhole
      paragraph(document.paragraphs[index])
    }
  }
}
