/// Where tokens lead the things that a ``TokenSearch`` looks for, in a table by hashes.
struct TokenSteps {
  /// In place of a row: what is looked for was found, or cannot be found any more.
  static let match: Int32 = -1
  static let dead: Int32 = -2
  /// A row that there is not.
  static let nowhere: Int32 = -3
  /// How many steps are remembered before all are forgotten: 768 KiB.
  private static let limit = 1 << 15

  private var keys = [UInt64](repeating: 0, count: 64)
  private var rows = [Int32](repeating: 0, count: 64)
  private var count = 0

  /// The step of a thing over a token from a row; never 0.
  @inline(__always)
  static func key(_ thing: Int, _ row: Int32, _ token: Int, isLast: Bool) -> UInt64 {
    UInt64(row) &<< 40 | UInt64(token) &<< 8 | UInt64(thing) &<< 2 | (isLast ? 3 : 1)
  }

  /// Where a step leads, if it is known.
  subscript(key: UInt64) -> Int32? {
    @inline(__always) get {
      let keys = keys.span
      var place = place(of: key)
      // At least half of the table is empty.
      while true {
        let known = unsafe keys[unchecked: place]
        if known == key { return unsafe rows.span[unchecked: place] }
        if known == 0 { return nil }
        place = (place &+ 1) & (keys.count &- 1)
      }
    }
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (keys.count &- 1)
  }

  /// Remembers a step that is not known.
  mutating func add(_ key: UInt64, _ row: Int32) {
    if count >= Self.limit { self = TokenSteps() }
    if 2 * (count + 1) > keys.count { grow() }
    enter(key, row)
    count += 1
  }

  private mutating func enter(_ key: UInt64, _ row: Int32) {
    var place = place(of: key)
    while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
    keys[place] = key
    rows[place] = row
  }

  private mutating func grow() {
    let known = zip(keys, rows).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: 2 * keys.count)
    rows = Array(repeating: 0, count: keys.count)
    for (key, row) in known { enter(key, row) }
  }
}
