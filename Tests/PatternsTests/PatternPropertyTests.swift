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

@Suite("Some patterns as one")
struct PatternUnionTests {
  @Test("match where any of them does", arguments: 0..<40)
  func agrees(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let patterns = (0..<4).map { _ in NaivePattern.random(3, &random) }
    let programs = try patterns.map { try PatternProgram($0.description) }
    let any = TextPattern(try #require(PatternProgram(anyOf: programs)))
    for _ in 0..<100 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        NaivePattern.alphabet.randomElement(using: &random) ?? "а"
      }
      let matches = patterns.contains { $0.firstMatch(in: text) != nil }
      #expect(any.matches(String(String.UnicodeScalarView(text))) == matches, "\(text)")
    }
  }

  @Test("are none where there are none, and where they tell too many characters apart")
  func mayBeNone() throws {
    #expect(PatternProgram(anyOf: []) == nil)
    let many = try (0..<3).map { part in
      let scalars = (0..<120).compactMap { UnicodeScalar(UInt32(0x3000 + part * 500 + $0 * 2)) }
      return try PatternProgram(scalars.map { "[\($0)]" }.joined())
    }
    #expect(PatternProgram(anyOf: many) == nil)
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
