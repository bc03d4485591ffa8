import Patterns
import Testing

@Suite("Any small pattern")
struct PatternPropertyTests {
  @Test("finds what its definition says", arguments: 0..<40)
  func agrees(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for _ in 0..<100 {
      let naive = NaivePattern.random(3, &random)
      let compiled = try TextPattern(naive.description)
      for _ in 0..<12 {
        let length = Int.random(in: 0...9, using: &random)
        let text = (0..<length).map { _ in
          NaivePattern.alphabet.randomElement(using: &random) ?? "а"
        }
        let string = String(String.UnicodeScalarView(text))
        let match = naive.firstMatch(in: text)
        try #require(compiled.matches(string) == (match != nil), "\(naive) in \(string)")
        try #require(compiled.firstMatch(in: string) == match, "\(naive) in \(string)")
      }
    }
  }
}

@Suite("What a pattern requires")
struct RequiredGramPropertyTests {
  /// Texts in which small patterns are found, with the patterns.
  private func matches(_ seed: UInt64) throws -> [(program: PatternProgram, text: String)] {
    var random = SplitMix(state: seed)
    var result: [(program: PatternProgram, text: String)] = []
    for _ in 0..<80 {
      let naive = NaivePattern.random(3, &random)
      let program = try PatternProgram(naive.description)
      for _ in 0..<8 {
        let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in
          NaivePattern.alphabet.randomElement(using: &random) ?? "а"
        }
        guard naive.firstMatch(in: text) != nil else { continue }
        result.append((program, String(String.UnicodeScalarView(text))))
      }
    }
    return result
  }

  private func tokens(of text: String) -> [String] {
    text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("stands in a token of each text that it matches", arguments: 0..<20)
  func grams(seed: UInt64) throws {
    for (program, text) in try matches(seed) {
      guard let grams = RequiredGrams(program) else { continue }
      let search = GramSearch([(bit: 1, grams: grams)])
      let isFound = tokens(of: text).contains { search.bits(in: $0.utf8.span) == 1 }
      try #require(isFound, "\(program) in «\(text)»")
    }
  }

  @Test("is found by tokens where it is found at all", arguments: 0..<20)
  func byTokens(seed: UInt64) throws {
    let matches = try matches(seed)
    let texts = matches.map(\.text)
    for (program, _) in matches {
      let pattern = TextPattern(program)
      var byTokens = TokenSearch([{ TokenSearch.steps(of: program) }])
      var numbers: [Substring: Int] = [:]
      // The second time, all steps are known.
      for text in texts + texts {
        var start = 0
        let tokens = text.split(separator: " ", omittingEmptySubsequences: false).map { token in
          defer { start += token.utf8.count + 1 }
          let number = numbers[token] ?? numbers.count
          numbers[token] = number
          return NumberedToken(number: number, bytes: start..<start + token.utf8.count)
        }
        try #require(
          (byTokens.find(1, in: text.utf8.span, tokens.span) == 1) == pattern.matches(text),
          "\(program) in «\(text)»")
      }
    }
  }

  @Test(
    "is what is rare in it",
    arguments: [
      ("наказ", "у наказі", "у звіті"), ("(^|[^\\w’])план\\b", "план", "плани"),
      ("[Зз]гідно (з|із)", "Згідно з", "згода"), ("\\d+ ?(млн|млрд)\\.", "5 млн.", "5 тис."),
      ("[а-яіїєґ]{3,}\\(", "слово(", "слово ("), ("об’єкт(и|ів)?", "об’єкти", "предмети"),
      ("[xх]{3,}", "ххх", "хх"),
    ])
  func examples(pattern: String, found: String, passed: String) throws {
    let grams = try #require(RequiredGrams(try PatternProgram(pattern)))
    let search = GramSearch([(bit: 4, grams: grams)])
    #expect(tokens(of: found).contains { search.bits(in: $0.utf8.span) == 4 })
    #expect(tokens(of: passed).allSatisfy { search.bits(in: $0.utf8.span) == 0 })
  }
}

/// The generator SplitMix64: the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
