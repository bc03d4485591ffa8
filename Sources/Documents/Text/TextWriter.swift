/// Writes a document as plain text that no line of which is longer than asked for.
package struct TextWriter: Sendable {
  /// The longest line, in columns of a terminal.
  package var width: Int { didSet { makeRules() } }
  /// Whether rules are drawn in ASCII; the text itself stays as it is.
  package var isASCII: Bool { didSet { makeRules() } }
  /// How the cells of a table's row lie to one another.
  package var cells: CellLayout
  /// The rules of tables as long as a line, the same for all documents.
  private var rules: TableRules

  /// Makes a writer for lines of 80 to 200 columns; it makes do with 20.
  package init(width: Int = 100, isASCII: Bool = false, cells: CellLayout = .stepped) {
    self.width = width
    self.isASCII = isASCII
    self.cells = cells
    rules = TableRules(isASCII: isASCII, width: Self.measure(width))
  }

  private mutating func makeRules() {
    rules = TableRules(isASCII: isASCII, width: Self.measure(width))
  }

  private static func measure(_ width: Int) -> Int { max(2, width) }

  /// The text in UTF-8.
  package func write(_ document: Document) -> [UInt8] {
    write(document, followedBy: [])
  }

  /// The text of one document and others, each beginning a page.
  package func write(_ document: Document, followedBy others: [Document]) -> [UInt8] {
    var page = TextPage(document, width: Self.measure(width), rules: rules, cells: cells)
    page.blocks(document.blocks.indices)
    for other in others { page.add(other) }
    return page.bytes
  }
}
