/// Writes a document as plain text that no line of which is longer than asked for.
public struct TextWriter: Sendable {
  /// The longest line, in columns of a terminal.
  public var width: Int
  /// Whether rules are drawn in ASCII; the text itself stays as it is.
  public var isASCII: Bool
  /// How the cells of a table's row lie to one another.
  public var cells: CellLayout

  /// Makes a writer for lines of 80 to 200 columns; it makes do with 20.
  public init(width: Int = 100, isASCII: Bool = false, cells: CellLayout = .stepped) {
    self.width = width
    self.isASCII = isASCII
    self.cells = cells
  }

  /// The text in UTF-8.
  public func write(_ document: Document) -> [UInt8] {
    var page = TextPage(width: max(2, width), isASCII: isASCII, cells: cells)
    page.blocks(document.blocks)
    return page.bytes
  }
}
