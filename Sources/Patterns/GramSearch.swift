import Bytes

/// Finds which of some sets of grams a text may hold one of, each by a bit.
package struct GramSearch: Sendable {
  /// The grams in a table by their hashes, 0 for none, and the bits of the sets that hold each.
  private let grams: [UInt64]
  private let bits: [UInt128]
  /// Which grams end with two symbols, a bit for each length.
  private let lengths: [UInt8]
  /// The symbols and kinds of the scalars below U+0530.
  private let symbols: [UInt16]

  /// Makes ready to look for grams, those of each set with its bit.
  package init(_ sets: [(bit: UInt128, grams: RequiredGrams)]) {
    var size = 64
    while size < 2 * sets.reduce(0, { $0 + $1.grams.grams.count }) { size *= 2 }
    var grams = [UInt64](repeating: 0, count: size)
    var bits = [UInt128](repeating: 0, count: size)
    var lengths = [UInt8](repeating: 0, count: 1 << 16)
    for set in sets {
      for gram in set.grams.grams {
        var place = Self.place(of: gram, size)
        while grams[place] != 0, grams[place] != gram { place = (place + 1) & (size - 1) }
        grams[place] = gram
        bits[place] |= set.bit
        let length = (71 - gram.leadingZeroBitCount) / 8
        let first = Int(gram & 0xFFFF)
        // One symbol may stand behind any other.
        let end = length == 1 ? 1 << 16 : first + 1
        for pair in stride(from: first, to: end, by: 256) {
          lengths[pair] |= 1 << UInt8(length - 1)
        }
      }
    }
    self.grams = grams
    self.bits = bits
    self.lengths = lengths
    symbols = GramSymbols.table
  }

  @inline(__always)
  private static func place(of gram: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (gram &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (size &- 1)
  }

  /// The bits of the sets of which a part of a text between two spaces, or its ends, may hold a gram.
  package func bits(in text: Span<UInt8>) -> UInt128 {
    let symbols = symbols.span
    var found: UInt128 = 0
    var window: UInt64 = 0
    add(GramSymbols.space, to: &window, &found)
    var last = GramSymbols.Kind.other
    var index = 0
    while index < text.count {
      let lead = unsafe UInt32(text[unchecked: index])
      var scalar = lead
      if lead < 0x80 {
        index &+= 1
      } else {
        let length: Int
        (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
        index &+= length
      }
      let symbol: UInt8
      let kind: GramSymbols.Kind
      if scalar < 0x530 {
        // The table has an entry for each of these.
        let entry = unsafe symbols[unchecked: Int(scalar)]
        symbol = UInt8(truncatingIfNeeded: entry)
        kind = GramSymbols.kind(entry)
      } else {
        (symbol, kind) = GramSymbols.symbol(of: scalar)
      }
      if kind == .joker {
        if last != .joker { add(GramSymbols.edge, to: &window, &found) }
        window = UInt64(GramSymbols.edge)
      } else {
        if kind != last, last != .joker { add(GramSymbols.edge, to: &window, &found) }
        add(symbol, to: &window, &found)
      }
      last = kind
    }
    if last != .other { add(GramSymbols.edge, to: &window, &found) }
    add(GramSymbols.space, to: &window, &found)
    return found
  }

  /// Notes the grams that end with a symbol.
  @inline(__always)
  private func add(_ symbol: UInt8, to window: inout UInt64, _ found: inout UInt128) {
    window = window &<< 8 | UInt64(symbol)
    // There is an entry for each two symbols.
    var lengths = unsafe lengths.span[unchecked: Int(window & 0xFFFF)]
    while lengths != 0 {
      let rest = UInt64(64 &- 8 &* (lengths.trailingZeroBitCount &+ 1))
      found |= bits(of: (window &<< rest) &>> rest)
      lengths &= lengths &- 1
    }
  }

  private func bits(of gram: UInt64) -> UInt128 {
    let grams = grams.span
    var place = Self.place(of: gram, grams.count)
    // At least half of the table is empty.
    while true {
      let known = unsafe grams[unchecked: place]
      if known == gram { return unsafe bits.span[unchecked: place] }
      if known == 0 { return 0 }
      place = (place &+ 1) & (grams.count &- 1)
    }
  }
}
