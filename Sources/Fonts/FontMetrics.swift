/// The measures of a face, in thousandths of its size.
package struct FontMetrics: Sendable {
  /// How far letters rise above the line, and go below it; the latter is negative.
  package let ascent, descent: Int
  /// The height of capitals.
  package let capHeight: Int
  /// The box that holds every letter: left, bottom, right, top.
  package let box: [Int]
  /// How letters lean, in degrees; those that lean to the right have less than nothing.
  package let italicAngle: Int
  /// How thick stems are, near enough for a face that is not there.
  package let stemWidth: Int

  init?(_ tables: FontTables) {
    guard let units = tables.number("head", at: 18), units > 0,
      let ascent = tables.signed("hhea", at: 4), let descent = tables.signed("hhea", at: 6)
    else { return nil }
    func thousandths(_ value: Int) -> Int { value * 1000 / units }
    self.ascent = thousandths(ascent)
    self.descent = thousandths(descent)
    capHeight = thousandths(tables.signed("OS/2", at: 88) ?? ascent * 2 / 3)
    box = (0..<4).map { thousandths(tables.signed("head", at: 36 + 2 * $0) ?? 0) }
    italicAngle = tables.signed("post", at: 4) ?? 0
    stemWidth = (tables.number("OS/2", at: 4) ?? 400) >= 600 ? 140 : 80
  }
}
