internal import Documents
internal import Markup

/// Pages of one sheet, counted in one way.
struct Section {
  var sheet: Sheet
  /// Whether its first page is the first one of a count, which shows no number.
  var beginsCount = true
  /// Whether its pages show numbers; those of a text that goes on behind its annexes have none, since
  /// Word counts on from these.
  var isCounted = true
  /// Whether its pages are an annex's.
  var isAnnex = false
  /// The number of the header that says whose continuation the further pages are; nil where none says it.
  var continuation: Int?

  /// The relationships of the headers, with and without a number.
  static let numberedHeader: StaticString = "rId5"
  static let emptyHeader: StaticString = "rId6"
}

extension [UInt8] {
  /// Adds what Word must know of a section.
  mutating func append(_ section: Section) {
    append("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"")
    if let continuation = section.continuation {
      append(continuation, "continuation", "")
    } else {
      append(section.isCounted ? Section.numberedHeader : Section.emptyHeader)
    }
    append("\"/><w:headerReference w:type=\"first\" r:id=\"")
    append(Section.emptyHeader)
    append("\"/>")
    let sheet = section.sheet
    let isOnSide = sheet.orientation == .landscape
    let (width, height) = (sheet.width.twips, sheet.height.twips)
    append(isOnSide ? height : width, "<w:pgSz w:w=\"", "\"")
    append(isOnSide ? width : height, " w:h=\"", isOnSide ? "\" w:orient=\"landscape\"/>" : "\"/>")
    let margins = sheet.margins
    append(margins.top.twips, "<w:pgMar w:top=\"", "\"")
    append(margins.right.twips, " w:right=\"", "\"")
    append(margins.bottom.twips, " w:bottom=\"", "\"")
    append(margins.left.twips, " w:left=\"", "\"")
    // The number stands in the middle of the upper margin.
    append(Swift.max(0, (margins.top / 2).twips - 120), " w:header=\"", "\"")
    append((margins.bottom / 2).twips, " w:footer=\"", "\" w:gutter=\"0\"/>")
    if section.beginsCount {
      append("<w:pgNumType w:start=\"1\"/><w:cols w:space=\"708\"/><w:titlePg/>")
    }
    append("</w:sectPr>")
  }
}
