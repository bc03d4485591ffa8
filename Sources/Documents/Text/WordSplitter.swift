/// Makes a text in which every character takes one column into words, eight bytes at once.
struct WordSplitter {
  /// Where the current word begins: its byte, and the columns of text before it.
  var start: Int
  var startColumn: Int
  /// How many columns of text there are so far.
  var column: Int

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Takes eight bytes of which all bits are set of the spaces, and of the bytes that go on with a
  /// character.
  @inline(__always)
  mutating func split(
    spaces: UInt64, others: UInt64, at place: Int, into words: inout OutputSpan<TextLayout.Word>
  ) {
    let characters = ~others & Self.ones
    var spaces = spaces & Self.ones
    while spaces != 0 {
      let bit = UInt64(truncatingIfNeeded: spaces.trailingZeroBitCount)
      let end = place + Int(bit / 8)
      let endColumn = column + Self.count(characters & ((1 &<< bit) &- 1))
      if start < end {
        words.append(
          TextLayout.Word(start: start, end: end, column: startColumn, endColumn: endColumn))
      }
      start = end + 1
      startColumn = endColumn + 1
      spaces &= spaces &- 1
    }
    column &+= Self.count(characters)
  }

  /// How many of eight bytes are 1, where none is more.
  private static func count(_ bytes: UInt64) -> Int {
    Int(truncatingIfNeeded: (bytes &* ones) >> 56)
  }
}
