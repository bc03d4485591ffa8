internal import Bytes
internal import Documents
internal import Fonts

/// How the columns of a table share the width of the text.
struct TableColumns {
  /// Where each column begins, and where the last one ends.
  private(set) var edges: [Double]
  /// The space at both sides of a cell's text.
  let padding: Double

  /// The room for a column's text must be so many times the size of type.
  private static let narrowest = 0.75

  /// Shares a width among columns; nil where so many have no room.
  init?(_ table: Table, _ grid: TableGrid, of page: inout PageSetter) {
    let count = grid.columnCount
    let average = page.measure / Double(max(1, count))
    padding = min(1.5.millimetres, average * 0.12)
    let size = page.style(of: .cell).look.size
    guard count > 0, average - 2 * padding >= size * Self.narrowest else { return nil }
    var demands = [ColumnDemand](repeating: ColumnDemand(), count: count)
    for cell in grid.cells where cell.columnSpan == 1 {
      guard let source = cell.source else { continue }
      demands[cell.column].take(page.demand(of: page.document.cells[source]))
    }
    for index in demands.indices { demands[index].add(2 * padding + 0.5) }
    var widths = Self.share(page.measure, demands) { index in
      index < table.columns.count
        ? page.document.columns[table.columns.lowerBound + index].width : nil
    }
    Self.widen(&widths, demands, within: page.measure)
    edges = [page.left]
    for width in widths { edges.append((edges.last ?? 0) + width) }
  }

  /// Gives columns the shares that the form names, and the others the rest by what stands in them.
  private static func share(
    _ width: Double, _ demands: [ColumnDemand], percent: (Int) -> Int?
  ) -> [Double] {
    let shares = demands.indices.map { percent($0).map { width * Double($0) / 100 } }
    let named = shares.reduce(0) { $0 + ($1 ?? 0) }
    let others = demands.indices.filter { shares[$0] == nil }
    if others.isEmpty || named >= width {
      let sum = demands.indices.reduce(0) { $0 + (shares[$1] ?? demands[$1].word) }
      return demands.indices.map { (shares[$0] ?? demands[$0].word) * width / max(1, sum) }
    }
    let free = width - named
    let natural = others.reduce(0) { $0 + demands[$1].line }
    return demands.indices.map { shares[$0] ?? free * demands[$0].line / max(1, natural) }
  }

  /// Widens columns to their longest words, at the cost of those that have room to spare.
  private static func widen(
    _ widths: inout [Double], _ demands: [ColumnDemand], within width: Double
  ) {
    if demands.reduce(0, { $0 + $1.word }) >= width {
      // Columns of short words get what they need, the others the same share of the rest.
      var (rest, count) = (width, demands.count)
      for index in demands.indices.sorted(by: { demands[$0].word < demands[$1].word }) {
        widths[index] = min(demands[index].word, rest / Double(count))
        rest -= widths[index]
        count -= 1
      }
      return
    }
    let lacking = widths.indices.reduce(0) { $0 + max(0, demands[$1].word - widths[$1]) }
    if lacking <= 0 { return }
    let spare = widths.indices.reduce(0) { $0 + max(0, widths[$1] - demands[$1].word) }
    for index in widths.indices {
      let room = widths[index] - demands[index].word
      widths[index] -= room > 0 ? lacking * room / max(spare, 1) : room
    }
  }
}

/// How wide a column would be.
struct ColumnDemand {
  /// For its longest word, and for its longest line.
  var word = 0.0
  var line = 0.0

  mutating func take(_ other: ColumnDemand) {
    word = max(word, other.word)
    line = max(line, other.line)
  }

  mutating func add(_ padding: Double) {
    word += padding
    line += padding
  }
}

extension PageSetter {
  /// How wide a cell's text would be, by its letters one by one.
  func demand(of cell: Table.Cell) -> ColumnDemand {
    var demand = ColumnDemand()
    for index in cell.paragraphs {
      let paragraph = document.paragraphs[index]
      let look = style(of: paragraph.role == .body ? cell.role : paragraph.role).look
      let face = faces[look.face]
      let (all, scale) = (document.text, scale(of: look))
      let bytes = all.span
      var (word, line) = (0 as Int32, 0 as Int32)
      for case .text(let text) in document.inlines[paragraph.text.range] {
        let own = bytes.extracting(text.range)
        var place = text.range.lowerBound
        while place < text.range.upperBound {
          let letter = UTF8Scalars.scalar(in: bytes, at: place)
          let isBound = letter.value == 0x20 && own.holdsTogether(at: place - text.range.lowerBound)
          place += letter.length
          let width = face.width(of: letter.value <= 0x20 ? 0x20 : letter.value)
          line &+= width
          word = letter.value <= 0x20 && !isBound ? 0 : word &+ width
          demand.word = max(demand.word, Double(word) * scale)
          if letter.value == 0x2D || letter.value == 0x2F { word = 0 }
        }
      }
      demand.line = max(demand.line, Double(line) * scale)
    }
    return demand
  }
}
