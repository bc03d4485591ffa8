extension Document {
  /// Word has no more columns.
  private static let mostColumns = 63

  /// How many columns a table may have on a width in points: each is as wide as its type is high.
  ///
  /// The cells of one that has more stand one below the other on pages.
  package func mostColumns(within width: Double) -> Int {
    min(Self.mostColumns, Int(width / (style.style(of: .cell).size ?? 11)))
  }

  /// The tables that have more columns than their sheet has room for.
  package var crowdedTables: [(columns: Int, room: Int)] {
    crowdedTables(in: blocks.indices, on: sheets[0])
  }

  private func crowdedTables(in range: Range<Int>, on sheet: Sheet) -> [(columns: Int, room: Int)] {
    let room = mostColumns(within: sheet.textWidth * 72 / 25.4)
    var result: [(columns: Int, room: Int)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch blocks[index] {
      case .table(let table):
        let count = columnCount(of: table)
        if count > room { result.append((count, room)) }
      case .group(let group):
        result += crowdedTables(in: group.blocks, on: group.sheet.map { sheets[$0] } ?? sheet)
      default: break
      }
      index = blocks[index].next(after: index)
    }
    return result
  }

  /// How many columns a table says it has, or its head or first row has cells for.
  private func columnCount(of table: Table) -> Int {
    let first = table.header.first ?? table.groups.first.flatMap { rowGroups[$0].first }
    let cells = first.map { rows[$0].cells } ?? 0..<0
    return max(table.columns.count, cells.reduce(0) { $0 + self.cells[$1].columnSpan })
  }

  /// Whether the longest words of a table's columns have no room beside one another on a sheet, near
  /// enough: letters are taken as half as wide as they are high.
  func isCrowded(_ grid: TableGrid, on sheet: Sheet) -> Bool {
    if grid.columnCount <= Self.fewColumns { return false }
    var letters = [Int](repeating: 0, count: grid.columnCount)
    for place in grid.cells where place.columnSpan == 1 {
      guard let source = place.source else { continue }
      for index in cells[source].paragraphs {
        let own = longestWord(in: paragraphs[index].text)
        letters[place.column] = max(letters[place.column], own)
      }
    }
    let letter = (style.style(of: .cell).size ?? 11) / 2 * 25.4 / 72
    let width = letters.reduce(0) { $0 + Double($1) * letter + Self.padding }
    return width > sheet.textWidth
  }

  /// The words of so many columns have room.
  private static let fewColumns = 12
  /// The space at both sides of a cell's text, in millimetres.
  private static let padding = 3.0

  /// How many letters the longest word of a text has.
  private func longestWord(in running: RunningText) -> Int {
    var longest = 0
    for case .text(let plain) in inlines[running.range] {
      var letters = 0
      for byte in text[plain.range] where byte & 0xC0 != 0x80 {
        letters = byte <= 0x20 ? 0 : letters + 1
        longest = max(longest, letters)
      }
    }
    return longest
  }
}
