import Bytes

/// Sorts all scalars into the few classes that a pattern tells apart.
struct ScalarClasses: Sendable {
  /// More classes than any pattern in a living script needs; a class must fit in a byte.
  static let limit = 250

  /// How many classes there are, from 0.
  let count: Int
  /// The class of what a text ends with, and of an apostrophe until its neighbours are known.
  var endClass: Int { count }
  var apostropheClass: Int { count + 1 }
  /// The length of a row of transitions.
  var width: Int { count + 2 }

  /// The class of each scalar, where it has a cell; see ``cell(of:)``.
  let table: [UInt8]
  /// Which classes are of words.
  let isWord: [Bool]
  /// The sets of the pattern that hold each class, a bit for each.
  private let holders: [SIMD4<UInt64>]
  private let bounds: [UInt32]
  private let classOfInterval: [UInt8]

  /// Whether the classes of these sets are no more than ``limit``.
  static func areFew(_ sets: [ScalarSet]) -> Bool {
    // So many sets make at most 128 classes, and so many ranges at most 241.
    if sets.count <= 7 || sets.reduce(0, { $0 + $1.ranges.count }) <= 120 { return true }
    return sets.count <= limit && Set(holders(of: sets, from: bounds(of: sets))).count <= limit
  }

  /// Finds the classes of these sets, which must be few.
  init(_ sets: [ScalarSet]) {
    let bounds = Self.bounds(of: sets)
    var holders: [SIMD4<UInt64>] = []
    var isWord: [Bool] = []
    var classes: [UInt8] = []
    classes.reserveCapacity(bounds.count)
    // The intervals of a class are in the same sets; two that follow each other are not.
    var last = (0, 0)
    for (bound, sets) in zip(bounds, Self.holders(of: sets, from: bounds)) {
      var number = last.1
      if number >= holders.count || holders[number] != sets {
        number = holders.firstIndex(of: sets) ?? holders.count
      }
      if number == holders.count {
        precondition(holders.count < Self.limit, "no more classes than a program has")
        holders.append(sets)
        isWord.append(ScalarSet.words.contains(bound))
      }
      last = (number, last.0)
      classes.append(UInt8(number))
    }
    self.bounds = bounds
    self.holders = holders
    count = holders.count
    classOfInterval = classes
    self.isWord = isWord
    var table = Self.table(bounds, classOfInterval)
    for (apostrophe, inner) in zip(Letters.apostrophes, Letters.innerApostrophes) {
      guard let cell = Self.cell(of: apostrophe),
        Self.resolved(inner, bounds, classOfInterval) != table[cell]
      else { continue }
      table[cell] = UInt8(count + 1)
    }
    self.table = table
  }

  /// Where the sets begin and end: all scalars from one bound to the next are in the same sets.
  private static func bounds(of sets: [ScalarSet]) -> [UInt32] {
    var all: [UInt32] = [0]
    for set in sets where set.ranges.count <= Self.few {
      for range in set.ranges {
        all.append(range.lowerBound)
        all.append(range.upperBound + 1)
      }
    }
    all.sort()
    // What a set has is in order.
    for set in sets where set.ranges.count > Self.few {
      all = merged(all, set.ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] })
    }
    var result: [UInt32] = []
    result.reserveCapacity(all.count)
    for bound in all where bound != result.last { result.append(bound) }
    return result
  }

  /// How many ranges are few.
  private static let few = 32

  /// The numbers of two rows that are in order, in order.
  private static func merged(_ one: [UInt32], _ other: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(one.count + other.count)
    var index = 0
    for number in other {
      while index < one.count, one[index] <= number {
        result.append(one[index])
        index += 1
      }
      result.append(number)
    }
    return result + one[index...]
  }

  /// Where a scalar stands in the table: those of two bytes and less, and behind them the marks from
  /// U+2000 to U+21FF; nil for any other.
  @inline(__always)
  static func cell(of scalar: UInt32) -> Int? {
    if scalar < 0x800 { return Int(scalar) }
    return scalar &- 0x2000 < 0x200 ? Int(scalar &- 0x1800) : nil
  }

  /// The class of each scalar of the table, apostrophes as they stand outside words.
  private static func table(_ bounds: [UInt32], _ classes: [UInt8]) -> [UInt8] {
    var table = Array(repeating: UInt8(0), count: 0xA00)
    var cells = table.mutableSpan
    for (index, start) in bounds.enumerated() {
      let next = index + 1 < bounds.count ? bounds[index + 1] : .max
      for (first, end, moved) in [(0, 0x800, 0), (0x2000, 0x2200, 0x1800)]
        as [(UInt32, UInt32, UInt32)]
      {
        guard start < end, next > first else { continue }
        let cellRange = Int(max(start, first) - moved)..<Int(min(next, end) - moved)
        // The table has a cell for each of these.
        for cell in cellRange { unsafe cells[unchecked: cell] = classes[index] }
      }
    }
    return table
  }

  /// The sets that hold the scalars from each bound to the next, a bit for each.
  private static func holders(of sets: [ScalarSet], from bounds: [UInt32]) -> [SIMD4<UInt64>] {
    var result = [SIMD4<UInt64>](repeating: SIMD4(), count: bounds.count)
    for (number, set) in sets.enumerated() {
      let (word, bit) = (number >> 6, UInt64(1) << UInt64(number & 63))
      var index = 0
      for range in set.ranges {
        if set.ranges.count <= few {
          index = interval(of: range.lowerBound, bounds)
        } else {
          while bounds[index] < range.lowerBound { index += 1 }
        }
        while index < bounds.count, bounds[index] <= range.upperBound {
          result[index][word] |= bit
          index += 1
        }
      }
    }
    return result
  }

  /// Whether a set of the pattern, given by its number, holds a class.
  func holds(_ kind: Int, set: Int) -> Bool {
    holders[kind][set >> 6] & 1 << UInt64(set & 63) != 0
  }

  /// The classes of U+0400 to U+047F, each once.
  var ofLetters: [UInt8] {
    var isKnown = [Bool](repeating: false, count: width)
    return table[0x400..<0x480].filter { kind in
      defer { isKnown[Int(kind)] = true }
      return !isKnown[Int(kind)]
    }
  }

  /// The class of the scalar at an index, with the number of its bytes.
  func classOfScalar(in bytes: Span<UInt8>, at index: Int) -> (kind: Int, length: Int) {
    let (scalar, length) = UTF8Scalars.scalar(in: bytes, at: index)
    let after = index + length
    if let cell = Self.cell(of: scalar) {
      let kind = Int(table[cell])
      if kind != apostropheClass { return (kind, length) }
      let inner = Letters.innerApostrophe(
        scalar, after: UTF8Scalars.scalar(in: bytes, before: index),
        before: after < bytes.count ? UTF8Scalars.scalar(in: bytes, at: after).value : nil)
      return (resolved(inner ?? scalar), length)
    }
    return (resolved(scalar), length)
  }

  /// The class of any scalar, an apostrophe inside a word given by its own number.
  func resolved(_ scalar: UInt32) -> Int {
    Int(Self.resolved(scalar, bounds, classOfInterval))
  }

  private static func resolved(_ scalar: UInt32, _ bounds: [UInt32], _ classes: [UInt8]) -> UInt8 {
    classes[interval(of: scalar, bounds)]
  }

  /// The last bound that is not behind a scalar.
  private static func interval(of scalar: UInt32, _ bounds: [UInt32]) -> Int {
    var low = 0
    var high = bounds.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bounds[middle] <= scalar { low = middle } else { high = middle }
    }
    return low
  }
}
