/// Reads the words in which plans speak of time: «до 15 листопада», «II-IV квартали»,
/// «раз на рік (до 31 грудня); у разі змін».
///
/// What it does not understand it says, with the place; it never guesses.
package struct DeadlineReader: Sendable {
  private let resolver: DeadlineResolver

  /// Makes a reader for the plan of a year.
  ///
  /// - Parameters:
  ///   - year: the plan's year, which dates without one belong to; without it they have no days.
  ///   - period: the «звітний період» of the plan where it is not the whole year.
  package init(year: Int?, period: ClosedRange<LocalDate>? = nil) {
    resolver = DeadlineResolver(year: year, period: period)
  }

  /// What a text says of time.
  package func read(_ text: String) -> ReadDeadline {
    var lexer = DeadlineLexer(text)
    let (tokens, end) = lexer.read()
    var parser = DeadlineParser(tokens)
    parser.parse()
    var result = ReadDeadline()
    let place = { (range: Range<Int>) in
      tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
    }
    for part in parser.parts {
      let range = place(part.tokens)
      guard var deadline = resolver.resolve(part.phrase, range: range) else {
        result.unknown.append(range)
        continue
      }
      if let words = part.words { deadline.text = lexer.text(in: place(words)) }
      if let subject = part.subject { deadline.subject = lexer.text(in: place(subject)) }
      result.deadlines.append(deadline)
    }
    result.unknown += parser.unknown.map(place)
    if end < lexer.scalars.count { result.unknown.append(end..<lexer.scalars.count) }
    if result.deadlines.isEmpty, result.unknown.isEmpty, let first = tokens.first,
      let last = tokens.last
    {
      result.unknown.append(first.start..<last.end)
    }
    if result.unknown.count > 1 { result.unknown = Self.merged(result.unknown) }
    return result
  }

  /// The ranges in order; those between which only a separator stands become one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound + 2 {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

extension DeadlineLexer {
  /// The text at a place.
  func text(in range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 2)
    for index in range {
      for byte in UTF8.encode(scalars[index]) ?? .init() { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
