internal import XML

/// Which characters a plan holds, and which of them stand next to each other, so that a rule about
/// some of them is skipped at no cost.
///
/// Characters are sorted into 256 sorts: those of Ukrainian texts each have their own, and only
/// rare ones share. A bit tells whether the plan has a character of one sort right behind one of
/// another; before the first character of a text and behind its last one, there is one of sort 0.
struct Letters {
  /// One of some runs of characters that a plan must hold for a rule to mean anything.
  struct Need: Sendable {
    /// The sorts of the characters that are needed alone.
    fileprivate let sorts: [Int]
    /// The bits that each of the longer runs sets.
    fileprivate let runs: [[Int]]

    init(oneOf runs: [[Unicode.Scalar]]) {
      let runs = runs.map { $0.map { Letters.sort(of: $0.value) } }
      sorts = runs.filter { $0.count == 1 }.map { $0[0] }
      self.runs = runs.filter { $0.count != 1 }.map { zip($0, $0.dropFirst()).map(Letters.bit) }
    }
  }

  private let bits: [UInt64]

  init(of root: XMLNode) {
    var bits = [UInt64](repeating: 0, count: 256 * 256 / 64)
    root.forEachText { Self.note($0, &bits) }
    self.bits = bits
  }

  /// Whether the plan holds what is needed; perhaps it does, where characters share a sort.
  func meet(_ need: Need) -> Bool {
    need.sorts.contains { sort in (0..<4).contains { bits[sort << 2 | $0] != 0 } }
      || need.runs.contains { run in
        run.allSatisfy { bits[$0 >> 6] & 1 << UInt64($0 & 63) != 0 }
      }
  }

  /// The bit of two neighbours.
  private static func bit(_ sort: Int, _ next: Int) -> Int { sort << 8 | next }

  private static func note(_ utf8: Span<UInt8>, _ bits: inout [UInt64]) {
    var bits = bits.mutableSpan
    var last = 0
    var index = 0
    while index < utf8.count {
      let lead = unsafe Int(utf8[unchecked: index])
      index &+= 1
      var sort = lead
      if lead >= 0x80 {
        // Most letters are of the sixty-four of U+0400, or the first half of those of U+0440.
        let trail = unsafe index < utf8.count ? Int(utf8[unchecked: index] & 0x3F) : 0
        if lead == 0xD0 || lead == 0xD1 && trail < 0x20 {
          sort = (lead & 1) << 6 | trail | 0x80
          index &+= 1
        } else {
          sort = rareSort(in: utf8, lead, &index)
        }
      }
      set(last, sort, &bits)
      last = sort
    }
    set(last, 0, &bits)
  }

  @inline(__always)
  private static func set(_ sort: Int, _ next: Int, _ bits: inout MutableSpan<UInt64>) {
    // Sorts are below 256, for which there is room.
    let pair = bit(sort, next) & 0xFFFF
    unsafe bits[unchecked: pair >> 6] |= 1 &<< UInt64(truncatingIfNeeded: pair)
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
