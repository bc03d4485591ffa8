import Patterns
import Testing

@Suite("A bomb")
struct BombTests {
  static let letters = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"

  /// Patterns that make backtracking engines hang, or unfold beyond measure.
  static let bombs = [
    "(a+)+$", "(a|aa)+$", "(a|a)*$", "(a*)*$", "(a*)*b", "(.*)*x", "(.*a){20}$", "(a?){50}a{50}$",
    "((a{1,100}){1,100}){1,100}", "(((a{0}){9999}){9999}){9999}", "(((){9999}){9999}){9999}",
    "(a|b)*a(a|b){300}c", "((a*)*)*$", "(x+x+)+y", #"^(\w+\s?)*$"#, "(a|b|ab)*c", #"(\b|a)*b"#,
    String(repeating: "a?", count: 300) + String(repeating: "a", count: 300),
    String(repeating: "a", count: 10_000), String(repeating: "(", count: 10_000),
    String(repeating: "[", count: 10_000), String(repeating: "(a|", count: 3_000),
    String(repeating: "a*", count: 1_900), String(repeating: "a|", count: 1_900),
    String(repeating: "[^\(letters)]", count: 110),
    String(String.UnicodeScalarView((0x4E00..<0x5000).compactMap(Unicode.Scalar.init))),
    "[" + String(repeating: "а-я", count: 1_300) + "]", "(.{0,60}){0,60}$", "(a{1,60}b?){1,60}$",
  ]

  @Test("is refused or answered, and never hangs", arguments: bombs)
  func ends(pattern: String) {
    let texts = [
      String(repeating: "a", count: 2_500) + "!",
      String((0..<2_500).map { ($0 &* 2_654_435_761) >> 7 & 1 == 0 ? "a" : "b" }),
    ]
    guard let compiled = try? TextPattern(pattern) else { return }
    for text in texts {
      let isFound = compiled.matches(text)
      #expect((compiled.firstMatch(in: text) != nil) == isFound)
    }
  }
}
