/// Chance that falls alike on every machine and with every standard library (SplitMix64).
struct Dice {
  private var state: UInt64

  /// Dice for a place: the same numbers give the same throws, whatever was thrown elsewhere.
  init(_ place: Int...) {
    state = 0
    for number in place { state = next() ^ UInt64(truncatingIfNeeded: number) }
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 to one less than the sides.
  mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }

  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + roll(range.count)
  }

  /// Whether something happens that happens so many times in a thousand.
  mutating func happens(_ perMille: Int) -> Bool { roll(1000) < perMille }

  mutating func pick<Element>(_ values: [Element]) -> Element { values[roll(values.count)] }

  mutating func shuffle<Element>(_ values: inout [Element]) {
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, roll(last + 1))
    }
  }
}
