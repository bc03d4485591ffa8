/// Where tokens lead the things that a ``TokenSearch`` looks for, in a table by hashes.
struct TokenSteps {
  /// In place of a row: what is looked for was found, or cannot be found any more.
  static let match: Int32 = -1
  static let dead: Int32 = -2
  /// A row that there is not.
  static let nowhere: Int32 = -3
  /// A row of which nothing is known yet.
  static let unknown: Int32 = -4
  /// How many steps are remembered before all are forgotten: 1 MiB.
  private static let limit = 1 << 16
  /// How many bits of a step are for the row that it leads to, counted from ``nowhere``.
  private static let rowBits: UInt64 = 19

  /// The steps: a key and, in the lowest bits, a row; 0 where there is none.
  private var steps = [UInt64](repeating: 0, count: 64)
  private var count = 0

  /// The key of a step of a thing, below 64, over a token, below 2¹⁹, from a row, below 2¹⁸; never 0.
  @inline(__always)
  static func key(_ thing: Int, _ row: Int32, _ token: Int, isLast: Bool) -> UInt64 {
    let number = UInt64(token) &<< 26 | UInt64(row) &<< 8 | UInt64(thing) &<< 2
    return (number | (isLast ? 3 : 1)) &<< rowBits
  }

  /// Where a step leads, if it is known.
  subscript(key: UInt64) -> Int32? {
    @inline(__always) get {
      let steps = steps.span
      var place = place(of: key)
      // At least half of the table is empty.
      while true {
        let known = unsafe steps[unchecked: place]
        let row = known ^ key
        if row &>> Self.rowBits == 0 { return Int32(truncatingIfNeeded: row) &+ Self.nowhere }
        if known == 0 { return nil }
        place = (place &+ 1) & (steps.count &- 1)
      }
    }
  }

  /// Where a step is looked for first.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let hash = (key &>> Self.rowBits &* 0x9E37_79B9_7F4A_7C15) &>> 32
    return Int(truncatingIfNeeded: hash) & (steps.count &- 1)
  }

  /// Remembers a step that is not known.
  mutating func add(_ key: UInt64, _ row: Int32) {
    if count >= Self.limit { self = TokenSteps() }
    if 2 * (count + 1) > steps.count {
      let known = steps.filter { $0 != 0 }
      steps = Array(repeating: 0, count: 2 * steps.count)
      for step in known { enter(step) }
    }
    enter(key | UInt64(row - Self.nowhere))
    count += 1
  }

  private mutating func enter(_ step: UInt64) {
    var place = place(of: step)
    while steps[place] != 0 { place = (place + 1) & (steps.count - 1) }
    steps[place] = step
  }
}
