internal import Documents
internal import Fonts
internal import PDF

/// What stands in the upper margin: the number of the page, and whose continuation it is.
extension PageSetter {
  /// Draws the header of a page with a number.
  mutating func drawHeader(_ number: Int) {
    let start = document.text.count
    document.text += Array(String(number).utf8)
    drawInHeader(start..<document.text.count, .center)
    drawInHeader(sheet.continuation.range, .end)
  }

  private mutating func drawInHeader(_ part: Range<Int>, _ alignment: Alignment) {
    if part.isEmpty { return }
    let look = TextLook(size: 12)
    let glyphs = shape(part, look)
    let width = glyphs.reduce(0) { $0 + Double($1.advance) } * scale(of: look)
    let x = (pageWidth - width) / (alignment == .end ? 1 : 2)
    pdf.belongToPage()
    pdf.show(
      glyphs[...], face: look.face, size: look.size,
      at: (
        sheet.margins.left.millimetres + x, sheet.margins.top.millimetres / 2 + look.size / 3
      ))
  }
}
