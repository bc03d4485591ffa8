internal import Documents
internal import Markup

/// The text of a file while it is written (ECMA-376-1, 17): documents, one behind the other.
///
/// Lengths are twentieths of a point.
struct WordPage {
  /// What is written so far.
  var bytes: [UInt8] = []
  /// The document that is being written.
  private(set) var document: Document
  /// The looks of the documents, each the styles of all roles.
  private(set) var looks: [[RoleStyle]] = []
  /// The number of the document's look.
  private(set) var look = 0

  /// How far from the margin the text begins, and how wide it is.
  var left = 0
  var measure = 0
  /// Whether paragraphs stand close, as in a cell or a mark of approval.
  var isTight = false
  /// Whether all that is being written stands on one page.
  var isWhole = false
  /// Whether what is being written stands on the page of what follows it.
  var keepsWithNext = false
  /// Whether text stands in a cell.
  var isInCell = false

  /// How many check boxes there are, and how many lists with numbers.
  var checkBoxCount = 0
  var listCount = 0
  /// The pictures, in their order.
  var pictures: [Picture] = []
  /// The headers that say whose continuation a page is, in their order.
  private(set) var continuations: [Continuation] = []

  /// What stands on the current sheets, and what the next block begins with.
  private var section: Section
  private var nextSection: Section?
  private var isSectionEmpty = true
  private var hasMainPages = false
  private var hasAnnexes = false
  private var needsPage = false
  /// The space below what was written last that it has itself, and that what follows must have.
  private var spaceBelow = 0
  private var owedSpace = 0
  private var endsWithTable = false

  /// Begins with a document.
  init(_ document: Document) {
    self.document = document
    section = Section(sheet: document.sheets[0])
    bytes.reserveCapacity(65_536)
    bytes.append(Namespaces.declaration)
    bytes.append("<w:document ")
    bytes.append(Namespaces.main)
    bytes.append(" ")
    bytes.append(Namespaces.relationships)
    bytes.append(" ")
    bytes.append(Namespaces.pictures)
    bytes.append(" ")
    bytes.append(Namespaces.checkBoxes)
    bytes.append("><w:body>\n")
    take(document)
  }

  /// Goes on with another document, which begins a page and is counted by itself.
  mutating func add(_ document: Document) {
    self.document = document
    (hasMainPages, hasAnnexes) = (false, false)
    nextSection = Section(sheet: document.sheets[0])
    take(document)
  }

  private mutating func take(_ document: Document) {
    let styles = Role.allCases.map(document.style.style)
    if let known = looks.firstIndex(of: styles) {
      look = known
    } else {
      look = looks.count
      looks.append(styles)
    }
    (left, measure) = (0, document.sheets[0].measure)
    blocks(document.blocks.indices, keepingLast: false)
  }

  /// Ends the last document, and gives the whole.
  consuming func finish() -> [UInt8] {
    // Word wants a paragraph behind a table.
    if endsWithTable || isSectionEmpty { spacer(1) }
    bytes.append(section)
    bytes.append("</w:body></w:document>\n")
    return bytes
  }

  /// How the text of a role looks.
  func style(of role: Role) -> RoleStyle { looks[look][Int(role.rawValue)] }

  // MARK: Sheets

  /// The sheet that the next block stands on.
  var sheet: Sheet { (nextSection ?? section).sheet }

  /// Lets the next block begin a page.
  mutating func beginPage() { needsPage = !isSectionEmpty }

  /// Lets the next block begin a sheet, of an annex or not; nil goes on with the pages before.
  mutating func begin(_ sheet: Sheet, asAnnex isAnnex: Bool?) {
    var next = Section(sheet: sheet)
    if isAnnex != true {
      next.isCounted = !hasAnnexes
      next.beginsCount = !hasMainPages
    } else {
      hasAnnexes = true
    }
    next.isAnnex = isAnnex ?? false
    next.continuation = continuation(on: sheet)
    nextSection = next
    (left, measure) = (0, sheet.measure)
  }

  /// The number of the header of a sheet's further pages.
  private mutating func continuation(on sheet: Sheet) -> Int? {
    if sheet.continuation.isEmpty { return nil }
    let text = String(decoding: document.text[sheet.continuation.range], as: UTF8.self)
    let header = Continuation(text: text, measure: sheet.measure)
    continuations.append(header)
    return continuations.count
  }

  /// Sees to it that what is written next stands on its sheet.
  private mutating func beginBlock() {
    if let next = nextSection {
      if !isSectionEmpty {
        bytes.append("<w:p><w:pPr>")
        bytes.append(
          1, "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"", "\" w:lineRule=\"exact\"/>")
        bytes.append(section)
        bytes.append("</w:pPr></w:p>\n")
      }
      section = next
      (nextSection, needsPage, isSectionEmpty) = (nil, false, true)
      endBlock()
    }
    if !section.isAnnex { hasMainPages = true }
  }

  // MARK: What stands below one another

  /// Begins a paragraph outside of tables, and gives the space above it; nil where its style has it.
  mutating func beginParagraph(above: Int) -> (space: Int?, needsPage: Bool) {
    beginBlock()
    let space = isSectionEmpty || needsPage ? 0 : max(above, owedSpace)
    let result = (space == above ? nil : space, needsPage)
    (isSectionEmpty, needsPage, endsWithTable) = (false, false, false)
    return result
  }

  /// Says how much space stands below what was written last, and how much what follows must have.
  mutating func endBlock(below: Int = 0, owing owed: Int = 0, isTable: Bool = false) {
    (spaceBelow, owedSpace, endsWithTable) = (below, owed, isTable)
  }

  /// Begins a table, which stands so far below what was written last, and never close to a table.
  ///
  /// - Parameter holdsTables: whether its first cell begins with another, so that it must not be the first
  ///   of a section: LibreOffice would lose what the section says of its first page.
  mutating func beginTable(above: Int, holdsTables: Bool = false) {
    beginBlock()
    if isSectionEmpty {
      isSectionEmpty = false
      if holdsTables { spacer(1) }
      return
    }
    let space = max(above, owedSpace, spaceBelow) - spaceBelow
    if endsWithTable || space > 0 || needsPage { spacer(needsPage ? 1 : max(space, 1)) }
    needsPage = false
  }

  /// Adds an empty paragraph of a height.
  private mutating func spacer(_ height: Int) {
    bytes.append("<w:p><w:pPr>")
    if keepsWithNext || !isWhole { bytes.append("<w:keepNext/>") }
    if needsPage { bytes.append("<w:pageBreakBefore/>") }
    bytes.append(
      height, "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"", "\" w:lineRule=\"exact\"/>")
    bytes.append("</w:pPr></w:p>\n")
  }
}
