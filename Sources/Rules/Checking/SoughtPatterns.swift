internal import Patterns

/// The patterns of rules on texts: those that match within a token are looked for in each token once,
/// the others by the tokens of the texts that hold their grams.
struct SoughtPatterns {
  /// A set of the patterns, a bit for each; behind as many as there are bits, patterns share them.
  typealias Bits = UInt128

  private let grams: GramSearch
  /// The bits of the patterns that require no grams and stand in no token alone.
  private let common: Bits
  /// Those that match within tokens, and whether they require grams.
  private let inTokens: [(bit: Bits, rule: RuleBits, pattern: TextPattern, hasGrams: Bool)]
  /// The bits of the others.
  private let otherBits: Bits
  /// These others by the numbers of their bits, with the bits of their rules.
  private let patterns: [[(rule: RuleBits, pattern: TokenSearch)]]

  init(_ patterns: [(bit: RuleBits, program: PatternProgram, grams: RequiredGrams?)]) {
    var grams: [(bit: Bits, grams: RequiredGrams)] = []
    var common: Bits = 0
    var inTokens: [(bit: Bits, rule: RuleBits, pattern: TextPattern, hasGrams: Bool)] = []
    var others = [[(rule: RuleBits, pattern: TokenSearch)]](repeating: [], count: Bits.bitWidth)
    for (number, sought) in patterns.enumerated() {
      let place = number % Bits.bitWidth
      let bit: Bits = 1 << Bits(place)
      if let required = sought.grams { grams.append((bit, required)) }
      if sought.program.isWithinToken {
        inTokens.append((bit, sought.bit, TextPattern(sought.program), sought.grams != nil))
      } else {
        others[place].append((sought.bit, TokenSearch(sought.program)))
        if sought.grams == nil { common |= bit }
      }
    }
    self.grams = GramSearch(grams)
    self.common = common
    self.inTokens = inTokens
    otherBits = others.indices.reduce(0) { others[$1].isEmpty ? $0 : $0 | 1 << Bits($1) }
    self.patterns = others
  }

  /// Notes which patterns match within a token, with a space or an end of the text on each side of it,
  /// and which may match in a text that has it.
  func look(at token: Span<UInt8>, _ found: inout TokenBits.Found) {
    let known = grams.bits(in: token)
    found.patterns = known & otherBits
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
      for (rule, pattern) in patterns[rest.trailingZeroBitCount]
      where found & rule == 0 && pattern.isFound(in: text, tokens) {
        found |= rule
      }
      rest &= rest - 1
    }
  }

  /// The numbers of tokens are given to others.
  func forgetTokens() {
    for (_, pattern) in patterns.joined() { pattern.forgetTokens() }
  }
}
