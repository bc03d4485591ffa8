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
  /// The numbers of cells of which nobody knows what they say: they could not be read.
  private var unread: Set<Int> = []
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

  /// Whether the cell above one of a row could not be read.
  func isUnread(above row: Row, _ index: Int) -> Bool {
    row.startAbove.map { unread.contains($0 + index) } ?? false
  }

  /// Notes that a cell of a row could not be read.
  mutating func leaveUnread(_ row: Row, _ index: Int) { unread.insert(row.start + index) }

  /// Sets a cell of a row.
  mutating func set(_ row: Row, _ index: Int, _ cell: XMLNode?) { cells[row.start + index] = cell }

  /// Ends a row.
  mutating func end(_ row: Row) { last[row.type] = row.start }
}
