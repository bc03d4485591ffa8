extension HTMLPage {
  /// Adds a drawing as SVG within the page: nothing is fetched for it, and it has no text that is not
  /// in its label.
  mutating func drawing(_ drawing: Drawing) {
    raw("<p><svg")
    length(drawing.width, " width=\"")
    length(drawing.height, " height=\"")
    number(drawing.width, " viewBox=\"0 0 ", "")
    number(drawing.height, " ", "\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"")
    value(drawing.title, "", "\">")
    var rest = document.rectangles[drawing.rectangles]
    while let first = rest.first {
      // What is equally light is one path, so that no seam is seen.
      let end = rest.firstIndex { $0.lightness != first.lightness } ?? rest.endIndex
      path(rest[..<end], lightness: first.lightness)
      rest = rest[end...]
    }
    raw("</svg></p>\n")
  }

  private mutating func path(_ rectangles: ArraySlice<Drawing.Rectangle>, lightness: Int) {
    raw("<path")
    if lightness > 0 {
      number(lightness, " fill=\"rgb(", "%,")
      number(lightness, "", "%,")
      number(lightness, "", "%)\"")
    }
    raw(" d=\"")
    for rectangle in rectangles {
      number(rectangle.x, "M", " ")
      number(rectangle.y, "", "h")
      number(rectangle.width, "", "v")
      number(rectangle.height, "", "h")
      number(-rectangle.width, "", "z")
    }
    raw("\"/>")
  }

  /// Adds tenths of a millimetre as an attribute that is begun.
  private mutating func length(_ tenths: Int, _ start: StaticString) {
    number(tenths / 10, start, ".")
    number(tenths % 10, "", "mm\"")
  }
}
