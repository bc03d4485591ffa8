/// Where tokens lead the things that a ``TokenSearch`` looks for, in a table by hashes.
struct TokenSteps {
  /// In place of a row: what is looked for was found, or cannot be found any more.
  static let match: Int32 = -1
  static let dead: Int32 = -2
  /// A row that there is not.
  static let nowhere: Int32 = -3
  /// How many steps are remembered before all are forgotten: 1 MiB.
  private static let limit = 1 << 15

  /// A step and where it leads; its key is 0 where there is none.
  private struct Known {
    var key: UInt64 = 0
    var row: Int32 = 0
  }

  private var known = [Known](repeating: Known(), count: 64)
  private var count = 0

  /// The step of a thing over a token from a row; never 0.
  @inline(__always)
  static func key(_ thing: Int, _ row: Int32, _ token: Int, isLast: Bool) -> UInt64 {
    UInt64(row) &<< 40 | UInt64(token) &<< 8 | UInt64(thing) &<< 2 | (isLast ? 3 : 1)
  }

  /// Where a step leads, if it is known.
  subscript(key: UInt64) -> Int32? {
    @inline(__always) get {
      let table = known.span
      var place = place(of: key)
      // At least half of the table is empty.
      while true {
        let known = unsafe table[unchecked: place]
        if known.key == key { return known.row }
        if known.key == 0 { return nil }
        place = (place &+ 1) & (table.count &- 1)
      }
    }
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (known.count &- 1)
  }

  /// Remembers a step that is not known.
  mutating func add(_ key: UInt64, _ row: Int32) {
    if count >= Self.limit { self = TokenSteps() }
    if 2 * (count + 1) > known.count { grow() }
    enter(key, row)
    count += 1
  }

  private mutating func enter(_ key: UInt64, _ row: Int32) {
    var place = place(of: key)
    while known[place].key != 0 { place = (place + 1) & (known.count - 1) }
    known[place] = Known(key: key, row: row)
  }

  private mutating func grow() {
    let steps = known.filter { $0.key != 0 }
    known = Array(repeating: Known(), count: 2 * known.count)
    for step in steps { enter(step.key, step.row) }
  }
}
