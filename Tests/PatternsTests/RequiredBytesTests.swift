import Patterns
import Testing

@Suite("A pattern in a long text")
struct RequiredBytesTests {
  static let cases: [(String, String)] = [
    ("план", "план"), ("план(ом|у)", "плану"), ("(звіт|план)у", "звіту"), ("N ?5", "N5"),
    ("а+б", "ааб"), ("(а|[б-г]{2})я", "бгя"), ("  +1", "   1"), (#"\bквартал\b"#, "квартал"),
    ("дуже-дуже довгий вираз", "дуже-дуже довгий вираз"), ("п['’]ять", "п’ять"), (#"5\."#, "5."),
  ]

  @Test("is found wherever it stands, and nowhere else", arguments: cases)
  func finds(pattern: String, match: String) throws {
    let compiled = try TextPattern(pattern)
    for before in 0..<40 {
      let front = String(repeating: "щ", count: before) + " "
      let behind = " " + String(repeating: "щ", count: 40 - before)
      #expect(compiled.matches(front + match + behind), "behind \(before)")
      #expect(!compiled.matches(front + behind), "without \(before)")
      #expect(!compiled.matches(front + match.dropLast() + "щ" + behind))
    }
  }
}
