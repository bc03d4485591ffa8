/// A set of Unicode scalars, and of apostrophes inside words, which count as scalars of their own
/// (see ``Letters``).
struct ScalarSet: Hashable, Sendable {
  /// The last scalar, then the apostrophes inside words.
  static let universe: ClosedRange<UInt32> = 0...0x11_0002

  /// The apostrophes, and the numbers of those inside words, in the same order.
  static let apostrophes = Letters.apostrophes
  static let innerApostrophes = Letters.innerApostrophes

  /// In order, with gaps between them; behind all scalars stand apostrophes inside words.
  let ranges: [ClosedRange<UInt32>]

  init(_ ranges: [ClosedRange<UInt32>]) {
    guard !Self.haveGaps(ranges) else {
      self.ranges = ranges
      return
    }
    // A letter and its other case.
    if ranges.count == 2, Self.haveGaps([ranges[1], ranges[0]]) {
      self.ranges = [ranges[1], ranges[0]]
      return
    }
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// Whether ranges are in order, with gaps between them.
  private static func haveGaps(_ ranges: [ClosedRange<UInt32>]) -> Bool {
    for index in ranges.indices.dropFirst()
    where ranges[index].lowerBound <= ranges[index - 1].upperBound + 1 {
      return false
    }
    return true
  }

  /// These scalars; one that is an apostrophe stands for itself inside words, too.
  init(written ranges: [ClosedRange<UInt32>]) {
    var all = ranges
    for (index, apostrophe) in Letters.apostrophes.enumerated() {
      for range in ranges where range.contains(apostrophe) {
        let inner = Letters.innerApostrophes[index]
        all.append(inner...inner)
        break
      }
    }
    self.init(all)
  }

  /// One scalar as it is written, perhaps with its other case. Those that patterns are mostly
  /// written in are made once.
  static func written(_ scalar: UInt32, ignoresCase: Bool) -> ScalarSet {
    if let index = commonIndex(of: scalar) {
      return ignoresCase ? commonFolded[index] : commonExact[index]
    }
    let set = ScalarSet(written: [scalar...scalar])
    return ignoresCase ? set.caseFolded : set
  }

  /// The number of a scalar among those that patterns are mostly written in; nil for others.
  static func commonIndex(of scalar: UInt32) -> Int? {
    switch scalar {
    case cyrillic: Int(scalar - cyrillic.lowerBound)
    case ascii: cyrillic.count + Int(scalar)
    default: nil
    }
  }

  /// How many there are of these.
  static let commonCount = cyrillic.count + ascii.count

  private static let cyrillic: Range<UInt32> = 0x400..<0x492
  private static let ascii: Range<UInt32> = 0..<0x80
  private static let commonExact = (Array(cyrillic) + ascii).map { ScalarSet(written: [$0...$0]) }
  private static let commonFolded = commonExact.map(\.caseFolded)

  /// All the others.
  var inverted: ScalarSet {
    var result: [ClosedRange<UInt32>] = []
    var next = Self.universe.lowerBound
    for range in ranges {
      if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= Self.universe.upperBound { result.append(next...Self.universe.upperBound) }
    return ScalarSet(result)
  }

  /// The set with the capitals of its small letters and the other way round.
  var caseFolded: ScalarSet {
    var result = ranges
    for range in ranges {
      let end = min(range.upperBound + 1, UInt32(Letters.otherCases.count))
      for scalar in min(range.lowerBound, end)..<end {
        for other in Letters.otherCases[Int(scalar)] where !range.contains(other) {
          result.append(other...other)
        }
      }
    }
    return result.count == ranges.count ? self : ScalarSet(result)
  }

  func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar)
  }

  /// Sets of so many ranges between the same ends are mostly the same.
  func hash(into hasher: inout Hasher) {
    let ends = UInt64(ranges.first?.lowerBound ?? 0) << 32 | UInt64(ranges.last?.upperBound ?? 0)
    hasher.combine(ends &+ UInt64(ranges.count) << 56)
  }

  /// `.`: all but the end of a line.
  static let any = ScalarSet([10...10]).inverted
  /// `\d`: the digits 0 to 9.
  static let digits = ScalarSet([48...57])
  /// `\s`: the white space of Unicode, the no-break spaces among it.
  static let spaces = ScalarSet([
    9...13, 32...32, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ])
  /// `\w`: letters and digits, the apostrophes inside words among the letters.
  static let words = ScalarSet(
    Letters.kinds.indices.filter { Letters.kinds[$0] != .other }.map {
      UInt32($0)...UInt32($0)
    } + Letters.innerApostrophes.map { $0...$0 })
}
