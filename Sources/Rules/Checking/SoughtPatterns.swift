internal import Patterns

/// The patterns of rules on texts: those that match within a token are looked for in each token once,
/// the others by the tokens of the texts that hold their grams.
struct SoughtPatterns {
  /// A set of the patterns, a bit for each.
  typealias Bits = UInt128

  /// How many there are at most.
  static let limit = Bits.bitWidth

  private let grams: GramSearch
  /// The bits of the patterns that require no grams and stand in no token alone.
  private let common: Bits
  /// Those that match within tokens, and whether they require grams.
  private let inTokens: [(bit: Bits, rule: RuleBits, pattern: TextPattern, hasGrams: Bool)]
  /// The bits of these.
  private let inTokenBits: Bits
  /// Each pattern by its number, with the bit of its rule.
  private let patterns: [(rule: RuleBits, pattern: TokenPattern)]

  init(_ patterns: [(bit: RuleBits, program: PatternProgram, grams: RequiredGrams?)]) {
    var grams: [(bit: Bits, grams: RequiredGrams)] = []
    var common: Bits = 0
    var inTokens: [(bit: Bits, rule: RuleBits, pattern: TextPattern, hasGrams: Bool)] = []
    for (number, sought) in patterns.enumerated() {
      let bit: Bits = 1 << Bits(number)
      if let required = sought.grams { grams.append((bit, required)) }
      if sought.program.isWithinToken {
        inTokens.append((bit, sought.bit, TextPattern(sought.program), sought.grams != nil))
      } else if sought.grams == nil {
        common |= bit
      }
    }
    self.grams = GramSearch(grams)
    self.common = common
    self.inTokens = inTokens
    inTokenBits = inTokens.reduce(0) { $0 | $1.bit }
    self.patterns = patterns.map { ($0.bit, TokenPattern($0.program)) }
  }

  /// Notes which patterns match within a token, with a space or an end of the text on each side of it,
  /// and which may match in a text that has it.
  func look(at token: Span<UInt8>, _ found: inout TokenBits.Found) {
    let known = grams.bits(in: token)
    found.patterns = known & ~inTokenBits
    var padded: [UInt8] = [0x20]
    for (bit, rule, pattern, hasGrams) in inTokens where !hasGrams || known & bit != 0 {
      if padded.count == 1 {
        for index in token.indices { padded.append(token[index]) }
        padded.append(0x20)
      }
      let text = padded.span
      if pattern.matches(token) || pattern.matches(text)
        || pattern.matches(text.extracting(droppingFirst: 1))
        || pattern.matches(text.extracting(droppingLast: 1))
      {
        found.bits |= rule
      }
    }
  }

  /// Adds the rules of which one of some patterns matches in a text of these tokens.
  func find(
    _ bits: Bits, in text: Span<UInt8>, _ tokens: Span<NumberedToken>, _ found: inout RuleBits
  ) {
    var rest = bits | common
    while rest != 0 {
      let (rule, pattern) = patterns[rest.trailingZeroBitCount]
      rest &= rest - 1
      if found & rule == 0, pattern.matches(text, tokens) { found |= rule }
    }
  }

  /// The numbers of tokens are given to others.
  func forgetTokens() {
    for (_, pattern) in patterns { pattern.forgetTokens() }
  }
}
