import Patterns
import Testing

@Suite("A word in which nothing of a pattern begins")
struct SelfLoopTests {
  /// A pattern, and the words of which it matches any.
  static let cases: [(String, [String])] = [
    (#"\b(звіт|план)\b"#, ["звіт", "план"]), (#"[0-9]|\bдв(а|ом)\b"#, ["два", "двом", "а7"]),
    (#"\w*[a-z]\w*"#, ["словоx", "xслово"]), (#"\bпланування$"#, ["планування"]),
  ]
  static let words = [
    "слово", "звіт", "звітність", "план", "планування", "а", "я", "два", "двом", "двоє", "удвох",
    "а7", "словоx", "xслово", "—", "№", "дуже-дуже", "ПЛАН", "ґрунтовно", "п’ять",
  ]

  @Test("is passed over, and none behind it", arguments: cases)
  func agrees(pattern: String, matching: [String]) throws {
    var random = SplitMix(state: 7)
    let compiled = try TextPattern(pattern)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Self.words.randomElement(using: &random) ?? "а"
      }
      let found = pattern.hasSuffix("$") ? text.suffix(1) : text[...]
      #expect(
        compiled.matches(text.joined(separator: " ")) == found.contains { matching.contains($0) },
        "\(pattern) in \(text)")
    }
  }
}
