/// A picture of filled rectangles: a code, a chart. It says nothing that the text does not say, so
/// that a writer without pictures leaves it out.
///
/// Lengths are tenths of a millimetre; those of the rectangles go from the upper left corner.
package struct Drawing: Sendable {
  /// A filled rectangle.
  package struct Rectangle: Sendable {
    /// Where it begins.
    package var x, y: Int
    /// How large it is.
    package var width, height: Int
    /// How light it is, in percent: 0 is black, 100 white.
    package var lightness: Int

    /// Makes a rectangle.
    package init(x: Int, y: Int, width: Int, height: Int, lightness: Int = 0) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
      self.lightness = lightness
    }
  }

  /// How large the picture is, with what is left empty around it.
  package var width, height: Int
  /// What is drawn, the one above the other, as indices of ``Document/rectangles``.
  package var rectangles: Range<Int>
  /// What is to be seen, for those who cannot see it.
  package var title: PlainText
}

extension DocumentBuilder {
  /// Adds a drawing.
  package mutating func add(
    _ rectangles: [Drawing.Rectangle], width: Int, height: Int, title: PlainText
  ) {
    let first = document.rectangles.count
    document.rectangles += rectangles
    let drawing = Drawing(
      width: width, height: height, rectangles: first..<document.rectangles.count, title: title)
    document.blocks.append(.drawing(drawing))
  }
}
