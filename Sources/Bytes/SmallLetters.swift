extension Span<UInt8> {
  /// Whether a text of Ukrainian may hold a capital, or an apostrophe that is none of U+2019; others are
  /// passed over sixteen at once.
  package var mayHoldOtherLetters: Bool {
    var index = 0
    while index < count &- 16 {
      let (bytes, next) = (sixteen(at: index), sixteen(at: index &+ 1))
      let capitals = bytes.equal(to: 0xD0) - next.atLeast(0xB0)
      let others = bytes.equal(to: 0xD2) - next.equal(to: 0x91)
      // U+2018 and U+2032 end like this.
      let ends = next.equal(to: 0x98) | next.equal(to: 0xB2)
      let apostrophes = bytes.equal(to: 0x80) - (bytes.equal(to: 0x80) - ends)
      let ascii = bytes.equal(to: 0x27) | bytes.equal(to: 0x60) | bytes.equal(to: 0xCA)
      if !(capitals | others | apostrophes | ascii).isEmpty { return true }
      index &+= 16
    }
    var last: UInt8 = 0
    while index < count {
      let byte = unsafe self[unchecked: index]
      switch last {
      case 0xD0: if byte < 0xB0 { return true }
      case 0xD2: if byte != 0x91 { return true }
      case 0x80: if byte == 0x98 || byte == 0xB2 { return true }
      default: break
      }
      if byte == 0x27 || byte == 0x60 || byte == 0xCA { return true }
      last = byte
      index &+= 1
    }
    return false
  }
}
