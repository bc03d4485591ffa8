internal import XML

/// Which characters a plan holds, and which of them stand next to each other, so that a rule about
/// some of them is skipped at no cost.
///
/// Characters are sorted into 256 sorts: those of Ukrainian texts each have their own, and only
/// rare ones share. A bit tells whether the plan has one of a sort, another whether it has one of a
/// sort right behind one of another.
struct Letters {
  /// One of some runs of characters that a plan must hold for a rule to mean anything.
  struct Need: Sendable {
    /// The bits that each run sets.
    fileprivate let runs: [[Int]]

    init(oneOf runs: [[Unicode.Scalar]]) {
      self.runs = runs.map { run in
        let sorts = run.map { Letters.sort(of: $0.value) }
        return sorts + zip(sorts, sorts.dropFirst()).map(Letters.bit)
      }
    }
  }

  private let bits: [UInt64]

  init(of root: XMLNode) {
    var bits = [UInt64](repeating: 0, count: (256 + 256 * 256) / 64)
    root.forEachText { Self.note($0, &bits) }
    self.bits = bits
  }

  /// Whether the plan holds what is needed; perhaps it does, where characters share a sort.
  func meet(_ need: Need) -> Bool {
    need.runs.contains { run in
      run.allSatisfy { bits[$0 >> 6] & 1 << UInt64($0 & 63) != 0 }
    }
  }

  /// The bit of two neighbours; that of a single character is its sort.
  private static func bit(_ sort: Int, _ next: Int) -> Int { 256 + sort << 8 + next }

  private static func note(_ utf8: Span<UInt8>, _ bits: inout [UInt64]) {
    var bits = bits.mutableSpan
    var last = 0
    var index = 0
    while index < utf8.count {
      let lead = Int(utf8[index])
      index &+= 1
      var sort = lead
      if lead >= 0x80 {
        // Most letters are of the sixty-four of U+0400, or the first half of those of U+0440.
        let trail = index < utf8.count ? Int(utf8[index] & 0x3F) : 0
        if lead == 0xD0 || lead == 0xD1 && trail < 0x20 {
          sort = (lead & 1) << 6 | trail | 0x80
          index &+= 1
        } else {
          sort = rareSort(in: utf8, lead, &index)
        }
      }
      bits[sort >> 6] |= 1 << UInt64(truncatingIfNeeded: sort & 63)
      let pair = bit(last, sort)
      bits[pair >> 6] |= 1 << UInt64(truncatingIfNeeded: pair & 63)
      last = sort
    }
  }

  /// The sort of a character whose first byte was read already.
  private static func rareSort(in utf8: Span<UInt8>, _ lead: Int, _ index: inout Int) -> Int {
    var scalar = UInt32(lead & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07))
    while index < utf8.count, utf8[index] & 0xC0 == 0x80 {
      scalar = scalar << 6 | UInt32(utf8[index] & 0x3F)
      index += 1
    }
    return sort(of: scalar)
  }

  /// The sort of a character: below 0x80 those of ASCII, from there those from U+0400 on.
  private static func sort(of scalar: UInt32) -> Int {
    switch scalar {
    case 0..<0x80: Int(scalar)
    case 0x400..<0x460: Int(scalar - 0x400 + 0x80)
    case 0x490: 1
    case 0x491: 2
    case 0xA0: 3
    case 0xAB: 4
    case 0xBB: 5
    case 0x2013: 6
    case 0x2014: 7
    case 0x2018: 8
    case 0x2019: 9
    case 0x201C: 10
    case 0x201D: 11
    case 0x201E: 12
    case 0x2026: 13
    case 0x2116: 14
    case 0x02BC: 15
    default: 0xE0 + Int(scalar & 0x1F)
    }
  }
}
