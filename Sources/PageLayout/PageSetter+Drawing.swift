internal import Documents
internal import Fonts
internal import PDF

extension PageSetter {
  /// Draws items of a slab whose upper edge is at a height.
  ///
  /// - Parameter isRepeated: whether they stand elsewhere already, and are no part of the text here.
  mutating func draw(_ range: Range<Int>, at top: Double, isRepeated: Bool = false) {
    for index in range {
      let item = items[index]
      switch item.kind {
      case .line(let line, let alignment, let isJustified):
        if isRepeated { pdf.belongToPage() } else { pdf.belong(to: item.element) }
        draw(
          text.lines[line], in: item.width, alignment, isJustified: isJustified,
          at: (item.x, top + item.y))
      case .rule(let height):
        rule(x: item.x, y: top + item.y, width: item.width, height: height)
      case .drawing(let rectangles):
        pdf.belong(to: item.element)
        draw(rectangles, at: (item.x, top + item.y))
      }
    }
  }

  /// Draws a rule, which belongs to no text.
  mutating func rule(x: Double, y: Double, width: Double, height: Double) {
    pdf.rule(
      x: sheet.margins.left.millimetres + x, y: sheet.margins.top.millimetres + y, width: width,
      height: height)
  }

  private mutating func draw(_ rectangles: Range<Int>, at place: (x: Double, y: Double)) {
    let page = (
      x: sheet.margins.left.millimetres + place.x, y: sheet.margins.top.millimetres + place.y
    )
    for rectangle in document.rectangles[rectangles] {
      pdf.fill(
        PDFDocument.Box(
          x: page.x + rectangle.x.tenths, y: page.y + rectangle.y.tenths,
          width: rectangle.width.tenths, height: rectangle.height.tenths),
        lightness: rectangle.lightness)
    }
  }

  private mutating func draw(
    _ line: TextLine, in width: Double, _ alignment: Alignment, isJustified: Bool,
    at place: (x: Double, y: Double)
  ) {
    let room = width - line.width
    var x = place.x
    var gap = 0.0
    switch alignment {
    case .start:
      if isJustified, !line.isLast, line.gaps > 0, room > 0 { gap = room / Double(line.gaps) }
    case .center: x += max(0, room / 2)
    case .end: x += max(0, room)
    }
    var index = line.pieces.lowerBound
    while index < line.pieces.upperBound {
      var end = index + 1
      guard text.placed[index].kind == .reversed else {
        draw(index, &x, place.y, gap: gap, of: line)
        index = end
        continue
      }
      while end < line.pieces.upperBound, text.placed[end].kind == .reversed { end += 1 }
      // Words that run from right to left follow one another so.
      var right = x
      for piece in text.placed[index..<end] { right += piece.advance(gap) }
      x = right
      for piece in index..<end {
        right -= text.placed[piece].advance(gap)
        var start = right
        draw(piece, &start, place.y, gap: gap, of: line)
      }
      index = end
    }
  }

  private mutating func draw(
    _ index: Int, _ x: inout Double, _ y: Double, gap: Double, of line: TextLine
  ) {
    let piece = text.placed[index]
    let page = (x: sheet.margins.left.millimetres + x, y: sheet.margins.top.millimetres + y)
    switch piece.kind {
    case .text, .reversed:
      pdf.show(
        text.glyphs[piece.glyphs], face: piece.look.face, size: piece.look.size, at: page)
    case .box, .checkedBox:
      pdf.checkBox(
        isChecked: piece.kind == .checkedBox, at: (page.x, page.y + 0.5.millimetres),
        side: Self.boxSide)
    case .blank: break
    }
    let isLast = index + 1 == line.pieces.upperBound
    if piece.look.isUnderlined {
      let goesOn = !isLast && text.placed[index + 1].look.isUnderlined
      rule(
        x: x, y: y + piece.look.size * 0.11,
        width: goesOn ? piece.advance(gap) : piece.width, height: 0.5)
    }
    x += piece.advance(gap)
  }
}

extension TextPiece {
  /// How far behind it the next piece stands, where spaces are so much wider.
  fileprivate func advance(_ gap: Double) -> Double { width + (space > 0 ? space + gap : 0) }
}
