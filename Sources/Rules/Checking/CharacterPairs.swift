import Bytes
internal import Diagnostics
internal import Patterns
internal import XML

/// Which characters a plan holds, and which of them stand next to each other, so that a rule about
/// some of them is skipped at no cost.
///
/// A bit tells whether the plan has a character of one sort right behind one of another; before the
/// first character of a text and behind its last one, there is one of ``CharacterSorts/edge``.
struct CharacterPairs {
  private let bits: [UInt64]
  /// The bits of the rules that may find anything in each text, in document order; see
  /// ``TextFilter``.
  let textBits: [RuleBits]
  /// The bits of the rules that may find anything in some text.
  let bitsOfAllTexts: RuleBits

  /// Looks at all texts of a plan.
  init(of root: XMLNode, _ filter: TextFilter) {
    var bits = [UInt64](repeating: 0, count: CharacterSorts.count * CharacterSorts.count / 64)
    var textBits: [RuleBits] = []
    textBits.reserveCapacity(64)
    root.forEachText { text in
      Self.note(text, &bits)
      textBits.append(filter.bits(in: text))
    }
    self.bits = bits
    self.textBits = textBits
    bitsOfAllTexts = textBits.reduce(0, |)
  }

  /// Whether the plan has a character of one sort right behind one of another, by the bits of a word
  /// of neighbours.
  func holds(word: Int, mask: UInt64) -> Bool { bits[word] & mask != 0 }

  /// The bit of two neighbours.
  static func bit(_ sort: Int, _ next: Int) -> Int { sort << 8 | next }

  /// Notes the characters of a text.
  private static func note(_ utf8: Span<UInt8>, _ bits: inout [UInt64]) {
    var bits = bits.mutableSpan
    var last = CharacterSorts.edge
    var index = 0
    while index < utf8.count {
      let lead = unsafe Int(utf8[unchecked: index])
      let start = index
      if lead | 1 == 0xD1 { noteLetters(of: utf8, &index, behind: &last, &bits) }
      guard index == start else { continue }
      index &+= 1
      let sort = lead < 0x80 ? lead : rareSort(in: utf8, lead, &index)
      note(pair: bit(last, sort), &bits)
      last = sort
    }
    note(pair: bit(last, CharacterSorts.edge), &bits)
  }

  /// Goes on over letters of Ukrainian while there are eight bytes. The second byte of a letter has
  /// all bits of its sort but one, which is the last of the first byte.
  @inline(__always)
  private static func noteLetters(
    of utf8: Span<UInt8>, _ index: inout Int, behind last: inout Int,
    _ bits: inout MutableSpan<UInt64>
  ) {
    while index <= utf8.count &- 8 {
      let eight = unsafe utf8.eightBytes(unchecked: index)
      let count = eight.letterCount
      guard count > 0 else { return }
      let sorts =
        (eight.bytes & 0x0001_0001_0001_0001) &<< 6 | eight.bytes &>> 8 & 0x00FF_00FF_00FF_00FF
      var pairs = (sorts &<< 16 | UInt64(truncatingIfNeeded: last)) &<< 8 | sorts
      for _ in 0..<count {
        note(pair: Int(truncatingIfNeeded: pairs), &bits)
        pairs &>>= 16
      }
      last = Int(truncatingIfNeeded: sorts &>> UInt64((count &- 1) &<< 4) & 0xFF)
      index &+= count &<< 1
      if count < 4 { return }
    }
  }

  @inline(__always)
  private static func note(pair: Int, _ bits: inout MutableSpan<UInt64>) {
    // Sorts are below 256, for which there is room.
    unsafe bits[unchecked: (pair & 0xFFFF) &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: pair)
  }

  /// The sort of a character whose first byte was read already.
  private static func rareSort(in utf8: Span<UInt8>, _ lead: Int, _ index: inout Int) -> Int {
    var scalar = UInt32(lead & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07))
    while index < utf8.count, utf8[index] & 0xC0 == 0x80 {
      scalar = scalar << 6 | UInt32(utf8[index] & 0x3F)
      index += 1
    }
    return CharacterSorts.sort(of: scalar)
  }
}
