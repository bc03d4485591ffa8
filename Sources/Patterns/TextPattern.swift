/// A pattern ready to be looked for in texts, by one task.
///
/// Matching takes time in proportion to the text, whatever the pattern: no text and no pattern make
/// it go back. What it learns on its way it keeps, within 256 KiB, for the texts that follow.
public final class TextPattern {
  private let program: PatternProgram
  private lazy var required =
    program.syntax.isAnchored ? nil : RequiredBytes(program.syntax)
  private lazy var classes = program.classes()
  private lazy var search = PatternScanner(
    program, classes, isSearch: !program.syntax.isAnchored)
  private lazy var fromEnd = PatternScanner(program, classes, isReversed: true, isSearch: true)
  private lazy var fromPlace = PatternScanner(program, classes, isSearch: false)

  /// Makes a program ready to run.
  public init(_ program: PatternProgram) {
    self.program = program
  }

  /// Reads a pattern and makes it ready to run.
  ///
  /// - Throws: why it is none, with the place.
  public convenience init(_ source: String, ignoresCase: Bool = false) throws(TextPatternFault) {
    self.init(try PatternProgram(source, ignoresCase: ignoresCase))
  }

  /// Whether the pattern matches somewhere in a text.
  public func matches(_ text: String) -> Bool {
    matches(text.utf8.span)
  }

  /// Whether the pattern matches somewhere in UTF-8.
  public func matches(_ utf8: Span<UInt8>) -> Bool {
    if let required, !required.mayStand(in: utf8) { return false }
    return search.isFound(in: utf8)
  }

  /// Where the first match stands, the longest of those that start there, in Unicode scalars.
  public func firstMatch(in text: String) -> Range<Int>? {
    firstMatch(in: text.utf8.span)?.scalars
  }

  /// The text of the first match; empty where there is none.
  public func firstMatch(in utf8: Span<UInt8>) -> String {
    guard let match = firstMatch(in: utf8)?.bytes else { return "" }
    return String(decoding: match.map { utf8[$0] }, as: UTF8.self)
  }

  /// A first pass tells whether there is a match, a second one, from the end, where the first of
  /// them starts, and a third one where it ends.
  private func firstMatch(in utf8: Span<UInt8>) -> (scalars: Range<Int>, bytes: Range<Int>)? {
    guard matches(utf8) else { return nil }
    var kinds: [Int] = []
    var offsets: [Int] = []
    kinds.reserveCapacity(utf8.count)
    offsets.reserveCapacity(utf8.count + 1)
    var index = 0
    while index < utf8.count {
      let (kind, length) = search.classOfScalar(in: utf8, at: index)
      kinds.append(kind)
      offsets.append(index)
      index += length
    }
    offsets.append(index)
    guard let start = firstStart(kinds), let end = lastEnd(kinds, from: start) else { return nil }
    return (start..<end, offsets[start]..<offsets[end])
  }

  private func firstStart(_ kinds: [Int]) -> Int? {
    var result: Int?
    var row = fromEnd.startRow(after: nil)
    for place in kinds.indices.reversed() {
      let (next, isMatch) = fromEnd.step(row, kinds[place])
      if isMatch { result = place + 1 }
      guard let next else { return result }
      row = next
    }
    return fromEnd.step(row, classes.endClass).isMatch ? 0 : result
  }

  private func lastEnd(_ kinds: [Int], from start: Int) -> Int? {
    var result: Int?
    var row = fromPlace.startRow(after: start == 0 ? nil : kinds[start - 1])
    for place in start..<kinds.count {
      let (next, isMatch) = fromPlace.step(row, kinds[place])
      if isMatch { result = place }
      guard let next else { return result }
      row = next
    }
    return fromPlace.step(row, classes.endClass).isMatch ? kinds.count : result
  }
}
