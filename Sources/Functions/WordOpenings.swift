import Bytes

/// How the entries of a list begin, by which most words are told to be none of them within a few
/// letters.
///
/// Letters of Cyrillic each have a sort of their own, all else has one together. A table leads from
/// node to node by sort.
struct WordOpenings: Sendable {
  /// Behind so many characters, or so many nodes, an entry may stand.
  private static let depth = 10
  private static let nodeLimit = 0xFFFF
  /// The node at which an entry may stand.
  private static let found: UInt16 = 0xFFFF
  private static let sortCount = 64

  /// The node behind each sort, for each node; 0 for none.
  private var next = [UInt16](repeating: 0, count: sortCount)
  /// The sorts of U+0400 to U+047F.
  private let sorts = (0x400..<0x480).map { UInt8(Self.sort(of: WordIndex.folded($0))) }

  /// Adds the opening of an entry, folded as ``WordIndex`` has it.
  mutating func add(_ entry: some Sequence<UInt32>) {
    var cell: Int?
    for sort in entry.lazy.prefix(Self.depth).map(Self.sort) {
      var node = 0
      if let cell {
        guard next[cell] != Self.found else { return }
        if next[cell] == 0 {
          let count = next.count / Self.sortCount
          guard count < Self.nodeLimit else { break }
          next[cell] = UInt16(count)
          next += repeatElement(0, count: Self.sortCount)
        }
        node = Int(next[cell])
      }
      cell = node * Self.sortCount + sort
    }
    if let cell { next[cell] = Self.found }
  }

  /// Whether an entry may stand at a place.
  @inline(__always)
  func mayStand(in text: Span<UInt8>, at start: Int) -> Bool {
    let next = next.span
    let sorts = sorts.span
    var index = start
    var node = 0
    while true {
      var sort = Self.sortCount - 1
      if index < text.count {
        let lead = unsafe text[unchecked: index]
        if lead | 1 == 0xD1, index + 1 < text.count {
          let trail = unsafe text[unchecked: index &+ 1] & 0x3F
          // There are as many sorts as letters with these first bytes.
          sort = unsafe Int(sorts[unchecked: Int(lead & 1) &<< 6 | Int(trail)])
          index &+= 2
        } else {
          let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
          let symbol = WordIndex.folded(scalar)
          sort = Self.sort(of: symbol)
          index += length
          if symbol == 0x20 { index = WordIndex.endOfSpaces(text, index) }
        }
      }
      // Every node has a cell for each sort.
      let target = unsafe next[unchecked: node &* Self.sortCount &+ sort]
      if target == 0 { return false }
      if target == Self.found { return true }
      node = Int(target)
    }
  }

  private static func sort(of symbol: UInt32) -> Int {
    switch symbol {
    case 0x430...0x45F: Int(symbol - 0x430)
    case 0x491: 0x30
    default: sortCount - 1
    }
  }
}
