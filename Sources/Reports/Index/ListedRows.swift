import Diagnostics
import Markup

/// Rows of which the first stand on the first page of the index, and all, where these are not all, on
/// pages of their own.
struct ListedRows {
  /// The words of the index's language.
  let words: IndexWords
  /// The first rows.
  private(set) var front: FrontList
  /// The first of the rows that come last on the first page.
  private(set) var last: FrontList
  /// The pages of all rows.
  private(set) var pages: PageSeries
  private var cells = MarkupBuffer()

  /// Begins a list without rows.
  ///
  /// - Parameter name: the name of its pages, and of the style of their tables.
  init(
    _ output: IndexOutput, _ limits: IndexLimits, name: StaticString, title: String,
    columns: [String]
  ) {
    words = output.words
    front = FrontList(rows: limits.frontRows, bytes: limits.frontBytes)
    last = front
    pages = PageSeries(
      output, limits, name: name.description, title: title, style: name, columns: columns)
  }

  /// Adds a row: as the first page has it, and as its own page does.
  ///
  /// - Parameters:
  ///   - name: what the row is looked for by.
  ///   - isLast: whether it stands behind the others on the first page.
  mutating func add(
    _ name: String, isLast: Bool = false, front inFront: (inout MarkupBuffer) -> Void,
    row: (inout MarkupBuffer) -> Void
  ) throws(ProgramFault) {
    if isLast { last.add(inFront) } else { front.add(inFront) }
    cells.removeAll()
    row(&cells)
    try pages.add(cells, name)
  }

  /// Writes what is left, if not all is on the first page.
  mutating func finish() throws(ProgramFault) {
    if pages.total > front.count + last.count { try pages.finish() }
  }
}
