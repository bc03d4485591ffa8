/// A token of a text – a part between two spaces –, with a number that is the same wherever its bytes
/// are; nil where it has none.
package struct NumberedToken {
  package let number: Int?
  package let bytes: Range<Int>

  /// Names a token of a text.
  package init(number: Int?, bytes: Range<Int>) {
    self.number = number
    self.bytes = bytes
  }
}

/// Where a token leads with the space, or the end of the text, behind it.
package enum TokenStep {
  /// To a row, a number below 2³⁰; perhaps all rows were numbered anew before.
  case row(Int, isRenumbered: Bool = false)
  /// What is looked for was found.
  case match
  /// It cannot be found any more.
  case dead
}

/// Looks for something in texts that are made of the same tokens: where each leads from what was read
/// so far, a row, is found out once.
package struct TokenSteps {
  private static let match: Int32 = -1
  private static let dead: Int32 = -2
  /// How many steps are remembered before all are forgotten: 96 KiB.
  private static let limit = 4096

  /// The steps in a table by hashes.
  private var keys = [UInt64](repeating: 0, count: 64)
  private var rows = [Int32](repeating: 0, count: 64)
  private var count = 0

  /// Makes it without any step.
  package init() {}

  /// Whether what is looked for stands in a text of these tokens.
  ///
  /// - Parameter step: finds out where a token of it leads from a row, from row 0 at the start of a
  ///   text.
  package mutating func isFound(
    in text: Span<UInt8>, _ tokens: Span<NumberedToken>,
    _ step: (_ row: Int, _ token: Span<UInt8>, _ isLast: Bool) -> TokenStep
  ) -> Bool {
    var row: Int32 = 0
    for index in tokens.indices {
      let token = tokens[index]
      let isLast = index == tokens.count &- 1
      let key = token.number.map { Self.key(row, $0, isLast: isLast) }
      if let key, let known = self[key] {
        row = known
      } else {
        row = note(step(Int(row), text.extracting(token.bytes), isLast), key)
      }
      if row < 0 { return row == Self.match }
    }
    return false
  }

  /// Remembers a step.
  private mutating func note(_ step: TokenStep, _ key: UInt64?) -> Int32 {
    let row: Int32
    switch step {
    case .match: row = Self.match
    case .dead: row = Self.dead
    case .row(let next, isRenumbered: true):
      self = TokenSteps()
      return Int32(next)
    case .row(let next, isRenumbered: false): row = Int32(next)
    }
    if let key { add(key, row) }
    return row
  }

  @inline(__always)
  private static func key(_ row: Int32, _ number: Int, isLast: Bool) -> UInt64 {
    UInt64(row) &<< 34 | UInt64(number) &<< 2 | (isLast ? 3 : 1)
  }

  private subscript(key: UInt64) -> Int32? {
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

  private mutating func add(_ key: UInt64, _ row: Int32) {
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
