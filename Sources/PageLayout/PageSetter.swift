internal import Documents
internal import Fonts
internal import PDF

/// Lays out documents on pages, from the first block to the last: what is set stands in slabs, which
/// are put on a page as soon as what they belong to is known.
///
/// Lengths are points; heights are measured from the upper edge of a page's text.
struct PageSetter {
  var pdf: PDFDocument
  let faces: [FontFace]
  /// The document that is being laid out.
  var document: Document
  /// The letters that no face has.
  var missing: [UInt32] = []

  /// The text that is not yet on a page.
  var text = TextStore()
  /// What is drawn in the slabs.
  var items: [SlabItem] = []
  /// The slabs that are not yet on a page.
  var slabs: [Slab] = []
  /// The elements of the text that are open because what they hold is not yet on a page.
  var elements: [Int] = []
  /// The element that holds the next one.
  var parent: Int
  /// How firmly the next block stands with the one before.
  var nextBond = Slab.Bond.none
  /// How firmly blocks stand together, at least.
  var leastBond = Slab.Bond.none
  /// Whether paragraphs stand close, as in a mark of approval.
  var isTight = false
  /// Where lines begin, and how long they are.
  var left = 0.0
  var measure = 0.0

  /// The sheet of the page, and where on it the next slab begins.
  private(set) var sheet: Sheet
  var y = 0.0
  /// The space below what was placed last.
  private var spaceBelow = 0.0
  /// Whether nothing stands on the page.
  private(set) var isPageEmpty = true
  private var needsPage = true
  private var count = PageCount()
  private var styles: [TextStyle] = []
  /// Begins with a document.
  init(_ document: Document, faces: [FontFace], _ pdf: consuming PDFDocument) {
    self.faces = faces
    self.document = document
    self.pdf = pdf
    sheet = document.sheets[0]
    parent = self.pdf.open(.document, in: nil)
    take(document)
  }

  /// Goes on with another document, which begins a page and is counted by itself.
  mutating func add(_ document: Document) {
    flush()
    pdf.close([parent])
    parent = pdf.open(.document, in: nil)
    self.document = document
    count = PageCount()
    take(document)
  }

  private mutating func take(_ document: Document) {
    styles = Role.allCases.map { TextStyle(document.style.style(of: $0)) }
    begin(document.sheets[0])
    blocks(document.blocks.indices)
    flush()
  }

  /// Ends the last document, and gives its bytes.
  mutating func finish() -> [UInt8] {
    if pdf.isEmpty { newPage() }
    return pdf.finish()
  }

  /// How the text of a role looks.
  func style(of role: Role) -> TextStyle { styles[Int(role.rawValue)] }

  // MARK: Pages

  /// How high and how wide the text of a page is.
  var pageHeight: Double { sheet.textHeight.millimetres }
  var pageWidth: Double { sheet.textWidth.millimetres }

  /// Lets the next block begin a page, of a sheet.
  mutating func begin(_ sheet: Sheet) {
    flush()
    needsPage = true
    self.sheet = sheet
    (left, measure) = (0, pageWidth)
  }

  /// Lets the pages from here on be an annex or none; nil goes on with those that are none.
  mutating func count(asAnnex isAnnex: Bool?) { count.begin(isAnnex: isAnnex) }

  /// Sees to it that there is a page.
  mutating func ensurePage() {
    if needsPage { newPage() }
  }

  /// Begins a page, with a header from the second on.
  mutating func newPage() {
    let isOnSide = sheet.orientation == .landscape
    let (width, height) = (sheet.width.millimetres, sheet.height.millimetres)
    pdf.beginPage(width: isOnSide ? height : width, height: isOnSide ? width : height)
    (y, spaceBelow, isPageEmpty, needsPage) = (0, 0, true, false)
    if let number = count.next() { drawHeader(number) }
  }

  // MARK: Slabs

