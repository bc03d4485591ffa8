internal import Diagnostics

/// A page of plain text while it is written: its lines, and the margins between which they stand.
struct TextPage {
  /// A column of lines beside others.
  struct Strip {
    /// How far from the margin it begins.
    var x: Int
    /// Its lines, as indices into the galley's.
    var lines: Range<Int>
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
  var galley: Galley
  /// Where lines begin.
  var margin = 0
  /// How wide they may be from there.
  var measure: Int
  /// Whether paragraphs follow without a blank line, as in a stamp.
  var isTight = false
  let rules: TableRules
  let cells: CellLayout
  private var last = Neighbour.top

  init(_ document: Document, width: Int, rules: TableRules, cells: CellLayout) {
    galley = Galley(document)
    measure = width
    self.rules = rules
    self.cells = cells
    bytes.reserveCapacity(32_768)
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
    galley.clear()
  }

  /// Begins or ends a group, or a page: what follows stands apart.
  mutating func part() {
    if last != .top { last = .other }
  }

  /// Adds blank lines where a sheet ends.
  mutating func endSheet() {
    if last == .top { return }
    bytes.append(contentsOf: "\n\n".utf8)
    last = .other
  }

  /// Adds spaces.
  mutating func blank(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, count)))
  }

  /// Adds what was drawn elsewhere.
  mutating func append(_ drawn: Span<UInt8>) {
    bytes.append(copying: drawn)
  }

  /// Adds a piece of the galley.
  mutating func append(_ line: Galley.Line) {
    let set = galley.bytes
    bytes.append(copying: set.span.extracting(line.start..<line.end))
  }

  /// Ends a line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Breaks a run into a strip of lines.
  mutating func strip(_ run: Galley.Run, x: Int = 0, width: Int) -> Strip {
    let first = galley.lines.count
    galley.breakLines(run, width: width)
    return Strip(x: x, lines: first..<galley.lines.count)
  }

  /// Breaks runs into a strip of lines, one below the other.
  mutating func strip(_ runs: [Galley.Run], x: Int = 0, width: Int) -> Strip {
    let first = galley.lines.count
    for run in runs { galley.breakLines(run, width: width) }
    return Strip(x: x, lines: first..<galley.lines.count)
  }

  /// Writes a strip that stands alone.
  mutating func write(_ strip: Strip) {
    for index in strip.lines {
      let line = galley.lines[index]
      if line.width > 0 {
        blank(margin + strip.x + line.offset)
        append(line)
      }
      endLine()
    }
  }

  /// Writes strips, each from the line on which the one before it ends, so that the words come in
  /// reading order.
  mutating func write(_ strips: [Strip]) {
    var starts: [Int] = []
    var height = 0
    for strip in strips {
      starts.append(max(0, height - 1))
      if !strip.lines.isEmpty { height = max(0, height - 1) + strip.lines.count }
    }
    for row in 0..<height {
      var column = 0
      for (strip, start) in zip(strips, starts) {
        let index = row - start
        guard index >= 0, index < strip.lines.count else { continue }
        let line = galley.lines[strip.lines.lowerBound + index]
        if line.width == 0 { continue }
        let x = margin + strip.x + line.offset
        blank(x - column)
        append(line)
        column = x + line.width
      }
      endLine()
    }
  }
}
