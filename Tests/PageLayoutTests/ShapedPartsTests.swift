import Testing

@testable import Fonts

/// Text is shaped in parts that hold no more marks in a row than are looked at for each other.
struct ShapedPartsTests {
  /// Texts as letters and counts, and how many scalars each part has.
  static let cases: [(text: [(String, Int)], parts: [Int])] = [
    ([], [0]), ([("план", 1)], [4]), ([("план – звіт №", 10_000)], [130_000]),
    ([("а", 1), ("\u{301}", 64), ("б", 1)], [66]),
    ([("а", 1), ("\u{301}", 65), ("б", 1)], [65, 2]),
    ([("а", 1), ("\u{301}", 200), ("б", 1)], [65, 64, 64, 9]),
    ([("а\u{301}", 1_000)], [2_000]), ([("\u{5B0}", 70)], [64, 6]),
    ([("a", 1), ("\u{1D167}", 130)], [65, 64, 2]), ([("a", 1), ("\u{AD}", 65)], [65, 1]),
    ([("a", 1), ("\u{301}\u{200D}\u{FE0F}", 43)], [65, 64, 1]), ([("\u{489}", 65)], [64, 1]),
  ]

  @Test(arguments: cases.indices) func holdFewMarksInARow(_ index: Int) {
    let (pieces, expected) = Self.cases[index]
    let text = Array("<".utf8) + pieces.flatMap { Array(String(repeating: $0, count: $1).utf8) }
    let parts = ShapedParts.parts(of: 1..<text.count, in: text)
    let lengths = parts.map { String(decoding: text[$0], as: UTF8.self).unicodeScalars.count }
    #expect(lengths == expected)
    #expect(parts.first?.lowerBound == 1 && parts.last?.upperBound == text.count)
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }
}
