/// What a column needs, and how columns share a width.
struct ColumnDemand {
  /// The width of its longest word.
  var least = 1
  /// The width of its longest line if nothing wraps.
  var natural = 1
  /// How much text there is in it, in columns.
  var total = 0
  /// The share in percent that the form gives it.
  var hint: Int?

  /// Adds a run to what stands in the column.
  mutating func take(_ run: TextLayout.Run) {
    least = max(least, run.longestWord)
    natural = max(natural, run.longestLine)
    total += run.longestLine
  }

  /// Divides a width among columns, so that together they take all of it.
  ///
  /// No column is narrower than its longest word while there is room, and none grows beyond what
  /// fits without wrapping while another could use it. Between these, a column gets the share
  /// that the form gives it, or one that goes by the square root of its text, which makes the
  /// rows lowest together.
  static func share(_ room: Int, among demands: [ColumnDemand]) -> [Int] {
    let goals = goals(room, demands)
    let least = demands.reduce(0) { $0 + $1.least }
    if least >= room {
      return fill(room, demands) { demand, _, level in
        max(2, min(demand.least, Int(level)))
      } spread: {
        $0.least
      }
    }
    return fill(room, demands) { demand, index, level in
      let most = demand.hint == nil ? max(demand.natural, demand.least) : room
      return max(demand.least, min(most, Int(level / Double(room) * goals[index])))
    } spread: {
      $0.hint == nil ? max($0.natural, $0.least) : room
    }
  }

  /// The widths that columns would have if words could be parted anywhere.
  private static func goals(_ room: Int, _ demands: [ColumnDemand]) -> [Double] {
    let hinted = min(90, demands.reduce(0) { $0 + max(0, $1.hint ?? 0) })
    let free = Double(room) * Double(100 - hinted) / 100
    let roots = demands.reduce(0.0) {
      $0 + ($1.hint == nil ? Double(max(1, $1.total)).squareRoot() : 0)
    }
    return demands.map { demand in
      if let hint = demand.hint { return max(0.5, Double(room) * Double(hint) / 100) }
      return max(0.5, free * Double(max(1, demand.total)).squareRoot() / roots)
    }
  }

  /// Finds the highest level at which the columns still fit, then hands out what is left over:
  /// first to columns that have not all they want, then to all.
  private static func fill(
    _ room: Int, _ demands: [ColumnDemand],
    width: (ColumnDemand, Int, Double) -> Int, spread: (ColumnDemand) -> Int
  ) -> [Int] {
    func widths(_ level: Double) -> [Int] {
      demands.indices.map { width(demands[$0], $0, level) }
    }
    func sum(_ level: Double) -> Int {
      demands.indices.reduce(0) { $0 + width(demands[$1], $1, level) }
    }
    var low = 0.0
    var high = Double(room) * 64
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if sum(middle) <= room { low = middle } else { high = middle }
    }
    var result = widths(low)
    var left = room - result.reduce(0, +)
    while left > 0 {
      var wanting = result.indices.filter { result[$0] < spread(demands[$0]) }
      if wanting.isEmpty { wanting = Array(result.indices) }
      let each = max(1, left / (wanting.count * 2))
      for index in wanting where left > 0 {
        let added = min(each, left)
        result[index] += added
        left -= added
      }
    }
    return result
  }
}
