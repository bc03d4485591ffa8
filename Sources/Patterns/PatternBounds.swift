/// Finds where a match starts and ends, in a text that has one.
struct PatternBounds {
  private let endClass: Int
  private var fromEnd: PatternScanner
  private var fromPlace: PatternScanner

  init(_ program: PatternProgram, _ classes: ScalarClasses) {
    endClass = classes.endClass
    fromEnd = PatternScanner(program, classes, isReversed: true, isSearch: true)
    fromPlace = PatternScanner(program, classes, isSearch: false)
  }

  /// Where the first match stands that starts at a place or behind it, the longest of those that start
  /// there, in a text given by the classes of its scalars.
  mutating func firstMatch(in kinds: [Int], from place: Int) -> Range<Int>? {
    guard let start = firstStart(kinds, from: place), let end = lastEnd(kinds, from: start) else {
      return nil
    }
    return start..<end
  }

  private mutating func firstStart(_ kinds: [Int], from first: Int) -> Int? {
    var result: Int?
    var row = fromEnd.startRow(after: nil)
    for place in (first..<kinds.count).reversed() {
      let (next, isMatch) = fromEnd.step(row, kinds[place])
      if isMatch { result = place + 1 }
      guard let next else { return result }
      row = next
    }
    return fromEnd.step(row, first == 0 ? endClass : kinds[first - 1]).isMatch ? first : result
  }

  private mutating func lastEnd(_ kinds: [Int], from start: Int) -> Int? {
    var result: Int?
    var row = fromPlace.startRow(after: start == 0 ? nil : kinds[start - 1])
    for place in start..<kinds.count {
      let (next, isMatch) = fromPlace.step(row, kinds[place])
      if isMatch { result = place }
      guard let next else { return result }
      row = next
    }
    return fromPlace.step(row, endClass).isMatch ? kinds.count : result
  }
}
