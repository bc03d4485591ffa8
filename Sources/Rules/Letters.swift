internal import XML

/// Which characters a plan holds at all, so that a rule about some of them is skipped at no cost.
struct Letters {
  /// A bit for every scalar below U+2100.
  private var bits: [UInt64] = Array(repeating: 0, count: 0x2100 / 64)
  private var holdsOthers = false

  init(of root: XMLNode) {
    root.forEachText { scalars in
      for scalar in scalars { note(scalar.value) }
    }
  }

  private mutating func note(_ value: UInt32) {
    if value < 0x2100 {
      bits[Int(value >> 6)] |= 1 << UInt64(value & 63)
    } else if value == 0x2116 {
      bits[0] |= 1
    } else {
      holdsOthers = true
    }
  }

  /// Whether the plan has one of the characters; always where none is asked for.
  func holdsAny(of scalars: [Unicode.Scalar]) -> Bool {
    scalars.isEmpty
      || scalars.contains { scalar in
        let value = scalar.value
        if value == 0x2116 { return bits[0] & 1 != 0 }
        return value < 0x2100 ? bits[Int(value >> 6)] & (1 << UInt64(value & 63)) != 0 : holdsOthers
      }
  }
}
