/// A program with all that it takes to run it, made when the first text comes, and what was learned
/// on the way.
struct PatternMachine {
  private let program: PatternProgram
  private var search: PatternSearch?
  private var bounds: PatternBounds?

  init(_ program: PatternProgram) {
    self.program = program
  }

  /// How many steps were taken to find where matches start and end.
  var steps: Int { bounds?.steps ?? 0 }

  /// Whether the pattern matches somewhere.
  mutating func matches(_ utf8: Span<UInt8>) -> Bool {
    if search == nil { search = PatternSearch(program) }
    return search?.isFound(in: utf8) ?? false
  }

  /// Where the first match stands that is wanted, the longest of those that start there; the next one
  /// is looked for behind it.
  ///
  /// A first pass tells whether there is a match, a second one, from the end, where they start, and a
  /// third one where those end that are asked for.
  mutating func firstMatch(
    in utf8: Span<UInt8>, where isWanted: (Range<Int>) -> Bool = { _ in true }
  ) -> (scalars: Range<Int>, bytes: Range<Int>)? {
    guard matches(utf8), let classes = search?.classes else { return nil }
    var kinds: [Int] = []
    var offsets: [Int] = []
    kinds.reserveCapacity(utf8.count)
    offsets.reserveCapacity(utf8.count + 1)
    var index = 0
    while index < utf8.count {
      let (kind, length) = classes.classOfScalar(in: utf8, at: index)
      kinds.append(kind)
      offsets.append(index)
      index += length
    }
    offsets.append(index)
    var bounds = self.bounds.take() ?? PatternBounds(program, classes)
    defer { self.bounds = bounds }
    let starts = bounds.starts(in: kinds)
    var place = 0
    while let start = starts[place...].firstIndex(of: true),
      let end = bounds.longestEnd(from: start, in: kinds)
    {
      let bytes = offsets[start]..<offsets[end]
      if isWanted(bytes) { return (start..<end, bytes) }
      place = max(end, start + 1)
    }
    return nil
  }
}

/// Tells whether a text has a match; what runs the pattern is made when the first text comes that may
/// have one.
private struct PatternSearch {
  private let program: PatternProgram
  private let isAnchored: Bool
  private let required: RequiredBytes?
  /// The classes of scalars of the pattern; nil as long as it was not run.
  private(set) var classes: ScalarClasses?
  private var scanner: PatternScanner?

  init(_ program: PatternProgram) {
    self.program = program
    isAnchored = program.syntax.isAnchored
    required = isAnchored ? nil : RequiredBytes(program)
  }

  mutating func isFound(in utf8: Span<UInt8>) -> Bool {
    if let required, !required.mayStand(in: utf8) { return false }
    if scanner == nil {
      let classes = program.classes()
      self.classes = classes
      scanner = PatternScanner(program, classes, isSearch: !isAnchored)
    }
    return scanner?.isFound(in: utf8) ?? false
  }
}
