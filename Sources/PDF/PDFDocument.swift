internal import Compression
package import Fonts
internal import Markup

/// A tagged PDF/A-1a (ISO 19005-1) while it is written, page after page. Lengths are points, and are
/// measured from a page's upper left corner.
package struct PDFDocument {
  private let metadata: Metadata
  private let faces: [EmbeddedFace]
  private var file: ObjectFile
  private var tree: StructureTree
  private var page = PageContent()
  private let pageTree: Int
  private let resources: Int
  private var pages: [Int] = []
  /// The page that is being written: its number as an object, and its size.
  private var sheet: (object: Int, width: Double, height: Double)?
  /// The glyphs of each face that are not common, with their text.
  private var others: [[UInt16: [UInt16]]]
  private var isUsed: [Bool]

  /// Begins a document in some faces.
  ///
  /// - Parameter identifier: by what else it is known, such as the sum of what it says.
  package init(
    title: String, language: String, identifier: String = "", faces: [EmbeddedFace]
  ) {
    metadata = Metadata(title: title, language: language, identifier: identifier)
    self.faces = faces
    var file = ObjectFile()
    tree = StructureTree(in: &file)
    pageTree = file.reserve()
    resources = file.reserve()
    self.file = file
    others = Array(repeating: [:], count: faces.count)
    isUsed = Array(repeating: false, count: faces.count)
  }

  // MARK: Structure

  /// Opens an element of the text in another one, or in the document.
  ///
  /// - Parameters:
  ///   - spans: how many columns and rows a cell of a table spans.
  ///   - scope: what a head cell is the head of.
  ///   - alternative: what a picture shows.
  package mutating func open(
    _ kind: ElementKind, in parent: Int?, spans: (columns: Int, rows: Int) = (1, 1),
    scope: HeadScope? = nil, title: String = "", alternative: String = ""
  ) -> Int {
    var attributes: [UInt8] = []
    if !alternative.isEmpty {
      attributes.append("/Alt")
      attributes.append(text: alternative)
    }
    if !title.isEmpty {
      attributes.append("/T")
      attributes.append(text: title)
    }
    if spans != (1, 1) || scope != nil {
      attributes.append("/A<</O/Table")
      if let scope {
        attributes.append("/Scope/")
        attributes += Array(scope.rawValue.utf8)
      }
      if spans.columns > 1 {
        attributes.append("/ColSpan ")
        attributes.append(number: spans.columns)
      }
      if spans.rows > 1 {
        attributes.append("/RowSpan ")
        attributes.append(number: spans.rows)
      }
      attributes.append(">>")
    }
    return tree.open(kind, in: parent, attributes: attributes, &file)
  }

  /// Ends elements that are whole.
  package mutating func close(_ elements: some Sequence<Int>) {
    tree.close(elements, &file)
  }

  /// What follows belongs to an element.
  package mutating func belong(to element: Int) {
    let count = page.marks.count
    page.belong(to: element, tree.kind(of: element))
    if page.marks.count > count {
      tree.mark(element, page: sheet?.object ?? 0, number: count)
    }
  }

  /// What follows is no part of the text.
  package mutating func belongToPage() { page.belongToPage() }

  // MARK: Pages

  /// Whether it has no page.
  package var isEmpty: Bool { pages.isEmpty && sheet == nil }

  /// Begins a page.
  package mutating func beginPage(width: Double, height: Double) {
    endPage()
    sheet = (file.reserve(), width, height)
    page = PageContent()
  }

  private mutating func endPage() {
    guard let sheet else { return }
    page.finish()
    let content = file.add(Deflate.compress(page.bytes))
    tree.endPage(page.marks, &file)
    let (pageTree, resources, number) = (pageTree, resources, pages.count)
    file.write(sheet.object) { bytes in
      bytes.append("<</Type/Page/Parent ")
      bytes.append(reference: pageTree)
      bytes.append("/MediaBox[0 0 ")
      bytes.append(sheet.width)
      bytes.append(sheet.height)
      bytes.append("]/Resources ")
      bytes.append(reference: resources)
      bytes.append("/Contents ")
      bytes.append(reference: content)
      bytes.append("/Tabs/S/StructParents ")
      bytes.append(number: number)
      bytes.append(">>")
    }
    pages.append(sheet.object)
    self.sheet = nil
  }

  /// Whether a glyph of a face is in every document, so that nobody need say what it stands for.
  package func isCommon(_ glyph: UInt16, face: Int) -> Bool {
    faces[face].isCommon[Int(glyph)]
  }

  /// Says what a glyph stands for that is not common.
  package mutating func use(_ glyph: UInt16, face: Int, as text: [UInt16]) {
    if others[face][glyph] == nil { others[face][glyph] = text }
  }

  /// Shows glyphs of a face from a place on the line on.
  package mutating func show(
    _ glyphs: ArraySlice<Glyph>, face: Int, size: Double, at place: (x: Double, y: Double)
  ) {
    guard let sheet else { return }
    isUsed[face] = true
    page.show(
      glyphs, faces[face], number: face, size: size, at: (place.x, sheet.height - place.y))
  }

  /// Draws a filled box from its upper left corner.
  package mutating func rule(x: Double, y: Double, width: Double, height: Double) {
    guard let sheet else { return }
    page.rule(x: x, y: sheet.height - y - height, width: width, height: height)
  }

  /// Draws a filled box of a picture from its upper left corner.
  ///
  /// - Parameter lightness: how light it is, in percent: 0 is black, 100 white.
  package mutating func fill(_ box: Box, lightness: Int) {
    guard let sheet else { return }
    page.fill(
      x: box.x, y: sheet.height - box.y - box.height, width: box.width, height: box.height,
      lightness: lightness)
  }

  /// A box on a page.
  package struct Box {
    let x, y, width, height: Double

    /// Makes a box from its upper left corner.
    package init(x: Double, y: Double, width: Double, height: Double) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
  }

  /// Draws a box to tick from its lower left corner.
  package mutating func checkBox(
    isChecked: Bool, at place: (x: Double, y: Double), side: Double
  ) {
    guard let sheet else { return }
    page.checkBox(isChecked: isChecked, x: place.x, y: sheet.height - place.y, side: side)
  }

  // MARK: The end

  /// Ends the document, and gives its bytes.
  package mutating func finish() -> [UInt8] {
    endPage()
    tree.finish(&file)
    let (pages, resources, pageTree) = (pages, resources, pageTree)
    var fonts: [(face: Int, object: Int)] = []
    for index in faces.indices where isUsed[index] {
      let parts = faces[index].parts(with: others[index])
      fonts.append((index, file.add(parts)))
    }
    file.write(resources) { bytes in
      bytes.append("<</ProcSet[/PDF/Text]/Font<<")
      for (index, font) in fonts {
        bytes.append("/F")
        bytes.append(number: index)
        bytes.append(" ")
        bytes.append(reference: font)
      }
      bytes.append(">>>>")
    }
    file.write(pageTree) { bytes in
      bytes.append("<</Type/Pages/Count ")
      bytes.append(number: pages.count)
      bytes.append("/Kids[")
      for page in pages {
        bytes.append(reference: page)
        bytes.append("\n")
      }
      bytes.append("]>>")
    }
    let catalog = writeCatalog()
    let metadata = metadata
    let information = file.add { metadata.appendInformation(to: &$0) }
    file.finish(catalog: catalog, information: information)
    return file.bytes
  }

  private mutating func writeCatalog() -> Int {
    let profile = file.add(Deflate.compress(ColourProfile.sRGB), entries: Array("/N 3".utf8))
    let packet = file.add(
      metadata.packet, isDeflated: false, entries: Array("/Type/Metadata/Subtype/XML".utf8))
    let (pageTree, tree, metadata) = (pageTree, tree.number, metadata)
    return file.add { bytes in
      bytes.append("<</Type/Catalog/Pages ")
      bytes.append(reference: pageTree)
      bytes.append("/MarkInfo<</Marked true>>/StructTreeRoot ")
      bytes.append(reference: tree)
      bytes.append("/Lang")
      bytes.append(text: metadata.language)
      if !metadata.title.isEmpty { bytes.append("/ViewerPreferences<</DisplayDocTitle true>>") }
      bytes.append("/Metadata ")
      bytes.append(reference: packet)
      bytes.append("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1")
      bytes.append("/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ")
      bytes.append(reference: profile)
      bytes.append(">>]>>")
    }
  }
}
