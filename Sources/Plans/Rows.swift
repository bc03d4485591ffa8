internal import XML

/// The rows of a plan's tables that are being read, each with the row above it: what a ditto mark
/// stands for.
///
/// A row of a type may stand inside another of the same type; the row above is the last one that has
/// come to its end when the row begins.
struct Rows {
  /// The row of a type that is being read.
  struct Row {
    fileprivate let type: Int
    /// Where its own cells start, in front of those of the row above.
    fileprivate let start: Int
  }

  /// For every type, the cells of the last row that has come to its end.
  private var last: [XMLNode?]
  /// For every type, where its cells stand among ``last``; its end is the next one's start.
  private let places: [Int]
  /// The cells of the rows that are being read, and of those above them.
  private var open: [XMLNode?] = []

  init(of kind: Kind) {
    places = kind.rowPlaces
    last = Array(repeating: nil, count: places[places.count - 1])
  }

  /// Where the cells of every type of object stand, one for each property, and their end.
  static func places(in schema: Schema) -> [Int] {
    var places = [0]
    for type in schema.types {
      var end = places[places.count - 1]
      if case .object(let object) = type.form { end += object.properties.count }
      places.append(end)
    }
    return places
  }

  /// Begins a row of a type.
  mutating func begin(_ type: Int) -> Row {
    let row = Row(type: type, start: open.count)
    for _ in places[type]..<places[type + 1] { open.append(nil) }
    for place in places[type]..<places[type + 1] { open.append(last[place]) }
    return row
  }

  /// The cell above one of a row.
  func above(_ row: Row, _ index: Int) -> XMLNode? {
    open[row.start + places[row.type + 1] - places[row.type] + index]
  }

  /// Sets a cell of a row.
  mutating func set(_ row: Row, _ index: Int, _ cell: XMLNode?) { open[row.start + index] = cell }

  /// Ends the row that was begun last.
  mutating func end(_ row: Row) {
    for place in places[row.type]..<places[row.type + 1] {
      last[place] = open[row.start + place - places[row.type]]
    }
    open.removeLast(open.count - row.start)
  }
}
