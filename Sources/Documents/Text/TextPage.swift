import Bytes
internal import Diagnostics

/// A page of plain text while it is written: its lines, and the margins between which they stand.
struct TextPage {
  /// A column of lines beside others.
  private struct LineColumn {
    /// How far from the margin it begins.
    var x: Int
    /// On which line below the first of all columns it begins.
    var top: Int
    /// Its lines, as indices into the layout's.
    var lines: Range<Int>

    /// The line below its last one.
    var bottom: Int { top + lines.count }
  }

  /// What a block is to the one after it; between which two a blank line stands.
  enum Neighbour {
    /// The top of the page.
    case top
    case heading
    /// Running text, of which one paragraph is told from the next by its indent.
    case indented
    /// A line among lines: centred, at the right, in a stamp, or a check box.
    case line
    case other
  }

  /// What is written so far.
  private(set) var bytes: [UInt8] = []
  /// The text of the block that is being written.
  var layout: TextLayout
  /// Where lines begin.
  var margin = 0
  /// How wide they may be from there.
  var measure: Int
  /// Whether paragraphs follow without a blank line, as in a stamp.
  var isTight = false
  let rules: TableRules
  let cells: CellLayout
  private var last = Neighbour.top
  /// The columns that are to be written beside one another.
  private var columns: [LineColumn] = []
  /// How many lines they take.
  private var height = 0

  init(_ document: Document, width: Int, rules: TableRules, cells: CellLayout) {
    layout = TextLayout(document)
    measure = width
    self.rules = rules
    self.cells = cells
    bytes.reserveCapacity(32_768)
    columns.reserveCapacity(4)
  }

  /// Begins a block: a blank line, unless it belongs to the one before.
  mutating func begin(_ next: Neighbour) {
    switch (last, next) {
    case (.top, _), (.heading, .heading), (.heading, .line), (.indented, .indented),
      (.line, .line):
      break
    default: bytes.append(UInt8(ascii: "\n"))
    }
    last = next
    layout.clear()
  }

  /// Begins or ends a group, or a page: what follows stands apart.
  mutating func part() {
    if last != .top { last = .other }
  }

  /// Adds blank lines where a sheet ends.
  mutating func endSheet() {
    if last == .top { return }
    bytes.append(repeating: UInt8(ascii: "\n"), count: 2)
    last = .other
  }

  /// Adds a rule of so many columns.
  mutating func rule(_ width: Int) {
    bytes.append(repeating: UInt8(ascii: " "), count: margin)
    rules.drawHorizontal(width, into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a table.
  mutating func draw(_ table: consuming TextTable) {
    let drawing = TableDrawing(table, layout: layout)
    drawing.draw(with: TableLineTemplates(rules: rules, margin: margin), into: &bytes)
  }

  /// Writes a run on lines of its own.
  mutating func write(_ run: TextLayout.Run) {
    addColumn(run, width: measure)
    writeColumns()
  }

  /// Breaks a run into a column of lines beside those before it.
  mutating func addColumn(_ run: TextLayout.Run, x: Int = 0, width: Int) {
    let first = layout.lines.count
    layout.breakLines(run, width: width)
    addColumn(from: first, x: x)
  }

  /// Makes a column of the layout's lines from one on.
  ///
  /// It begins on the line on which the column before it ends, so that the words come in reading
  /// order.
  mutating func addColumn(from first: Int, x: Int = 0) {
    let lineColumn = LineColumn(x: x, top: max(0, height - 1), lines: first..<layout.lines.count)
    columns.append(lineColumn)
    if !lineColumn.lines.isEmpty { height = lineColumn.bottom }
  }

  /// Writes the columns beside one another.
  mutating func writeColumns() {
    let layout = layout
    let (text, lines) = (layout.bytes.span, layout.lines.span)
    for row in 0..<height {
      var column = 0
      for index in columns.indices where columns[index].top <= row && row < columns[index].bottom {
        let lineColumn = columns[index]
        let line = lines[lineColumn.lines.lowerBound + row - lineColumn.top]
        if line.width == 0 { continue }
        let x = margin + lineColumn.x + line.offset
        let gap = max(0, x - column)
        let words = text.extracting(line.start..<line.end)
        bytes.append(addingCapacity: gap + words.count) { page in
          page.append(repeating: UInt8(ascii: " "), count: gap)
          page.append(copying: words)
        }
        column = x + line.width
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    columns.removeAll(keepingCapacity: true)
    height = 0
  }
}
