internal import Documents
internal import QRCodes
internal import XML

/// Pictures of what the plan says.
extension SheetRenderer {
  /// Adds what a figure shows; its content is the picture's title.
  func addFigure(_ part: FormSheet.Part, _ scope: Scope?, to page: inout DocumentBuilder) {
    guard let scope else { return }
    let title = page.plainText(of: text(of: part, scope, in: &page))
    if let code = part.binding.code { addCode(code, scope, title, to: &page) }
    if let shares = part.binding.shares { addBar(shares, scope, title, to: &page) }
  }

  /// Adds a QR code; what is too long for one stands there as text.
  private func addCode(
    _ expression: Int32, _ scope: Scope, _ title: PlainText, to page: inout DocumentBuilder
  ) {
    var words: [UInt8] = []
    expressions.append(expression, to: &words, scope)
    guard let code = QRCode(String(decoding: words, as: UTF8.self)) else {
      let start = page.beginText()
      page.add(words.span)
      page.document.blocks.append(.paragraph(Paragraph(page.endText(start))))
      return
    }
    // A module is half a millimetre; four of them must be left empty around the code.
    let (module, margin) = (5, 4)
    let rectangles = (0..<code.side).flatMap { row in
      code.runs(inRow: row).map { run in
        Drawing.Rectangle(
          x: (margin + run.lowerBound) * module, y: (margin + row) * module,
          width: run.count * module, height: module)
      }
    }
    let side = (code.side + 2 * margin) * module
    page.add(rectangles, width: side, height: side, title: title)
  }

  /// Adds a bar as wide as the page, with a part for each number: from dark to light, with a line around.
  private func addBar(
    _ expression: Int32, _ scope: Scope, _ title: PlainText, to page: inout DocumentBuilder
  ) {
    let shares = expressions.nodes(expression, scope).map { node in
      Double(node.stringValue).map { $0 > 0 && $0.isFinite ? $0 : 0 } ?? 0
    }
    let sum = shares.reduce(0, +)
    // Numbers that make no sum have no shares of it.
    guard sum > 0, sum.isFinite else { return }
    let (height, line) = (60, 3)
    let width = Int(page.document.style.sheet.textWidth * 10) - line
    var rectangles = [Drawing.Rectangle(x: 0, y: 0, width: width + line, height: height)]
    var before = 0.0
    for (index, share) in shares.enumerated() {
      let start = Int(before / sum * Double(width))
      before += share
      let end = Int(before / sum * Double(width))
      // A share of nothing has no part, a small one at least a line.
      guard end - start > line else { continue }
      rectangles.append(
        Drawing.Rectangle(
          x: start + line, y: line, width: end - start - line, height: height - 2 * line,
          lightness: 30 + 70 * index / max(1, shares.count - 1)))
    }
    page.add(rectangles, width: width + line, height: height, title: title)
  }
}
