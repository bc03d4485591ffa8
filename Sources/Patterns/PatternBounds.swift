/// Finds where matches start and end, in a text given by the classes of its scalars.
struct PatternBounds {
  /// A row that a scan came to in front of a scalar.
  private struct Point: Hashable {
    let row: Int
    let place: Int
  }

  private let endClass: Int
  private var fromEnd: PatternScanner
  private var fromPlace: PatternScanner
  /// Where no scan finds the end of a match any more: what one has found out, no other goes through.
  private var hopeless: Set<Point> = []
  /// The ``PatternScanner/generation`` of their rows.
  private var generation = 0
  /// How many scalars a scan goes behind a match before what it finds is worth remembering.
  private static let shortDistance = 64
  /// How many scalars were looked at, of all texts.
  private(set) var steps = 0

  init(_ program: PatternProgram, _ classes: ScalarClasses) {
    endClass = classes.endClass
    fromEnd = PatternScanner(program, classes, isReversed: true, isSearch: true)
    fromPlace = PatternScanner(program, classes, isSearch: false)
  }

  /// Whether a match starts there, for each place of a text and its end; found in one pass, from the
  /// end. The text is the one that ``longestEnd(from:in:)`` is then asked about.
  mutating func starts(in kinds: [Int]) -> [Bool] {
    hopeless.removeAll()
    var result = [Bool](repeating: false, count: kinds.count + 1)
    var row = fromEnd.startRow(after: nil)
    for place in (0...kinds.count).reversed() {
      let (next, isMatch) = fromEnd.step(row, place == 0 ? endClass : kinds[place - 1])
      result[place] = isMatch
      guard let next else { break }
      row = next
    }
    steps += result.count
    return result
  }

  /// Where the longest match ends that starts at a place.
  mutating func longestEnd(from start: Int, in kinds: [Int]) -> Int? {
    var result: Int?
    var row = fromPlace.startRow(after: start == 0 ? nil : kinds[start - 1])
    var passed: [Point] = []
    for place in start...kinds.count {
      if place - (result ?? start) > Self.shortDistance {
        if fromPlace.generation != generation {
          hopeless.removeAll()
          passed.removeAll()
          generation = fromPlace.generation
        }
        let point = Point(row: row, place: place)
        if hopeless.contains(point) { break }
        passed.append(point)
      }
      steps += 1
      let (next, isMatch) = fromPlace.step(row, place == kinds.count ? endClass : kinds[place])
      if isMatch {
        result = place
        passed.removeAll(keepingCapacity: true)
      }
      guard let next else { break }
      row = next
    }
    if fromPlace.generation == generation { hopeless.formUnion(passed) }
    return result
  }
}
