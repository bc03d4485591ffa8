/// A program with all that it takes to run it, made when the first text comes, and what was learned
/// on the way.
struct PatternMachine {
  private let program: PatternProgram
  private var search: PatternSearch?
  private var bounds: PatternBounds?

  init(_ program: PatternProgram) {
    self.program = program
  }

  /// Whether the pattern matches somewhere.
  mutating func matches(_ utf8: Span<UInt8>) -> Bool {
    if search == nil { search = PatternSearch(program) }
    return search?.isFound(in: utf8) ?? false
  }

  /// Where the first match stands that is wanted, the longest of those that start there; the next one
  /// is looked for behind it.
  ///
  /// A first pass tells whether there is a match, a second one, from the end, where the first of
  /// them starts, and a third one where it ends.
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
    if bounds == nil { bounds = PatternBounds(program, classes) }
    var start = 0
    while let match = bounds?.firstMatch(in: kinds, from: start) {
      let bytes = offsets[match.lowerBound]..<offsets[match.upperBound]
      if isWanted(bytes) { return (match, bytes) }
      start = max(match.upperBound, match.lowerBound + 1)
      guard start <= kinds.count else { break }
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
