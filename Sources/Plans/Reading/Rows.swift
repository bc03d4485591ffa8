internal import XML

/// The rows of a plan's tables, each with the row above it: what a ditto mark stands for.
///
/// A row of a type may stand inside another of the same type; the row above is the last one that has
/// come to its end when the row begins.
struct Rows {
  /// A row of a type of object, with a cell for each property.
  struct Row {
    fileprivate let type: Int
    fileprivate let start: Int
    fileprivate let startAbove: Int?
  }

  /// The cells of all rows, one row behind the other as they begin.
  private var cells: [XMLNode?] = []
  /// For each type, where the last row starts that has come to its end.
  private var last: [Int?]

  init(types count: Int) {
    last = Array(repeating: nil, count: count)
  }

  /// Begins a row of a type.
  mutating func begin(_ type: Int, cells count: Int) -> Row {
    let row = Row(type: type, start: cells.count, startAbove: last[type])
    for _ in 0..<count { cells.append(nil) }
    return row
  }

  /// The cell above one of a row.
  func above(_ row: Row, _ index: Int) -> XMLNode? { row.startAbove.flatMap { cells[$0 + index] } }

  /// Sets a cell of a row.
  mutating func set(_ row: Row, _ index: Int, _ cell: XMLNode?) { cells[row.start + index] = cell }

  /// Ends a row.
  mutating func end(_ row: Row) { last[row.type] = row.start }
}
