internal import Documents
internal import Markup

extension WordPage {
  /// Adds a drawing as a picture with words for those who cannot see it.
  mutating func drawing(_ drawing: Drawing) {
    pictures.append(Picture(drawing, of: document))
    let number = pictures.count
    let (space, needsPage) = beginParagraph(above: 0)
    let below = (style(of: .body).below ?? 0).twips
    bytes.append("<w:p><w:pPr>")
    if keepsWithNext { bytes.append("<w:keepNext/>") }
    if needsPage { bytes.append("<w:pageBreakBefore/>") }
    bytes.append(space ?? 0, "<w:spacing w:before=\"", "\"")
    bytes.append(below, " w:after=\"")
    bytes.append(left, "<w:ind w:left=\"")
    bytes.append(
      "</w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">")
    append(size: drawing, "<wp:extent")
    bytes.append(number, "<wp:docPr id=\"", "\"")
    bytes.append(number, " name=\"picture", "\" descr=\"")
    let all = document.text
    bytes.append(escaping: all.span.extracting(drawing.title.range), in: .attribute)
    bytes.append(
      """
      "/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">\
      <pic:pic><pic:nvPicPr>
      """)
    bytes.append(number, "<pic:cNvPr id=\"", "\"")
    bytes.append(number, " name=\"image", ".png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>")
    bytes.append(number, "<a:blip r:embed=\"picture")
    bytes.append(
      """
      <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>
      """)
    append(size: drawing, "<a:ext")
    bytes.append(
      """
      </a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>\
      </a:graphic></wp:inline></w:drawing></w:r></w:p>

      """)
    endBlock(below: below)
  }

  private mutating func append(size drawing: Drawing, _ start: StaticString) {
    // Lengths of drawings are 36,000ths of a millimetre.
    let tenth = 3600
    bytes.append(start)
    bytes.append(max(1, drawing.width) * tenth, " cx=\"", "\"")
    bytes.append(max(1, drawing.height) * tenth, " cy=\"")
  }
}
