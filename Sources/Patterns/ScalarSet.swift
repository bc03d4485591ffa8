/// A set of Unicode scalars, and of apostrophes inside words, which count as scalars of their own
/// (see ``Letters``).
struct ScalarSet: Hashable, Sendable {
  /// The last scalar, then the apostrophes inside words.
  static let universe: ClosedRange<UInt32> = 0...0x11_0002

  /// In order, with gaps between them.
  let ranges: [ClosedRange<UInt32>]

  init(_ ranges: [ClosedRange<UInt32>]) {
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

  /// These scalars; one that is an apostrophe stands for itself inside words, too.
  init(written ranges: [ClosedRange<UInt32>]) {
    var all = ranges
    for (apostrophe, inner) in zip(Letters.apostrophes, Letters.innerApostrophes)
    where ranges.contains(where: { $0.contains(apostrophe) }) {
      all.append(inner...inner)
    }
    self.init(all)
  }

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
    if ranges.allSatisfy({ $0.count == 1 }) {
      result += ranges.flatMap { Letters.otherCases[$0.lowerBound, default: []].map { $0...$0 } }
      return ScalarSet(result)
    }
    for (capital, small) in Letters.casePairs {
      if contains(capital) { result.append(small...small) }
      if contains(small) { result.append(capital...capital) }
    }
    return ScalarSet(result)
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
