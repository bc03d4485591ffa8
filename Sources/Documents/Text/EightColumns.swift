/// Eight bytes of a text in which every character takes one column, asked all at once.
struct EightColumns {
  private let bytes: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Takes bytes, the first of them lowest; zeros beyond the end of a text are characters, too.
  init(_ bytes: UInt64) { self.bytes = bytes }

  /// The spaces among them: the highest bit of each.
  var spaces: UInt64 {
    let others = bytes ^ (0x20 &* Self.ones)
    return ~(((others & ~Self.highBits) &+ ~Self.highBits) | others) & Self.highBits
  }

  /// How many characters begin in them.
  var characters: Int { Self.count(starts) }

  /// How many characters begin in the first bytes, which are less than eight.
  func characters(in length: Int) -> Int {
    Self.count(starts & ((1 &<< UInt64(8 * length)) &- 1))
  }

  /// The bytes with which characters begin. Only those that go on with one have the highest bit and
  /// not the next.
  private var starts: UInt64 { (~bytes | (bytes << 1)) & Self.highBits }

  private static func count(_ bytes: UInt64) -> Int {
    Int(truncatingIfNeeded: ((bytes >> 7) &* ones) >> 56)
  }
}
