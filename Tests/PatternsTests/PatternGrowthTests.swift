import Testing

@testable import Patterns

/// Finding all matches of a text takes time in proportion to it.
@Suite("The cost of matches")
struct PatternGrowthTests {
  /// A pattern, a text that is repeated, what stands behind it, and the matches in each repetition; a
  /// match of all that there is counts for none.
  static let cases: [(pattern: String, unit: String, end: String, matches: Int)] = [
    (#"\d+[-–]\d+"#, "у 2024–2026 роках та ", "", 1), (#"\d+"#, "3 до 5 днів ", "кінець", 2),
    ("план|звіт", "план і звіт ", "", 2), (#"\b"#, "план ", "", 2), ("", "план ", "", 5),
    ("а(.*б)?", "а в ", "", 1), ("а(.*б)?", "а в ", "б", 0), (#"\d+(.*кінець)?"#, "2024 ", "", 1),
    ("(а|в)( .*б| .*г)?", "а в ", "", 2), ("а(.*[бв].{12}г)?", "абвавбаавв ", "", 4),
    (#"(\w+ )*\d"#, "план звіт ", "7", 0), ("а.{0,70}(г.*ґ)?", "абвг", "", 0),
  ]

  @Test("grows no faster than the text", arguments: cases.indices)
  func isInProportion(_ index: Int) throws {
    let (pattern, unit, end, matches) = Self.cases[index]
    let program = try PatternProgram(pattern)
    let steps = [500, 2_000].map { count in
      var machine = PatternMachine(program)
      var found = 0
      _ = machine.firstMatch(in: (String(repeating: unit, count: count) + end).utf8.span) { _ in
        found += 1
        return false
      }
      if matches > 0 { #expect(found / count == matches) }
      return machine.steps
    }
    #expect(steps[1] <= 4 * steps[0] + 5_000, "\(steps)")
    #expect(steps[1] <= 80 * 2_000 * unit.unicodeScalars.count, "\(steps)")
  }

  /// A pattern, a text, and the lengths of its matches in their order.
  static let lengths: [(pattern: String, text: String, lengths: [Int])] = [
    ("а(.*б)?", repeated("а", 300), Array(repeating: 1, count: 300)),
    (
      "а(.*б)?", repeated("а", 300) + "б" + repeated("а", 200),
      [301] + Array(repeating: 1, count: 200)
    ),
    ("а(в*б)?", repeated("а" + repeated("в", 90), 3) + "б", [1, 1, 92]),
    (
      "а([^г]*б)?", repeated("а", 200) + "г" + repeated("а", 200) + "б" + repeated("а", 100),
      Array(repeating: 1, count: 200) + [201] + Array(repeating: 1, count: 100)
    ),
    (#"а([^г]*\b)?"#, repeated("ав ", 60) + "ав", [182]),
  ]

  @Test("what one match was found out is right for the next", arguments: lengths.indices)
  func matchesAreTheLongest(_ index: Int) throws {
    let (pattern, text, lengths) = Self.lengths[index]
    var machine = PatternMachine(try PatternProgram(pattern))
    var found: [Int] = []
    let utf8 = Array(text.utf8)
    _ = machine.firstMatch(in: utf8.span) { bytes in
      found.append(String(decoding: utf8[bytes], as: UTF8.self).unicodeScalars.count)
      return false
    }
    #expect(found == lengths)
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }
}