  /// Begins a block: what stands above it goes on its page, unless it belongs to this one.
  ///
  /// - Parameter least: how firmly it stands with the block before, at least.
  mutating func beginBlock(_ style: TextStyle? = nil, least: Slab.Bond = .none) -> Slab.Bond {
    var bond = max(nextBond, leastBond, least)
    if style?.keepsWithPrevious ?? false { bond = .firm }
    if bond == .none { flush() }
    nextBond = (style?.keepsWithNext ?? false) ? .firm : .none
    return bond
  }

  /// Opens an element of the text for what is set next.
  mutating func open(_ kind: ElementKind, in parent: Int? = nil) -> Int {
    let element = pdf.open(kind, in: parent ?? self.parent)
    elements.append(element)
    return element
  }

  /// Puts the slabs that are set on pages.
  ///
  /// - Parameter reserve: how much room must be left under them on their page.
  mutating func placeSlabs(leaving reserve: Double = 0) {
    if slabs.isEmpty { return }
    ensurePage()
    place(slabs.indices, cut: .none, leaving: reserve)
    slabs.removeAll(keepingCapacity: true)
  }

  /// Puts all that is set on pages, and forgets it.
  mutating func flush() {
    placeSlabs()
    items.removeAll(keepingCapacity: true)
    text.forget(after: TextStore.Mark(glyphs: 0, placed: 0, lines: 0))
    pdf.close(elements)
    elements.removeAll(keepingCapacity: true)
  }

  /// Puts slabs on pages, cut only between those that stand together as loosely.
  private mutating func place(_ range: Range<Int>, cut bond: Slab.Bond, leaving reserve: Double) {
    let end = height(of: range, from: y, isPageEmpty ? nil : spaceBelow) + reserve
    if end <= pageHeight + 0.01 { return draw(range) }
    let alone = height(of: range, from: 0, nil) + reserve
    let limit = bond == .none ? 0 : bond == .soft ? pageHeight * 2 / 3 : pageHeight
    if !isPageEmpty, alone <= limit + 0.01 {
      newPage()
      return draw(range)
    }
    if range.count == 1 {
      if !isPageEmpty { newPage() }
      return draw(range)
    }
    var start = range.lowerBound
    let next = bond == .none ? Slab.Bond.soft : .firm
    for index in range.dropFirst() where slabs[index].bond <= bond {
      place(start..<index, cut: next, leaving: 0)
      start = index
    }
    if start == range.lowerBound, bond == .firm {
      for index in range { place(index..<index + 1, cut: .firm, leaving: 0) }
    } else {
      place(start..<range.upperBound, cut: next, leaving: reserve)
    }
  }

  /// Where slabs end that begin at a height, below something that wants space or at a page's top.
  func height(of range: Range<Int>, from start: Double, _ space: Double?) -> Double {
    var (y, space) = (start, space)
    for slab in slabs[range] {
      y += space.map { max($0, slab.above) } ?? 0
      y += slab.height
      space = slab.below
    }
    return y
  }

  private mutating func draw(_ range: Range<Int>) {
    for index in range {
      let slab = slabs[index]
      let top = y + (isPageEmpty ? 0 : max(spaceBelow, slab.above))
      draw(slab.items, at: top)
      place(to: top + slab.height, spaceBelow: slab.below)
    }
  }

  /// Says how far down the page is filled.
  mutating func place(to bottom: Double, spaceBelow: Double = 0) {
    (y, self.spaceBelow, isPageEmpty) = (bottom, spaceBelow, false)
  }

  /// Where something begins on the page that wants space above it.
  func top(below above: Double) -> Double { isPageEmpty ? y : y + max(spaceBelow, above) }
}

/// The numbers of pages: an annex is counted by itself.
private struct PageCount {
  private var pages = 0
  private var annexPages = 0
  private var isAnnex = false

  mutating func begin(isAnnex: Bool?) {
    self.isAnnex = isAnnex ?? false
    if isAnnex == true { annexPages = 0 }
  }

  /// The number of the next page; nil for a first one, which shows none.
  mutating func next() -> Int? {
    if isAnnex {
      annexPages += 1
      return annexPages > 1 ? annexPages : nil
    }
    pages += 1
    return pages > 1 ? pages : nil
  }
}
